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
