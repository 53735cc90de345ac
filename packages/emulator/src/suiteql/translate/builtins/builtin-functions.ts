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
  ['cf', scalarFunction(1, (given) => compositeStatus(argumentAt(given, 0)))],
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

/** BUILTIN.CF: a transaction's status with its type, as saved searches write it (`CustInvc:B`). */
function compositeStatus({ sql, column }: Fragment): Fragment {
  const origin = column?.origin;
  if (origin?.table !== 'transaction' || origin.column !== 'status') {
    throw unsupported('BUILTIN.CF is emulated for transaction.status, straight from the table.');
  }
  return text(`(${column?.sibling('type') ?? 'NULL'} || ':' || ${sql})`);
}
