import type { JsonSchemaNode } from '../introspect/json-schema.js';
import type { RawMetadata } from '../introspect/raw-metadata.js';

/**
 * The same place of a record in the OpenAPI descriptions, of which there may be several, or none.
 * It alone tells what a reference points to.
 */
export type Twins = readonly Twin[];

interface Twin {
  readonly components: Components;
  readonly node: JsonSchemaNode;
}

/** Components by lower-case name: no source says that their case is kept when `select` is lower case. */
type Components = ReadonlyMap<string, { readonly name: string; readonly node: JsonSchemaNode }>;

export interface ReferenceTargets {
  /** The name as REST spells it, where a description has the record. */
  restName(record: string): string | null;
  twinsOf(record: string): Twins;
}

export function referenceTargets(raw: Pick<RawMetadata, 'components'>): ReferenceTargets {
  const descriptions = raw.components.map(
    (components): Components =>
      new Map(Object.entries(components).map(([name, node]) => [name.toLowerCase(), { name, node }])),
  );
  const found = (record: string): { name: string; twin: Twin }[] =>
    descriptions.flatMap((components) => {
      const component = components.get(record);
      return component ? [{ name: component.name, twin: { components, node: component.node } }] : [];
    });
  return {
    restName: (record) => found(record)[0]?.name ?? null,
    twinsOf: (record) => found(record).map(({ twin }) => twin),
  };
}

/** The twins of a property. */
export function propertyTwins(twins: Twins, property: string): Twins {
  return twins.flatMap((twin) => {
    const { components, node } = resolved(twin);
    const child = node.properties?.[property];
    return child ? [{ components, node: child }] : [];
  });
}

/** The twins of the lines of a collection. */
export function lineTwins(twins: Twins): Twins {
  return propertyTwins(twins, 'items').flatMap(({ components, node }) =>
    node.items ? [{ components, node: node.items }] : [],
  );
}

/** The record of `records` that the place is a reference to. */
export function targetRecord(twins: Twins, records: ReadonlySet<string>): string | null {
  for (const { node } of twins) {
    const target = componentName(node)?.toLowerCase();
    if (target !== undefined && records.has(target)) return target;
  }
  return null;
}

function resolved(twin: Twin): Twin {
  const name = componentName(twin.node)?.toLowerCase();
  const component = name === undefined ? undefined : twin.components.get(name);
  return component ? { components: twin.components, node: component.node } : twin;
}

/** References to anything but components (`/services/rest/…/nsLink`) are opaque. */
function componentName(node: JsonSchemaNode): string | null {
  const reference = node.$ref ?? node.allOf?.[0]?.$ref;
  const prefix = '#/components/schemas/';
  if (!reference?.startsWith(prefix)) return null;
  // JSON Pointer: `~1` is a slash, `~0` a tilde.
  return reference.slice(prefix.length).replaceAll('~1', '/').replaceAll('~0', '~');
}
