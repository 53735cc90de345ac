export {
  accountTypeNames,
  itemTypeNames,
  transactionStatusNames,
  transactionTypeNames,
} from './code-names.js';
export { customKindOf } from './custom-kind.js';
export { customListColumns, customRecordColumns } from './custom-table-columns.js';
export { dictionary, emptyDictionary } from './dictionary.js';
export { diffSchemas, type SchemaChange } from './diff-schemas.js';
export type {
  AccountFacts,
  ColumnKind,
  ColumnSchema,
  Discriminator,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableBinding,
  TableSchema,
} from './document.js';
export { type CodeList, codeListOf, codeLists } from './known-codes.js';
export { type KnownColumn, type KnownTable, knownTables } from './known-tables.js';
export { type MapTable, mapTableOf } from './map-table.js';
export { parseSchemaDocument } from './parse-schema-document.js';
export { tableOfRecord, transactionEntities, transactionLineSublists } from './record-tables.js';
export { schemaFingerprint } from './schema-fingerprint.js';
export { SchemaFormatError, type SchemaFormatErrorCode } from './schema-format-error.js';
export { serializeSchemaDocument } from './serialize-schema-document.js';
