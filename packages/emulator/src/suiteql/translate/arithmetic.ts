import type { Operation, Unary } from '@suitewright/suiteql';
import { secondsADay } from '../../database/calendar.js';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asNumber } from './convert.js';
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
  const inexact = operand.inexact === true;
  return { sql: `(${node.operator}${asNumber(operand)})`, kind, inexact };
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
    left = arithmetic(operator, left, right);
  }
  return texts.length > 0 ? concatenate(texts) : left;
}

type ArithmeticOperator = '+' | '-' | '*' | '/';

function arithmetic(operator: ArithmeticOperator, left: Fragment, right: Fragment): Fragment {
  if (isMoment(left) || isMoment(right)) return momentArithmetic(operator, left, right);
  if (operator === '/') return division(left, right);
  const [leftSql, rightSql] = [operandSql(left), operandSql(right)];
  if (left.kind === 'int' && right.kind === 'int') {
    return { sql: `(${leftSql} ${operator} ${rightSql})`, kind: 'int' };
  }
  if (left.inexact === true || right.inexact === true) {
    return { sql: `(${leftSql} ${operator} ${rightSql})`, kind: 'num', inexact: true };
  }
  return { sql: `${decimalFunctions[operator]}(${leftSql}, ${rightSql})`, kind: 'num' };
}

const decimalFunctions = { '+': 'sw_add', '-': 'sw_subtract', '*': 'sw_multiply' } as const;

// The dust of inner results is swept once, at the end.
function operandSql(fragment: Fragment): string {
  return fragment.inexact === true ? fragment.sql : asNumber(fragment);
}

/** Oracle divides numbers, never integers, and refuses to divide by zero. */
function division(left: Fragment, right: Fragment): Fragment {
  const divisor = operandSql(right);
  const safe = typeof right.constant === 'number' && right.constant !== 0;
  const sql = safe
    ? `(CAST(${operandSql(left)} AS REAL) / ${divisor})`
    : `sw_divide(${operandSql(left)}, ${divisor})`;
  return { sql, kind: 'num', inexact: true };
}

/** So few days are added to a column without a look at the year, which is looked at where the date is printed. */
const plainDaysMaximum = 1_000_000;

function momentArithmetic(operator: ArithmeticOperator, left: Fragment, right: Fragment): Fragment {
  if (isMoment(left) && isMoment(right)) {
    if (operator !== '-') throw unsupported(`Two dates cannot be combined with ${operator}.`);
    return { sql: `((${left.sql} - ${right.sql}) / ${secondsADay}.0)`, kind: 'num', inexact: true };
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
  const seconds = `CAST(round(${operandSql(other)} * ${secondsADay}.0) AS INTEGER)`;
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
