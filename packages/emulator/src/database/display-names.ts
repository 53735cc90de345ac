import {
  accountTypeNames,
  itemTypeNames,
  transactionStatusNames,
  transactionTypeNames,
} from '@suitewright/schema';
import type { Database } from 'node-sqlite3-wasm';
import { quoteName } from './create-tables.js';

/** Tables of our own, for BUILTIN.DF of codes. No statement can name them: no identifier holds a dot. */
export const displayNameTables = {
  transactionType: 'names.transactiontype',
  transactionStatus: 'names.transactionstatus',
  itemType: 'names.itemtype',
  accountType: 'names.accounttype',
} as const;

export function createDisplayNames(sqlite: Database): void {
  fill(sqlite, displayNameTables.transactionType, pairs(transactionTypeNames));
  fill(sqlite, displayNameTables.itemType, pairs(itemTypeNames));
  fill(sqlite, displayNameTables.accountType, pairs(accountTypeNames));
  const statuses = Object.entries(transactionStatusNames).flatMap(([type, names]) =>
    Object.entries(names).map(([status, name]) => ({
      keys: [type, status],
      name: `${transactionTypeNames[type] ?? type} : ${name}`,
    })),
  );
  fill(sqlite, displayNameTables.transactionStatus, statuses);
}

interface NamedCode {
  readonly keys: readonly string[];
  readonly name: string;
}

function pairs(names: Readonly<Record<string, string>>): readonly NamedCode[] {
  return Object.entries(names).map(([key, name]) => ({ keys: [key], name }));
}

function fill(sqlite: Database, table: string, codes: readonly NamedCode[]): void {
  const keys = (codes[0]?.keys ?? []).map((_, index) => quoteName(`key${index + 1}`));
  const columns = keys.map((key) => `${key} TEXT`).join(', ');
  sqlite.exec(
    `CREATE TABLE ${quoteName(table)} (${columns}, "name" TEXT, PRIMARY KEY (${keys.join(', ')})) WITHOUT ROWID`,
  );
  const marks = [...keys, '?'].map(() => '?').join(', ');
  const insert = sqlite.prepare(`INSERT INTO ${quoteName(table)} VALUES (${marks})`);
  for (const code of codes) insert.run([...code.keys, code.name]);
  insert.finalize();
}
