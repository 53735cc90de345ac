import {
  type FieldSchema,
  type RecordSchema,
  tableOfRecord,
  transactionLineSublists,
} from '@suitewright/schema';

/** The REST fields that may show the same as a column, by table and lower-case name. */
export type RestColumns = ReadonlyMap<string, ReadonlyMap<string, readonly FieldSchema[]>>;

/** Body fields go with the record's table, line fields of transactions with `transactionline`. */
export function restColumns(records: Readonly<Record<string, RecordSchema>>): RestColumns {
  const tables = new Map<string, Map<string, FieldSchema[]>>();
  const add = (table: string, name: string, field: FieldSchema): void => {
    const columns = tables.get(table) ?? new Map<string, FieldSchema[]>();
    tables.set(table, columns);
    const column = name.toLowerCase();
    columns.set(column, [...(columns.get(column) ?? []), field]);
  };
  for (const [record, { fields }] of Object.entries(records)) {
    const table = tableOfRecord(record).name;
    for (const [name, field] of Object.entries(fields)) {
      if (field.type.kind !== 'sublist') add(table, name, field);
      else if (table === 'transaction' && transactionLineSublists.has(name)) {
        for (const [line, lineField] of Object.entries(field.type.fields))
          add('transactionline', line, lineField);
      }
    }
  }
  return tables;
}

/**
 * One field out of those that show the same column in several records: one with the commonest label,
 * since an order calls `tranid` "Order #" and an invoice "Invoice #".
 */
export function representativeField(fields: readonly FieldSchema[]): FieldSchema | null {
  const counts = new Map<string, number>();
  for (const { label } of fields) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [commonest] = [...counts].sort(
    ([a, count], [b, otherCount]) => otherCount - count || (a < b ? -1 : 1),
  );
  const labelled = fields.filter(({ label }) => label === (commonest?.[0] ?? null));
  return labelled.find(({ description }) => description !== null) ?? labelled[0] ?? fields[0] ?? null;
}
