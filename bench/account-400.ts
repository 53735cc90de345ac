import type { ColumnKind, ColumnSchema, FieldSchema, FieldType, SchemaDocument } from '@suitewright/schema';

/** The account that the bench generates and type-checks: as many records and fields as a large one has. */
export const RECORDS = 400;
export const FIELDS = 60;

export interface BenchField {
  readonly name: string;
  readonly kind: ColumnKind;
}

/**
 * Names and kinds of a record's fields: `id`, references at each twelfth place, and plain fields of every kind.
 *
 * @param fields Default 60: four references, and 55 plain fields.
 */
export function fieldsOf(record: number, fields = FIELDS): readonly BenchField[] {
  const plain = ['text', 'num', 'bool', 'date', 'datetime', 'int'] as const;
  const steps = [1, 7, 13, 29];
  return Array.from({ length: fields }, (_, index) => {
    if (index === 0) return { name: 'id', kind: 'id' };
    const target = record + (steps[(index / 12 - 1) % steps.length] ?? 0);
    if (index % 12 === 0) return { name: `ref${index}`, kind: `ref:record${target % RECORDS}` };
    return { name: `field${index}`, kind: plain[index % 6] ?? 'text' };
  });
}

/**
 * The account as schema.json has it.
 *
 * @param fieldsOfFirst How many fields its first record has. Default 60, as the others.
 */
export function schemaDocument(fieldsOfFirst = FIELDS): SchemaDocument {
  const fieldsIn = (record: number): readonly BenchField[] =>
    fieldsOf(record, record === 0 ? fieldsOfFirst : FIELDS);
  const names = Array.from({ length: RECORDS }, (_, index) => `record${index}`);
  return {
    format: 1,
    account: { bindParameters: true, timeZone: null },
    records: Object.fromEntries(
      names.map((name, record) => [
        name,
        {
          restName: name,
          label: `Record ${record}`,
          custom: null,
          table: { name, discriminator: [] },
          fields: Object.fromEntries(fieldsIn(record).map((field) => [field.name, fieldSchema(field)])),
        },
      ]),
    ),
    tables: Object.fromEntries(
      names.map((name, record) => [
        name,
        {
          label: `Record ${record}`,
          primaryKey: 'id',
          confidence: 'observed' as const,
          columns: Object.fromEntries(fieldsIn(record).map((field) => [field.name, columnSchema(field)])),
        },
      ]),
    ),
  };
}

function columnSchema({ name, kind }: BenchField): ColumnSchema {
  return { kind, label: `Field ${name}`, description: null, custom: false, exposed: true };
}

function fieldSchema({ name, kind }: BenchField): FieldSchema {
  return {
    type: fieldType(kind),
    label: `Field ${name}`,
    description: null,
    readOnly: name === 'id',
    custom: false,
    filterable: true,
  };
}

function fieldType(kind: ColumnKind): FieldType {
  if (kind.startsWith('ref:')) return { kind: 'reference', record: kind.slice(4) };
  const kinds = { id: 'string', text: 'string', num: 'number', bool: 'boolean', int: 'integer' } as const;
  if (kind === 'date' || kind === 'datetime') return { kind };
  return { kind: kinds[kind as keyof typeof kinds] };
}

/** The same account as the catalog's OpenAPI answer: what openapi-typescript reads. */
export function openApiDocument(): object {
  const schemas = Object.fromEntries(
    Array.from({ length: RECORDS }, (_, record) => [
      `record${record}`,
      {
        type: 'object',
        properties: Object.fromEntries(
          fieldsOf(record).map(({ name, kind }) => [name, openApiProperty(name, kind)]),
        ),
      },
    ]),
  );
  const paths = Object.fromEntries(
    Object.keys(schemas).map((name) => [
      `/${name}/{id}`,
      {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'Get record.',
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
            },
          },
        },
      },
    ]),
  );
  return { openapi: '3.0.1', info: { title: 'NetSuite REST', version: '1' }, paths, components: { schemas } };
}

function openApiProperty(name: string, kind: ColumnKind): object {
  if (kind.startsWith('ref:')) return { $ref: `#/components/schemas/${kind.slice(4)}` };
  const types: Readonly<Record<string, object>> = {
    num: { type: 'number', format: 'double' },
    bool: { type: 'boolean' },
    date: { type: 'string', format: 'date' },
    datetime: { type: 'string', format: 'date-time' },
    int: { type: 'integer', format: 'int64' },
  };
  return { title: `Field ${name}`, nullable: true, ...(types[kind] ?? { type: 'string' }) };
}
