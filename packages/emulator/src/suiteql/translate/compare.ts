import type { ComparisonOperator } from '@suitewright/suiteql';
import type { Context } from './context.js';
import { asMoment, asNumber, isWideNumber, rejectCondition } from './convert.js';
import { type Fragment, isId, isMoment, isNumeric, isText, numberLiteral, sortable } from './fragment.js';

export interface Operands {
  readonly left: Fragment;
  readonly right: Fragment;
}

export interface ComparableSql {
  readonly left: string;
  readonly right: string;
  /** Doubles next to both, which decide unless they are next to each other, and are far quicker to compute. */
  readonly doubles?: { readonly left: string; readonly right: string };
}

/** `left operator right`. */
export function compare(operator: ComparisonOperator, operands: Operands, context: Context): string {
  return comparisonSql(operator, comparable(operator, operands, context));
}

/** `left operator right` of what `comparable` made. */
export function comparisonSql(operator: ComparisonOperator, { left, right, doubles }: ComparableSql): string {
  const exactly = `(${left} ${operator} ${right})`;
  if (doubles === undefined) return exactly;
  const [first, second] = [doubles.left, doubles.right];
  const isFar = `abs(${first} - ${second}) > ${doubleDoubt} * (abs(${first}) + abs(${second}))`;
  return `iif(${isFar}, ${first} ${operator} ${second}, ${exactly})`;
}

/** In doubles that are next to two numbers, a greater difference than this part of their sizes is one of the numbers. */
const doubleDoubt = 1e-14;

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
  if (isNumeric(left) && isText(right))
    return numberWithText(operator, { number: left, text: right }, context);
  if (isText(left) && isNumeric(right)) {
    const swapped = numberWithText(operator, { number: right, text: left }, context);
    return { left: swapped.right, right: swapped.left };
  }
  return numbersOrTexts(operator, { left, right });
}

/**
 * A number beside a text: the text is converted. Some ids are text; they are compared with text as such.
 *
 * @see "Data Conversion", Oracle's "SQL Language Reference"
 */
function numberWithText(
  operator: ComparisonOperator,
  { number, text }: { readonly number: Fragment; readonly text: Fragment },
  context: Context,
): ComparableSql {
  if (typeof text.constant === 'string') {
    const value = numberLiteral(text.constant);
    if (value !== undefined) return numbersOrTexts(operator, { left: number, right: value });
  }
  if (isId(number.kind)) return idWithText(operator, { id: number, text }, context);
  // Several ids in one text are no number, and are compared as they are.
  if (text.kind.startsWith('multi:')) return { left: number.sql, right: text.sql };
  const right: Fragment = { sql: asNumber(text), kind: 'num', wide: isWideNumber(text) };
  return numbersOrTexts(operator, { left: number, right });
}

function idWithText(
  operator: ComparisonOperator,
  { id, text }: { readonly id: Fragment; readonly text: Fragment },
  context: Context,
): ComparableSql {
  if (typeof text.constant === 'string') {
    const origin = id.column?.origin ?? null;
    // Assumed: no source says what NetSuite does with a parameter that is no id. It matches none.
    const isText =
      text.isParameter === true || (origin !== null && context.holdsTexts(origin.table, origin.column));
    return { left: isText ? id.sql : `sw_text_id(${id.sql})`, right: text.sql };
  }
  // A column's affinity makes SQLite compare a number with a text as Oracle does.
  if (isEquality(operator) && (id.column !== undefined || text.column !== undefined)) {
    return { left: id.sql, right: text.sql };
  }
  return { left: `CAST(${id.sql} AS TEXT)`, right: text.sql };
}

/** Equal values have one form; where one side's may be of bytes, both have to be for SQLite to order them. */
function numbersOrTexts(operator: ComparisonOperator, { left, right }: Operands): ComparableSql {
  if (isEquality(operator) || (left.wide !== true && right.wide !== true)) {
    return { left: left.sql, right: right.sql };
  }
  const sides = { left: sortable({ ...left, wide: true }), right: sortable({ ...right, wide: true }) };
  const doubles = { left: doubleOf(left), right: doubleOf(right) };
  if (doubles.left === undefined || doubles.right === undefined) return sides;
  return { ...sides, doubles: { left: doubles.left, right: doubles.right } };
}

function doubleOf({ sql, kind, wide, approximation }: Fragment): string | undefined {
  return wide === true || isId(kind) ? approximation : sql;
}

function isEquality(operator: ComparisonOperator): boolean {
  return operator === '=' || operator === '<>';
}
