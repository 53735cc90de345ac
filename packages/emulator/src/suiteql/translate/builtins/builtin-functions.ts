import { unsupported } from '../../rejection.js';
import { type Fragment, text } from '../fragment.js';
import { argumentAt, type ScalarFunction, scalarFunction } from '../functions/scalar-function.js';
import { consolidate } from './consolidate.js';
import { convertCurrency, currencyOf } from './currency.js';
import { displayText } from './display.js';
import { hierarchy } from './hierarchy.js';
import { multiSelectFilter } from './multi-select-filter.js';
import { namedGroup } from './named-group.js';
import { period } from './period.js';
import { relativeRange } from './relative-ranges.js';

const any = Number.POSITIVE_INFINITY;

/**
 * The functions of the BUILTIN package.
 *
 * @see "SuiteQL Supported Built-in Functions", Oracle NetSuite help
 */
export const builtinFunctions: ReadonlyMap<string, ScalarFunction> = new Map<string, ScalarFunction>([
  ['cf', scalarFunction(1, (given) => criteriaValue(argumentAt(given, 0)))],
  ['consolidate', scalarFunction(7, consolidate)],
  ['currency', scalarFunction(1, (given) => currencyOf(argumentAt(given, 0)))],
  ['currency_convert', scalarFunction([1, 3], convertCurrency)],
  ['df', scalarFunction(1, (given, context) => displayText(argumentAt(given, 0), context))],
  ['hierarchy', scalarFunction(2, hierarchy)],
  ['mnfilter', scalarFunction([5, any], multiSelectFilter)],
  ['named_group', scalarFunction(2, namedGroup)],
  ['period', scalarFunction(4, period)],
  ['relative_ranges', scalarFunction([2, 3], relativeRange)],
]);

/**
 * BUILTIN.CF, the criteria value of a field: a transaction's status with its type, as saved searches write it
 * (`CustInvc:B`).
 *
 * Assumed: status is the only field that is combined of several; the criteria value of any other is its value. The help
 * page says “some fields, such as transaction.status”, and a published query asks for that of entity.type.
 */
function criteriaValue(field: Fragment): Fragment {
  const { sql, column } = field;
  if (column === undefined) throw unsupported('BUILTIN.CF takes a field.');
  const { origin } = column;
  if (origin?.table !== 'transaction' || origin.column !== 'status') return field;
  return text(`(${column.sibling('type') ?? 'NULL'} || ':' || ${sql})`);
}
