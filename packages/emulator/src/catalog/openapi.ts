import { type CatalogProperty, type CatalogRecord, isFilterable } from './catalog-record.js';
import { enumSchema, pagingProperties, type SchemaNode, scalarSchema, sublistKey } from './json-schema.js';
import { recordPaths } from './openapi-paths.js';
import { sharedComponents } from './openapi-shared.js';

export interface OpenApiOptions {
  /** The records that the request selected. */
  readonly records: readonly CatalogRecord[];
  /** Scheme and host of the server. */
  readonly origin: string;
}

/**
 * Records in the format application/swagger+json. A reference names the component of its target where
 * that record is among the selected ones, and the generic `nsResource` where it is not.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545126526.html
 */
export function openApiDocument({ records, origin }: OpenApiOptions): SchemaNode {
  const componentByRecord = new Map(records.map(({ name, restName }) => [name, restName]));
  const schemas: Record<string, SchemaNode> = {};
  for (const record of records) addRecord(record, { schemas, componentByRecord });
  return {
    openapi: '3.0.1',
    info: { title: 'NetSuite REST Record API', version: 'v1' },
    servers: [{ url: `${origin}/services/rest/record/v1` }],
    paths: Object.assign({}, ...records.map(recordPaths)),
    components: { schemas: { ...schemas, ...sharedComponents() } },
  };
}

/** A reference to a component. */
function componentReference(name: string): SchemaNode {
  return { $ref: `#/components/schemas/${name}` };
}

interface Components {
  readonly schemas: Record<string, SchemaNode>;
  readonly componentByRecord: ReadonlyMap<string, string>;
}

function addRecord(record: CatalogRecord, components: Components): void {
  const { restName, properties, custom } = record;
  components.schemas[restName] = {
    type: 'object',
    // A reference to a record is described by the record's component, and has a name.
    properties: {
      refName: { title: 'Reference Name', type: 'string' },
      ...objectProperties(restName, properties, components),
    },
    'x-ns-filterable': properties.filter(isFilterable).map(({ name }) => name),
    ...(custom === 'record' ? { 'x-ns-custom-record': true } : {}),
  };
  components.schemas[`${restName}Collection`] = collection(componentReference(restName));
}

function objectProperties(
  owner: string,
  properties: readonly CatalogProperty[],
  components: Components,
): SchemaNode {
  const schemas = properties.map((property) => [property.name, propertySchema(owner, property, components)]);
  return { ...Object.fromEntries(schemas), links: links() };
}

function propertySchema(owner: string, property: CatalogProperty, components: Components): SchemaNode {
  const { shape } = property;
  const component = `${owner}-${property.name}`;
  switch (shape.kind) {
    case 'scalar':
      return scalarSchema(property);
    case 'enum':
      return { ...enumSchema(shape.values), ...(property.custom ? { 'x-ns-custom-field': true } : {}) };
    case 'reference':
      return componentReference(target(shape.record, components));
    case 'references':
      return componentReference(`${target(shape.record, components)}Collection`);
    case 'subrecord':
      components.schemas[component] = {
        type: 'object',
        properties: objectProperties(component, shape.properties, components),
      };
      return componentReference(component);
    case 'sublist':
      components.schemas[`${component}Element`] = {
        type: 'object',
        properties: objectProperties(component, shape.properties, components),
        'x-ns-filterable': [],
        'x-ns-sublistkey': sublistKey(shape.key),
      };
      components.schemas[`${component}Collection`] = collection(componentReference(`${component}Element`));
      return componentReference(`${component}Collection`);
  }
}

function target(record: string | null, { componentByRecord }: Components): string {
  return (record === null ? undefined : componentByRecord.get(record)) ?? 'nsResource';
}

/** A page of elements, as a component. */
function collection(element: SchemaNode): SchemaNode {
  return {
    type: 'object',
    properties: { links: links(), ...pagingProperties(), items: { type: 'array', items: element } },
  };
}

function links(): SchemaNode {
  return { title: 'Links', type: 'array', readOnly: true, items: componentReference('nsLink') };
}
