import type { ColumnKind } from './document.js';

/** The table that keeps the values of a multiple select, one row per value. */
export interface MapTable {
  /** Whose column it is: `mapone` is the id of its row. */
  readonly table: string;
  readonly column: string;
  /** What the values are ids of: `maptwo`. */
  readonly target: string;
}

/**
 * Finds the multiple select that a table `map_<table>_<column>` belongs to.
 *
 * @param name In lower case.
 * @param kindOf The kind of a column; undefined: there is none.
 * @see https://timdietrich.me/blog/netsuite-suiteql-multiselect-builtin-mnfilter; the columns `mapone` and `maptwo` are from
 *   published queries
 */
export function mapTableOf(
  name: string,
  kindOf: (table: string, column: string) => ColumnKind | undefined,
): MapTable | null {
  if (!name.startsWith('map_')) return null;
  const path = name.slice('map_'.length);
  // Names of tables and of columns may both hold underscores.
  for (let at = path.indexOf('_'); at !== -1; at = path.indexOf('_', at + 1)) {
    const [table, column] = [path.slice(0, at), path.slice(at + 1)];
    const kind = kindOf(table, column);
    if (kind?.startsWith('multi:')) return { table, column, target: kind.slice('multi:'.length) };
  }
  return null;
}
