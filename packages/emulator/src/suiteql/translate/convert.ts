import { parseAccountDate } from '../account-date.js';
import { unsupported } from '../rejection.js';
import { numberText } from '../stored-number.js';
import type { Context } from './context.js';
import { dateConstant, type Fragment, isMoment, isNumeric, numberLiteral, textLiteral } from './fragment.js';

/** The value as text, as Oracle converts it where text is called for. */
export function asText(fragment: Fragment): string {
  if (isMoment(fragment)) return `sw_date_text(${fragment.sql})`;
  if (typeof fragment.constant === 'number') return textLiteral(numberText(fragment.constant));
  if (fragment.kind === 'num' || fragment.wide === true) return `sw_number_text(${fragment.sql})`;
  rejectCondition(fragment);
  return fragment.sql;
}

/**
 * The value as a number, of bytes perhaps: for functions of ours.
 *
 * @throws {SuiteqlRejection} It is a date, or a literal that is no number.
 */
export function asNumber(fragment: Fragment): string {
  if (isNumeric(fragment)) return fragment.sql;
  if (isMoment(fragment)) throw unsupported('A number is called for, and a date is given.');
  if (typeof fragment.constant === 'string') {
    const value = numberLiteral(fragment.constant);
    if (value === undefined)
      throw unsupported(`A number is called for, and '${fragment.constant}' is given (ORA-01722).`);
    return value.sql;
  }
  rejectCondition(fragment);
  return fragment.kind === 'null' ? fragment.sql : `sw_to_number(${fragment.sql})`;
}

/** Whether the value may be of bytes where it is called for as a number. */
export function isWideNumber(fragment: Fragment): boolean {
  if (isNumeric(fragment)) return fragment.wide === true;
  return typeof fragment.constant === 'string' && numberLiteral(fragment.constant)?.wide !== true
    ? false
    : fragment.kind !== 'null';
}

/** The value as a number that SQLite computes with: the nearest double where it has more digits. */
export function asDouble(fragment: Fragment): string {
  return isWideNumber(fragment) ? `sw_double(${asNumber(fragment)})` : asNumber(fragment);
}

/**
 * The value as a date. Text is read in the account's date format, as Oracle's implicit conversion does.
 *
 * @throws {SuiteqlRejection} It is a number, or a literal that is no date in that format.
 */
export function asMoment(fragment: Fragment, context: Context): Fragment {
  if (isMoment(fragment) || fragment.kind === 'null') return fragment;
  if (typeof fragment.constant === 'string') {
    const seconds = parseAccountDate(fragment.constant, context.dateFormat);
    if (seconds !== undefined) return dateConstant(seconds, 'date');
    throw unsupported(
      `'${fragment.constant}' is compared with a date, and is no date in the account's format ` +
        `${context.dateFormat}. Wrap it in TO_DATE with a mask.`,
    );
  }
  if (isNumeric(fragment)) throw unsupported('A date is called for, and a number is given.');
  rejectCondition(fragment);
  return { sql: `sw_parse_date(${fragment.sql})`, kind: 'date' };
}

export function rejectCondition({ kind }: Fragment): void {
  if (kind === 'condition') throw unsupported('A condition is used where a value is called for.');
}
