import { quoteName } from '../../../database/create-tables.js';
import { displayNameTables } from '../../../database/display-names.js';
import type { Context } from '../context.js';
import { asText } from '../convert.js';
import { type Fragment, text } from '../fragment.js';

/** BUILTIN.DF: what the user interface shows for the value. */
export function displayText(value: Fragment, context: Context): Fragment {
  const { kind, column } = value;
  if (kind.startsWith('ref:')) return displayOfReference(value, kind.slice('ref:'.length), context);
  if (kind.startsWith('multi:')) return displayOfReferences(value, kind.slice('multi:'.length), context);
  const origin = column?.origin;
  if (origin?.table === 'transaction' && origin.column === 'status') {
    const type = column?.sibling('type') ?? 'NULL';
    return named({ table: displayNameTables.transactionStatus, keys: [type, value.sql], value: value.sql });
  }
  const codes = origin ? codeTables.get(`${origin.table}.${origin.column}`) : undefined;
  if (codes !== undefined) return named({ table: codes, keys: [value.sql], value: value.sql });
  return text(asText(value));
}

const codeTables: ReadonlyMap<string, string> = new Map([
  ['transaction.type', displayNameTables.transactionType],
  ['item.itemtype', displayNameTables.itemType],
  ['transactionline.itemtype', displayNameTables.itemType],
  ['account.accttype', displayNameTables.accountType],
]);

interface NamedCode {
  readonly table: string;
  /** SQL of the code's parts. */
  readonly keys: readonly string[];
  /** What to show for a code without a name. */
  readonly value: string;
}

function named({ table, keys, value }: NamedCode): Fragment {
  const test = keys.map((key, index) => `n."key${index + 1}" = ${key}`).join(' AND ');
  return text(`coalesce((SELECT n."name" FROM ${quoteName(table)} AS n WHERE ${test}), ${value})`);
}

function displayOfReference(value: Fragment, tableName: string, context: Context): Fragment {
  const found = displaySql(tableName, context);
  if (found === undefined) return text(`CAST(${value.sql} AS TEXT)`);
  const { name, sql, from, key } = found;
  return text(`(SELECT ${sql} FROM ${from} WHERE ${name}.${key} = ${value.sql})`);
}

/** Assumed: the names of a multiple select are printed in the order of its ids, with `, ` between. */
function displayOfReferences(value: Fragment, tableName: string, context: Context): Fragment {
  const found = displaySql(tableName, context);
  if (found === undefined) return text(value.sql);
  const { name, sql, from, key } = found;
  const ids = `json_each('["' || replace(${value.sql}, ', ', '","') || '"]')`;
  const id = context.uniqueName('j');
  return text(
    `(SELECT group_concat(${sql}, ', ' ORDER BY ${id}.key) FROM ${ids} AS ${id} JOIN ${from} ON ${name}.${key} = ${id}.value)`,
  );
}

export interface Display {
  /** What the table is called in the subquery. */
  readonly name: string;
  /** The text that stands for a row. */
  readonly sql: string;
  readonly from: string;
  readonly key: string;
}

/** How rows of a table are shown; undefined when there is no such table. */
export function displaySql(tableName: string, context: Context): Display | undefined {
  const table = context.tables.get(tableName);
  if (table === undefined || table.primaryKey === null) return undefined;
  const name = context.uniqueName('d');
  const columns = table.displayColumns.map((column) => `${name}.${quoteName(column)}`);
  const key = quoteName(table.primaryKey);
  const sql = [...columns, `CAST(${name}.${key} AS TEXT)`];
  return {
    name,
    sql: `coalesce(${sql.join(', ')})`,
    from: `${quoteName(table.name)} AS ${name}`,
    key,
  };
}
