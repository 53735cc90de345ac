import type { Operation, Unary } from '@suitewright/suiteql';
import { secondsADay } from '../../database/calendar.js';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asDouble, asNumber, isWideNumber } from './convert.js';
import { decimalCall } from './decimal-call.js';
import { constant, type Fragment, isMoment } from './fragment.js';
import type { Scope } from './scope.js';
import { concatenate } from './text.js';

export function unary(node: Unary, scope: Scope, context: Context): Fragment {
  const operand = context.expression(node.operand, scope);
  if (operand.kind === 'interval') {
    return node.operator === '+'
      ? operand
      : { ...operand, sql: `(-${operand.sql})`, constant: -Number(operand.constant) };
  }
  if (typeof operand.constant === 'number') {
    return node.operator === '+' ? operand : constant(-operand.constant);
  }
  const kind = operand.kind === 'int' ? 'int' : 'num';
  const sql = asNumber(operand);
  if (node.operator === '+') return { ...operand, sql, kind };
  if (isWideNumber(operand))
    return decimalCall({ name: 'sw_negate', values: [sql], wide: operand.wide === true, kind }, context);
  return { sql: `(-${sql})`, kind, ...(operand.bound !== undefined && { bound: operand.bound }) };
}

/** Operators of one precedence, from left to right. */
export function operation(node: Operation, scope: Scope, context: Context): Fragment {
  let left = context.expression(node.first, scope);
  let texts: Fragment[] = [];
  for (const { operator, value } of node.rest) {
    const right = context.expression(value, scope);
    if (operator === '||') {
      if (texts.length === 0) texts.push(left);
      texts.push(right);
      continue;
    }
    if (texts.length > 0) left = concatenate(texts);
    texts = [];
    left = arithmetic(operator, { left, right }, context);
  }
  return texts.length > 0 ? concatenate(texts) : left;
}

interface Operands {
  readonly left: Fragment;
  readonly right: Fragment;
}

type ArithmeticOperator = '+' | '-' | '*' | '/';

function arithmetic(operator: ArithmeticOperator, operands: Operands, context: Context): Fragment {
  const { left, right } = operands;
  if (isMoment(left) || isMoment(right)) return momentArithmetic(operator, operands);
  if (operator === '/') return division(operands);
  const isWhole = left.kind === 'int' && right.kind === 'int';
  const [leftSql, rightSql] = [asNumber(left), asNumber(right)];
  if (isWhole) {
    const [leftBound, rightBound] = [boundOf(left), boundOf(right)];
    const bound = operator === '*' ? leftBound * rightBound : leftBound + rightBound;
    if (bound <= Number.MAX_SAFE_INTEGER)
      return { sql: `(${leftSql} ${operator} ${rightSql})`, kind: 'int', bound };
  }
  const wide = left.wide === true || right.wide === true;
  const kind = isWhole ? 'int' : 'num';
  return decimalCall({ name: decimalFunctions[operator], values: [leftSql, rightSql], wide, kind }, context);
}

/** What the whole numbers of columns and of most functions stay below. */
const usualBound = 1e15;

function boundOf({ bound, wide }: Fragment): number {
  return wide === true ? Number.POSITIVE_INFINITY : (bound ?? usualBound);
}

const decimalFunctions = { '+': 'sw_add', '-': 'sw_subtract', '*': 'sw_multiply' } as const;

/** Oracle divides numbers, never integers, and refuses to divide by zero. */
function division({ left, right }: Operands): Fragment {
  return quotient(asNumber(left), asNumber(right), isWideNumber(left) || isWideNumber(right));
}

/** @param isWide Whether an operand may be of bytes. */
export function quotient(dividend: string, divisor: string, isWide: boolean): Fragment {
  const sql = `sw_divide(${dividend}, ${divisor})`;
  if (isWide) return { sql, kind: 'num', wide: true };
  return { sql, kind: 'num', wide: true, approximation: `(CAST(${dividend} AS REAL) / ${divisor})` };
}

/** So few days are added to a column without a look at the year, which is looked at where the date is printed. */
const plainDaysMaximum = 1_000_000;

function momentArithmetic(operator: ArithmeticOperator, { left, right }: Operands): Fragment {
  if (isMoment(left) && isMoment(right)) {
    if (operator !== '-') throw unsupported(`Two dates cannot be combined with ${operator}.`);
    return quotient(`(${left.sql} - ${right.sql})`, String(secondsADay), false);
  }
  const [moment, other] = isMoment(left) ? [left, right] : [right, left];
  if ((operator !== '+' && operator !== '-') || (operator === '-' && !isMoment(left))) {
    throw unsupported(`A date and a number cannot be combined with ${operator}.`);
  }
  if (other.kind === 'interval') return addInterval(operator, moment, other);
  if (
    moment.constant === undefined &&
    typeof other.constant === 'number' &&
    Number.isInteger(other.constant) &&
    Math.abs(other.constant) <= plainDaysMaximum
  ) {
    return { sql: `(${moment.sql} ${operator} ${other.constant * secondsADay})`, kind: moment.kind };
  }
  const seconds = `CAST(round(${asDouble(other)} * ${secondsADay}.0) AS INTEGER)`;
  const kind = other.kind === 'int' ? moment.kind : 'datetime';
  return { sql: `sw_check_date(${moment.sql} ${operator} ${seconds})`, kind };
}

function addInterval(operator: '+' | '-', moment: Fragment, interval: Fragment): Fragment {
  const months = interval.intervalUnit === 'months';
  const amount = operator === '-' ? `(-${interval.sql})` : interval.sql;
  return {
    sql: months ? `sw_add_month_interval(${moment.sql}, ${amount})` : `(${moment.sql} + ${amount})`,
    kind: 'datetime',
  };
}
