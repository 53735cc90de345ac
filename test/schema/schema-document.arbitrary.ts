import type {
  ColumnKind,
  ColumnSchema,
  FieldSchema,
  RecordSchema,
  SchemaDocument,
  TableSchema,
} from '@suitewright/schema';
import fc from 'fast-check';

/** Names as an account may have them, the hostile ones more often than chance would give. */
const name: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'class', '*/', "'", '"', '\n', '1', ''),
  fc.string({ unit: 'binary' }),
);

const text = fc.option(name);

/** A dictionary without a prototype, as `parseSchemaDocument` gives it. */
function dictionaryOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc.uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => key }).map((pairs) => {
    const entries: Record<string, Value> = Object.create(null);
    for (const [key, entry] of pairs) entries[key] = entry;
    return entries;
  });
}

const { field } = fc.letrec<{
  field: FieldSchema;
  type: FieldSchema['type'];
  fields: Record<string, FieldSchema>;
}>((tie) => ({
  fields: dictionaryOf(tie('field')),
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('string', 'integer', 'number', 'boolean', 'date', 'unknown') }),
    fc.record({ kind: fc.constantFrom('reference', 'references'), record: text }),
    fc.record({ kind: fc.constant('enum'), values: fc.array(name, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('subrecord'), fields: tie('fields') }),
    fc.record({
      kind: fc.constant('sublist'),
      key: fc.option(fc.array(name, { maxLength: 2 })),
      fields: tie('fields'),
    }),
  ) as fc.Arbitrary<FieldSchema['type']>,
  field: fc.record({
    type: tie('type'),
    label: text,
    description: text,
    readOnly: fc.boolean(),
    custom: fc.boolean(),
    filterable: fc.boolean(),
  }),
}));

const discriminator = fc.record({ column: name, value: name });

const record: fc.Arbitrary<RecordSchema> = fc.record({
  restName: name,
  label: text,
  custom: fc.constantFrom('record', 'list', null),
  table: fc.option(
    fc.record({
      name,
      discriminator: fc.array(discriminator, { maxLength: 2 }),
    }),
  ),
  fields: dictionaryOf(field),
});

const kind: fc.Arbitrary<ColumnKind> = fc.oneof(
  fc.constantFrom<ColumnKind>('id', 'text', 'int', 'num', 'bool', 'date', 'datetime', 'ref:customer'),
  fc.string({ minLength: 1 }).map((target): ColumnKind => `multi:${target}`),
);

const column: fc.Arbitrary<ColumnSchema> = fc.record(
  {
    kind,
    label: text,
    description: text,
    custom: fc.boolean(),
    exposed: fc.boolean(),
    codes: fc.array(name, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'label', 'description', 'custom', 'exposed'] },
);

const table: fc.Arbitrary<TableSchema> = fc.record({
  label: text,
  primaryKey: text,
  confidence: fc.constantFrom('known', 'observed'),
  columns: dictionaryOf(column),
});

/** Any schema document, hostile names included. */
export const schemaDocument: fc.Arbitrary<SchemaDocument> = fc.record({
  format: fc.constant(1 as const),
  account: fc.record({ bindParameters: fc.option(fc.boolean()), timeZone: text }),
  records: dictionaryOf(record),
  tables: dictionaryOf(table),
});
