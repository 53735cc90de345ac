import { mapTableOf } from '@suitewright/schema';
import type { TableReference } from '@suitewright/suiteql';
import { quoteName } from '../../database/create-tables.js';
import { hiddenTable } from '../rejection.js';
import type { Context } from './context.js';
import type { Fragment } from './fragment.js';
import type { Source } from './scope.js';

interface MadeTable {
  readonly sql: string;
  readonly source: Source;
}

/** A table that is not stored: DUAL, and those of multiple selects. Null: it is no such table. */
export function translateMadeTable({ name, alias }: TableReference, context: Context): MadeTable | null {
  const kinds = kindsOf(name.name, context);
  if (kinds === null) return null;
  const sourceSql = context.uniqueName('s');
  const columns = new Map(
    Object.entries(kinds.columns).map(([column, kind]): [string, Fragment] => [
      column,
      { sql: `${sourceSql}.${column}`, kind, column: { origin: null, sibling: () => undefined } },
    ]),
  );
  return {
    sql: `(${kinds.rows}) AS ${sourceSql}`,
    source: {
      alias: alias?.name ?? name.name,
      title: name.name,
      table: null,
      columnNames: [...columns.keys()],
      column: (column) => columns.get(column),
    },
  };
}

interface MadeRows {
  readonly rows: string;
  readonly columns: Readonly<Record<string, Fragment['kind']>>;
}

function kindsOf(name: string, { tables, access }: Context): MadeRows | null {
  if (name === 'dual') return { rows: "SELECT 'X' AS dummy", columns: { dummy: 'text' } };
  const map = mapTableOf(name, (table, column) => tables.get(table)?.columns.get(column)?.kind);
  const key = map === null ? null : (tables.get(map.table)?.primaryKey ?? null);
  if (map === null || key === null) return null;
  if (access?.isHidden(map.table) === true) throw hiddenTable(name);
  const visible = access?.rows(map.table);
  const tableSql = quoteName(map.table);
  const from = visible === undefined ? tableSql : `(SELECT * FROM ${tableSql} WHERE ${visible})`;
  const values = `m.${quoteName(map.column)}`;
  // The ids of a multiple select are stored as text: 1, 5.
  return {
    rows:
      `SELECT m.${quoteName(key)} AS mapone, CAST(v.value AS INTEGER) AS maptwo FROM ${from} AS m, ` +
      `json_each('[' || ${values} || ']') AS v WHERE ${values} IS NOT NULL`,
    columns: { mapone: `ref:${map.table}`, maptwo: `ref:${map.target}` },
  };
}
