import {
  customKindOf,
  emptyDictionary,
  type RecordSchema,
  type SchemaDocument,
  type TableBinding,
  type TableSchema,
  tableOfRecord,
} from '@suitewright/schema';
import type { JsonSchemaNode } from '../introspect/json-schema.js';
import type { RawMetadata } from '../introspect/raw-metadata.js';
import { customFieldTargetTable, knownTargetTable, recordsByTable } from './known-references.js';
import { recordFields } from './record-fields.js';
import { referenceTargets } from './reference-targets.js';
import { refusedTablesOf, tablesOf } from './tables.js';

/**
 * Turns what an account answered into a schema document: fields with their types, references with
 * what they point to, records bound to their SuiteQL tables, columns with kinds and labels.
 *
 * Pure: the same metadata gives the same document. Names and texts pass through as data, whatever
 * they contain.
 */
export function normalize(raw: RawMetadata): SchemaDocument {
  const records = recordsOf(raw);
  const tables = tablesOf(raw, records);
  const bound = emptyDictionary<RecordSchema>();
  for (const [name, record] of Object.entries(records)) {
    bound[name] = { ...record, table: bindingWithin(tables, name) };
  }
  const refusedTables = refusedTablesOf(raw);
  return {
    format: 1,
    account: { bindParameters: raw.bindParameters, timeZone: raw.timeZone },
    records: bound,
    tables,
    ...(refusedTables.length > 0 && { refusedTables }),
  };
}

/** The records, not yet bound to tables. */
function recordsOf(raw: RawMetadata): Readonly<Record<string, RecordSchema>> {
  const targets = referenceTargets(raw);
  const names = new Set(raw.records.keys());
  const byTable = recordsByTable(names);
  const records = emptyDictionary<RecordSchema>();

  const targetIn = (table: string, field: string): string | null => {
    const column = field.toLowerCase();
    const target = knownTargetTable(table, column) ?? customFieldTargetTable(raw.custom, column);
    return target === null ? null : (byTable.get(target) ?? null);
  };

  for (const [name, schema] of raw.records) {
    const table = tableOfRecord(name).name;
    records[name] = {
      restName: targets.restName(name) ?? name,
      label: labelOf(name, schema, raw),
      custom: customKindOf(name, schema['x-ns-custom-record'] ?? false),
      table: null,
      fields: recordFields(schema, {
        twins: targets.twinsOf(name),
        records: names,
        definitions: raw.custom.fields,
        knownTarget: (field) => targetIn(table, field),
        knownLineTarget: (field) => targetIn(table === 'transaction' ? 'transactionline' : '', field),
      }),
    };
  }
  return records;
}

function labelOf(name: string, schema: JsonSchemaNode, { custom }: RawMetadata): string | null {
  const title = schema.title?.trim() ?? '';
  if (title !== '') return title;
  return custom.recordTypes.get(name)?.label ?? custom.lists.get(name)?.label ?? null;
}

/** The record's table, if the account has it with the columns that tell the record's rows apart. */
function bindingWithin(tables: Readonly<Record<string, TableSchema>>, record: string): TableBinding | null {
  const binding = tableOfRecord(record);
  const columns = tables[binding.name]?.columns;
  if (columns === undefined) return null;
  return binding.discriminator.every(({ column }) => columns[column]?.exposed === true) ? binding : null;
}
