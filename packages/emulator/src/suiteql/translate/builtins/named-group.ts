import { quoteName } from '../../../database/create-tables.js';
import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import type { Fragment } from '../fragment.js';
import { optionOf } from './option.js';

const ownable: ReadonlySet<string> = new Set(['subsidiary', 'department', 'location', 'classification']);

/**
 * BUILTIN.NAMED_GROUP, the set behind IN.
 *
 * Assumed: the emulator's role sees everything, so that all active rows are `mine`. There is no employee
 * behind its login, so that groups of people are refused.
 */
export function namedGroup(given: readonly Fragment[], context: Context): Fragment {
  const written = optionOf(given[0], '', 'BUILTIN.NAMED_GROUP').toLowerCase();
  const name = written === 'class' ? 'classification' : written;
  const group = optionOf(given[1], '', 'BUILTIN.NAMED_GROUP');
  const table = ownable.has(name) ? context.tables.get(name) : undefined;
  if (table === undefined || group !== 'MINE') {
    throw unsupported(`BUILTIN.NAMED_GROUP('${written}', '${group.toLowerCase()}') is not emulated.`);
  }
  const row = context.uniqueName('g');
  const active = `coalesce(${row}."isinactive", 'F') = 'F'`;
  return {
    sql: `(SELECT ${row}."id" FROM ${quoteName(table.name)} AS ${row} WHERE ${active})`,
    kind: `ref:${name}`,
  };
}
