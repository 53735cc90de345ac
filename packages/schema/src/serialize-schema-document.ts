import type {
  ColumnSchema,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableSchema,
} from './document.js';

/**
 * The text of a schema.json: the same document gives the same bytes, whatever the order of its keys.
 *
 * Dictionaries are sorted by code unit; a plain field or column takes one line, so that a diff that
 * changes it shows its name. Ends in a newline.
 */
export function serializeSchemaDocument(document: SchemaDocument): string {
  const text = block([
    ['format', inline(document.format)],
    [
      'account',
      inline({ bindParameters: document.account.bindParameters, timeZone: document.account.timeZone }),
    ],
    ['records', sorted(document.records, recordText)],
    ['tables', sorted(document.tables, tableText)],
  ]);
  return `${text('')}\n`;
}

/** A piece of the document, to be printed at some indentation. */
type Text = (indent: string) => string;

function recordText(record: RecordSchema): Text {
  const { table } = record;
  return block([
    ['restName', inline(record.restName)],
    ['label', inline(record.label)],
    ['custom', inline(record.custom)],
    [
      'table',
      inline(
        table && {
          name: table.name,
          discriminator: table.discriminator && ordered(table.discriminator),
          refinements: table.refinements.map(ordered),
        },
      ),
    ],
    ['fields', sorted(record.fields, fieldText)],
  ]);
}

function ordered(discriminator: { readonly column: string; readonly value: string }): object {
  return { column: discriminator.column, value: discriminator.value };
}

function fieldText(field: FieldSchema): Text {
  const facts = {
    label: field.label,
    description: field.description,
    readOnly: field.readOnly,
    custom: field.custom,
    filterable: field.filterable,
  };
  const { type } = field;
  if (type.kind !== 'subrecord' && type.kind !== 'sublist')
    return inline({ type: plainType(type), ...facts });
  const key: readonly Entry[] = type.kind === 'sublist' ? [['key', inline(type.key)]] : [];
  return block([
    ['type', block([['kind', inline(type.kind)], ...key, ['fields', sorted(type.fields, fieldText)]])],
    ...Object.entries(facts).map(([name, value]): Entry => [name, inline(value)]),
  ]);
}

function plainType(type: Exclude<FieldType, { readonly kind: 'subrecord' | 'sublist' }>): object {
  if (type.kind === 'enum') return { kind: type.kind, values: type.values };
  return 'record' in type ? { kind: type.kind, record: type.record } : { kind: type.kind };
}

function tableText(table: TableSchema): Text {
  return block([
    ['label', inline(table.label)],
    ['primaryKey', inline(table.primaryKey)],
    ['confidence', inline(table.confidence)],
    ['columns', sorted(table.columns, columnText)],
  ]);
}

function columnText(column: ColumnSchema): Text {
  return inline({
    kind: column.kind,
    label: column.label,
    description: column.description,
    custom: column.custom,
    exposed: column.exposed,
  });
}

type Entry = readonly [name: string, text: Text];

function block(entries: readonly Entry[]): Text {
  if (entries.length === 0) return () => '{}';
  return (indent) => {
    const deeper = `${indent}  `;
    const lines = entries.map(([name, text]) => `${deeper}${JSON.stringify(name)}: ${text(deeper)}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
}

function sorted<Value>(dictionary: Readonly<Record<string, Value>>, text: (value: Value) => Text): Text {
  const entries = Object.entries(dictionary).sort(([a], [b]) => (a < b ? -1 : 1));
  return block(entries.map(([name, value]): Entry => [name, text(value)]));
}

function inline(value: unknown): Text {
  const text = inlineJson(value);
  return () => text;
}

/** JSON on one line, with the blanks that formatters put. */
function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([name, entry]) => `${JSON.stringify(name)}: ${inlineJson(entry)}`,
  );
  return `{ ${entries.join(', ')} }`;
}
