/** A schema of an OpenAPI document, as far as the emulator writes one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

interface Place {
  readonly schema: Schema;
  readonly schemas: Schemas;
  readonly path: string;
}

/**
 * Where a body differs from its schema: another type, a value that an enum does not have, a form that a format does
 * not allow, a property that is not described. Captured links bear a `method` that no component names.
 */
export function misfits(value: unknown, { schema, schemas, path }: Place): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.slice('#/components/schemas/'.length)];
    return target === undefined
      ? [`${path}: ${schema.$ref} is missing`]
      : misfits(value, { schema: target, schemas, path });
  }
  if (!hasType(value, schema)) return [`${path}: ${JSON.stringify(value)} is no ${schema.type}`];
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return [`${path}: the schema has no items`];
    return value.flatMap((item, index) =>
      misfits(item, { schema: items, schemas, path: `${path}[${index}]` }),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, property]) => {
      const described = schema.properties?.[name];
      if (described !== undefined) {
        return misfits(property, { schema: described, schemas, path: `${path}.${name}` });
      }
      const isLinkMethod = name === 'method' && schema.properties?.href !== undefined;
      const isSelectLinks = name === 'links' && schema.properties?.id?.enum !== undefined;
      return isLinkMethod || isSelectLinks ? [] : [`${path}: ${name} is not described`];
    });
  }
  if (schema.enum !== undefined && !schema.enum.includes(String(value))) {
    return [`${path}: ${value} is none of ${schema.enum.slice(0, 5).join(', ')} …`];
  }
  const form = forms[schema.format ?? ''];
  return form === undefined || form.test(String(value)) ? [] : [`${path}: ${value} is no ${schema.format}`];
}

const forms: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
};

function hasType(value: unknown, { type }: Schema): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
