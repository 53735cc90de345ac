import type { ComparisonOperator } from '@suitewright/suiteql';
import { numericValue } from '../plain-number.js';
import type { Context } from './context.js';
import { asMoment, asNumber, rejectCondition } from './convert.js';
import { constant, exact, type Fragment, isId, isMoment, isNumeric, isText } from './fragment.js';

export interface Operands {
  readonly left: Fragment;
  readonly right: Fragment;
}

export interface ComparableSql {
  readonly left: string;
  readonly right: string;
}

/** `left operator right`. */
export function compare(operator: ComparisonOperator, operands: Operands, context: Context): string {
  const { left, right } = comparable(operator, operands, context);
  return `(${left} ${operator} ${right})`;
}

/**
 * Both sides as SQL that SQLite compares as Oracle compares the originals: dates with dates, numbers
 * with numbers, text with text.
 *
 * @throws {SuiteqlRejection} The kinds cannot be compared.
 */
export function comparable(
  operator: ComparisonOperator,
  { left, right }: Operands,
  context: Context,
): ComparableSql {
  rejectCondition(left);
  rejectCondition(right);
  if (isMoment(left) || isMoment(right)) {
    return { left: asMoment(left, context).sql, right: asMoment(right, context).sql };
  }
  if (isNumeric(left) && isText(right)) return numberWithText(operator, { number: left, text: right });
  if (isText(left) && isNumeric(right)) {
    const swapped = numberWithText(operator, { number: right, text: left });
    return { left: swapped.right, right: swapped.left };
  }
  return { left: exact(left), right: exact(right) };
}

function numberWithText(
  operator: ComparisonOperator,
  { number, text }: { readonly number: Fragment; readonly text: Fragment },
): ComparableSql {
  if (typeof text.constant === 'string') {
    // An id may be text that is no number; such a comparison is one of texts.
    const value = numericValue(text.constant);
    return { left: exact(number), right: value === undefined ? text.sql : constant(value).sql };
  }
  const equality = operator === '=' || operator === '<>';
  // A column's affinity makes SQLite compare a number with a text as Oracle does.
  if (equality && (number.column !== undefined || text.column !== undefined)) {
    return { left: exact(number), right: text.sql };
  }
  if (isId(number.kind)) return { left: `CAST(${number.sql} AS TEXT)`, right: text.sql };
  return { left: exact(number), right: asNumber(text) };
}
