import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { asText } from '../convert.js';
import { type Fragment, text } from '../fragment.js';
import { argumentAt } from '../functions/scalar-function.js';
import { displayText } from './display.js';
import { optionOf } from './option.js';

const operators: ReadonlySet<string> = new Set([
  'MN_INCLUDE',
  'MN_INCLUDE_ALL',
  'MN_INCLUDE_EXACTLY',
  'MN_EXCLUDE',
  'MN_EXCLUDE_ALL',
  'MN_EXCLUDE_EXACTLY',
]);

/**
 * BUILTIN.MNFILTER: whether a multiple select holds values, 'T' or 'F'. With 'DF' the values are texts
 * that are shown, otherwise ids.
 *
 * Assumed: an empty field holds no value, and the fourth argument, whose meaning no source at hand tells,
 * changes nothing.
 */
export function multiSelectFilter(given: readonly Fragment[], context: Context): Fragment {
  const field = argumentAt(given, 0);
  const operator = optionOf(given[1], 'MN_INCLUDE', 'BUILTIN.MNFILTER');
  if (!operators.has(operator)) throw unsupported(`BUILTIN.MNFILTER does not know the operator ${operator}.`);
  const shown = optionOf(given[2], '', 'BUILTIN.MNFILTER') === 'DF';
  const held = shown ? displayText(field, context).sql : asText(field);
  const values = given.slice(4).map((value) => asText(value));
  return text(`sw_mnfilter('${operator}', coalesce(${held}, ''), json_array(${values.join(', ')}))`);
}
