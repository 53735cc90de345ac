import type { Between, Expression } from '../../ast.js';
import { keyOf } from '../expression-key.js';
import { literalNumber } from '../numbers.js';
import { type CheckState, reportWarning } from '../state.js';

/** Warns of a BETWEEN whose lower bound is above the upper one: no value is between them. */
export function checkBetween(state: CheckState, { low, high, operand, negated, start, end }: Between): void {
  const isMoment = ['date', 'datetime'].includes(state.values.get(operand)?.kind ?? '');
  if (!isAbove(pointOf(state, low, isMoment), pointOf(state, high, isMoment))) return;
  reportWarning(state, {
    code: 'between-reversed',
    at: { start, end },
    message: `The first bound of BETWEEN is above the second: ${negated ? 'every' : 'no'} value meets this.`,
    hint: 'Write the lower bound first.',
  });
}

/** A value as an amount above something that has no amount. */
interface Point {
  readonly base: string;
  readonly amount: number | string;
}

/** Null: it cannot be told. */
function pointOf(state: CheckState, expression: Expression, isMoment: boolean): Point | null {
  const number = literalNumber(expression);
  if (number !== null) return { base: '', amount: number };
  switch (expression.kind) {
    case 'string':
      // How a text sorts depends on the letters' case, how it is read as a date on the account.
      return isMoment ? null : { base: 'text', amount: expression.value.toLowerCase() };
    case 'call':
      return dateOf(expression) ?? { base: keyOf(state, expression), amount: 0 };
    case 'column':
    case 'pseudo-column':
      return { base: keyOf(state, expression), amount: 0 };
    case 'operation': {
      const first = pointOf(state, expression.first, isMoment);
      if (first === null || typeof first.amount === 'string') return null;
      let { amount } = first;
      for (const { operator, value } of expression.rest) {
        const change = literalNumber(value);
        if (change === null || (operator !== '+' && operator !== '-')) return null;
        amount += operator === '+' ? change : -change;
      }
      return { base: first.base, amount };
    }
    default:
      return null;
  }
}

function isAbove(low: Point | null, high: Point | null): boolean {
  if (low === null || high === null || low.base !== high.base) return false;
  if (typeof low.amount === 'string' && typeof high.amount === 'string')
    return areReversed(low.amount, high.amount);
  return low.amount > high.amount;
}

/** Numbers in quotes compare as what they are compared with, which may be a number. */
function areReversed(low: string, high: string): boolean {
  const [from, to] = [Number(low), Number(high)];
  return low > high && (Number.isNaN(from) || Number.isNaN(to) || from > to);
}

const MASK = /^(YYYY|MM|DD)([-/. ]?)(YYYY|MM|DD)\2(YYYY|MM|DD)$/i;

/** The day of `TO_DATE('2026-01-31', 'YYYY-MM-DD')`, for masks of numbers alone. */
function dateOf({ name, namespace, arguments: given }: Expression & { readonly kind: 'call' }): Point | null {
  const [text, mask] = given;
  if (namespace !== null || name.name !== 'to_date' || text?.kind !== 'string' || mask?.kind !== 'string')
    return null;
  const [, first, , second, third] = MASK.exec(mask.value) ?? [];
  if (first === undefined) return null;
  const parts = [first, second, third].map((part) => part?.toUpperCase() ?? '');
  const digits = new RegExp(`^${parts.map((part) => `(\\d{${part.length}})`).join('\\D?')}$`).exec(
    text.value,
  );
  if (digits === null) return null;
  const numberAt = (part: string): string => digits[parts.indexOf(part) + 1] ?? '';
  return { base: 'date', amount: Number(numberAt('YYYY') + numberAt('MM') + numberAt('DD')) };
}
