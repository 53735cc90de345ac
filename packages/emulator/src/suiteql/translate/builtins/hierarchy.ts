import { quoteName } from '../../../database/create-tables.js';
import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { type Fragment, text } from '../fragment.js';
import { argumentAt } from '../functions/scalar-function.js';
import { displaySql, displayText } from './display.js';
import { optionOf } from './option.js';

// No chart is deeper; a circle among the parents ends here.
const maximumDepth = 100;

/**
 * BUILTIN.HIERARCHY: the row that a reference points to, with the rows above it.
 *
 * Assumed: names and ids come from the top down with ` : ` between them, in the forms that say SEPARATED
 * with `|`, and the level of a row without a parent is 1. The help page names the forms, not their text.
 */
export function hierarchy(given: readonly Fragment[], context: Context): Fragment {
  const value = argumentAt(given, 0);
  const form = optionOf(given[1], '', 'BUILTIN.HIERARCHY');
  const tableName = value.kind === 'id' ? value.column?.origin?.table : value.kind.replace(/^ref:/, '');
  const display = tableName === undefined ? undefined : displaySql(tableName, context);
  if (
    tableName === undefined ||
    display === undefined ||
    context.tables.get(tableName)?.columns.has('parent') !== true
  ) {
    throw unsupported('BUILTIN.HIERARCHY takes a reference to a table whose rows have a parent.');
  }
  if (form === 'SELF_IDENTIFIER') return { sql: value.sql, kind: value.kind };
  if (form === 'SELF_DISPLAY') return displayText({ ...value, kind: `ref:${tableName}` }, context);
  const { name, key } = display;
  const up = context.uniqueName('u');
  const parent = `${name}.${quoteName('parent')}`;
  const columns = `${name}.${key}, ${parent}, ${display.sql}`;
  const chain =
    `WITH RECURSIVE ${up}(id, parent, shown, depth) AS (` +
    `SELECT ${columns}, 1 FROM ${display.from} WHERE ${name}.${key} = ${value.sql} ` +
    `UNION ALL SELECT ${columns}, ${up}.depth + 1 FROM ${display.from} JOIN ${up} ON ${name}.${key} = ${up}.parent ` +
    `WHERE ${up}.depth < ${maximumDepth})`;
  const joined = (column: string, separator: string): Fragment =>
    text(`(${chain} SELECT group_concat(${column}, '${separator}' ORDER BY depth DESC) FROM ${up})`);
  switch (form) {
    case 'DISPLAY':
    case 'DISPLAY_JOINED':
      return joined('shown', ' : ');
    case 'DISPLAY_SEPARATED':
      return joined('shown', '|');
    case 'IDENTIFIER':
      return joined('id', ' : ');
    case 'IDENTIFIER_SEPARATED':
      return joined('id', '|');
    case 'LEVEL':
      return { sql: `(${chain} SELECT max(depth) FROM ${up})`, kind: 'int' };
    default:
      throw unsupported(`BUILTIN.HIERARCHY does not know the form ${form}.`);
  }
}
