import type {
  ColumnSchema,
  Discriminator,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableBinding,
  TableSchema,
} from './document.js';

/**
 * The text of a schema.json: the same document gives the same bytes, whatever the order of its keys.
 *
 * Dictionaries are sorted by code unit; a plain field or column takes one line, so that a diff that
 * changes it shows its name. Ends in a newline.
 */
export function serializeSchemaDocument(document: SchemaDocument): string {
  const { account, records, tables, refusedTables } = document;
  const refused = refusedTables === undefined ? '' : `,\n  "refusedTables": ${list(refusedTables)}`;
  return `{
  "format": ${document.format},
  "account": { "bindParameters": ${account.bindParameters}, "timeZone": ${json(account.timeZone)} },
  "records": ${sorted(records, recordText, '  ')},
  "tables": ${sorted(tables, tableText, '  ')}${refused}
}
`;
}

function recordText(record: RecordSchema, indent: string): string {
  return `{
${indent}  "restName": ${json(record.restName)},
${indent}  "label": ${json(record.label)},
${indent}  "custom": ${json(record.custom)},
${indent}  "table": ${record.table === null ? 'null' : bindingText(record.table)},
${indent}  "fields": ${sorted(record.fields, fieldText, `${indent}  `)}
${indent}}`;
}

function bindingText({ name, discriminator }: TableBinding): string {
  return `{ "name": ${json(name)}, "discriminator": [${discriminator.map(discriminatorText).join(', ')}] }`;
}

function discriminatorText({ column, value }: Discriminator): string {
  return `{ "column": ${json(column)}, "value": ${json(value)} }`;
}

function fieldText(field: FieldSchema, indent: string): string {
  const { type, label, description, readOnly, custom, filterable } = field;
  if (type.kind !== 'subrecord' && type.kind !== 'sublist') {
    return `{ "type": ${plainTypeText(type)}, "label": ${json(label)}, "description": ${json(description)}, "readOnly": ${readOnly}, "custom": ${custom}, "filterable": ${filterable} }`;
  }
  const key = type.kind === 'sublist' ? `\n${indent}    "key": ${list(type.key)},` : '';
  return `{
${indent}  "type": {
${indent}    "kind": "${type.kind}",${key}
${indent}    "fields": ${sorted(type.fields, fieldText, `${indent}    `)}
${indent}  },
${indent}  "label": ${json(label)},
${indent}  "description": ${json(description)},
${indent}  "readOnly": ${readOnly},
${indent}  "custom": ${custom},
${indent}  "filterable": ${filterable}
${indent}}`;
}

function plainTypeText(type: Exclude<FieldType, { readonly kind: 'subrecord' | 'sublist' }>): string {
  if (type.kind === 'enum') return `{ "kind": "enum", "values": ${list(type.values)} }`;
  const record = 'record' in type ? `, "record": ${json(type.record)}` : '';
  return `{ "kind": "${type.kind}"${record} }`;
}

function tableText(table: TableSchema, indent: string): string {
  return `{
${indent}  "label": ${json(table.label)},
${indent}  "primaryKey": ${json(table.primaryKey)},
${indent}  "confidence": "${table.confidence}",
${indent}  "columns": ${sorted(table.columns, columnText, `${indent}  `)}
${indent}}`;
}

function columnText({ kind, label, description, custom, exposed, codes }: ColumnSchema): string {
  const codesText = codes === undefined ? '' : `, "codes": ${list(codes)}`;
  return `{ "kind": ${json(kind)}, "label": ${json(label)}, "description": ${json(description)}, "custom": ${custom}, "exposed": ${exposed}${codesText} }`;
}

function sorted<Value>(
  dictionary: Readonly<Record<string, Value>>,
  text: (value: Value, indent: string) => string,
  indent: string,
): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(dictionary)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${deeper}${json(name)}: ${text(value, deeper)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function list(values: readonly string[] | null): string {
  return values === null ? 'null' : `[${values.map(json).join(', ')}]`;
}

function json(value: string | null): string {
  return value === null ? 'null' : JSON.stringify(value);
}
