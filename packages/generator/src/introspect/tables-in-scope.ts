import { knownTables, tableOfRecord } from '@suitewright/schema';

/**
 * The SuiteQL tables that belong to records: those that hold them, the lines of transactions among them; and, because no record
 * stands for them that could be included, the known tables without one that these point to, such as `entity`.
 *
 * @param records Names of the included records.
 * @param catalog Names of all records of the account.
 */
export function tablesInScope(records: readonly string[], catalog: ReadonlySet<string>): ReadonlySet<string> {
  const holding = new Set(records.map((name) => tableOfRecord(name).name));
  if (holding.has('transaction')) holding.add('transactionline');
  const named = new Set([...catalog].map((name) => tableOfRecord(name).name));
  const targets = [...holding].flatMap((table) =>
    [...(knownTables.get(table)?.columns.values() ?? [])].flatMap(({ kind }) =>
      kind.startsWith('ref:') ? [kind.slice('ref:'.length)] : [],
    ),
  );
  return new Set([...holding, ...targets.filter((table) => !named.has(table))]);
}
