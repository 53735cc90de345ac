import { z } from 'zod';
import { dictionary } from './dictionary.js';
import type {
  ColumnKind,
  ColumnSchema,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableSchema,
} from './document.js';

const columnKind = z.custom<ColumnKind>(
  (value) =>
    typeof value === 'string' && /^(?:id|text|int|num|bool|date|datetime|(?:ref|multi):[\s\S]+)$/.test(value),
  'Invalid input: expected a column kind (id, text, int, num, bool, date, datetime, ref:TABLE or multi:TABLE)',
);

const fields: z.ZodType<Readonly<Record<string, FieldSchema>>> = dictionary(z.lazy(() => field));

const fieldType: z.ZodType<FieldType> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'time', 'unknown']),
  }),
  z.strictObject({ kind: z.enum(['reference', 'references']), record: z.string().nullable() }),
  z.strictObject({ kind: z.literal('enum'), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('subrecord'), fields }),
  z.strictObject({ kind: z.literal('sublist'), key: z.array(z.string()).nullable(), fields }),
]);

const field: z.ZodType<FieldSchema> = z.strictObject({
  type: fieldType,
  label: z.string().nullable(),
  description: z.string().nullable(),
  readOnly: z.boolean(),
  custom: z.boolean(),
  filterable: z.boolean(),
});

const discriminator = z.strictObject({ column: z.string(), value: z.string() });

const record: z.ZodType<RecordSchema> = z.strictObject({
  restName: z.string(),
  label: z.string().nullable(),
  custom: z.enum(['record', 'list']).nullable(),
  table: z
    .strictObject({
      name: z.string(),
      discriminator: z.array(discriminator),
    })
    .nullable(),
  fields,
});

const column: z.ZodType<ColumnSchema> = z.strictObject({
  kind: columnKind,
  label: z.string().nullable(),
  description: z.string().nullable(),
  custom: z.boolean(),
  exposed: z.boolean(),
  codes: z.array(z.string()).min(1).optional(),
});

const table: z.ZodType<TableSchema> = z.strictObject({
  label: z.string().nullable(),
  primaryKey: z.string().nullable(),
  confidence: z.enum(['known', 'observed']),
  columns: dictionary(column),
});

/** schema.json in format 1. Keys that it does not know are errors: they are typing errors, or another format. */
export const documentFormat: z.ZodType<SchemaDocument> = z.strictObject({
  format: z.literal(1),
  account: z.strictObject({ bindParameters: z.boolean().nullable(), timeZone: z.string().nullable() }),
  records: dictionary(record),
  tables: dictionary(table),
  refusedTables: z.array(z.string()).min(1).optional(),
});
