export type {
  AccountFacts,
  ColumnKind,
  ColumnSchema,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableBinding,
  TableSchema,
} from './document.js';
export { type KnownColumn, type KnownTable, knownTables } from './known-tables.js';
