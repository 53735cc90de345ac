import type { Expression, Operand, Operation, Unary } from '../ast.js';
import type { ValueKind, ValueType } from '../bindings.js';
import { reportByKinds } from './certainty.js';
import { isMoment, isNumeric, nameKind } from './kinds.js';
import { NUMBER_TEXT } from './number-text.js';
import { literalNumber } from './numbers.js';
import { type CheckState, inferParameter, reportError } from './state.js';

/** The type of a chain of operators, given the types of its operands. */
export function checkOperation(
  state: CheckState,
  operation: Operation,
  first: ValueType,
  rest: readonly ValueType[],
): ValueType {
  let left: Side = { expression: operation.first, ...first };
  operation.rest.forEach((operand, index) => {
    const right: Side = { expression: operand.value, ...(rest[index] ?? first) };
    const { kind, nullable } = applyOperator(state, left, operand, right);
    left = { expression: operation, kind, nullable };
  });
  return { kind: left.kind, nullable: left.nullable };
}

interface Side extends ValueType {
  readonly expression: Expression;
}

function applyOperator(state: CheckState, left: Side, operand: Operand, right: Side): ValueType {
  const { operator } = operand;
  if (operator === '||') {
    inferParameter(state, left.expression, 'text');
    inferParameter(state, right.expression, 'text');
    // NULL adds nothing to a text.
    return { kind: 'text', nullable: left.nullable && right.nullable };
  }
  const nullable = left.nullable || right.nullable;
  if (operator === '+' && (isPlainText(left) || isPlainText(right) || areTextColumns(left, right))) {
    reportByKinds(state, [left.expression, right.expression], {
      code: 'text-addition',
      at: operand,
      message: 'SuiteQL adds numbers with +, not texts.',
      hint: 'Join texts with ||.',
    });
    return { kind: 'unknown', nullable };
  }
  if (isMoment(left.kind) || isMoment(right.kind)) {
    return { kind: applyToMoment(state, left, operand, right), nullable };
  }
  rejectOperand(state, operator, left);
  rejectOperand(state, operator, right);
  if (operator === '/' && literalNumber(right.expression) === 0) {
    reportError(state, {
      code: 'argument-range',
      at: right.expression,
      message: 'A number is divided by zero, which Oracle refuses (ORA-01476).',
    });
  }
  inferParameter(state, left.expression, 'num');
  inferParameter(state, right.expression, 'num');
  if (left.kind === 'interval' || right.kind === 'interval') {
    const other = left.kind === 'interval' ? right.kind : left.kind;
    return { kind: other === 'unknown' ? 'unknown' : 'interval', nullable };
  }
  const whole = left.kind === 'int' && right.kind === 'int' && operator !== '/';
  return { kind: whole ? 'int' : 'num', nullable };
}

/** Date + days, date - days, date - date. */
function applyToMoment(state: CheckState, left: Side, operand: Operand, right: Side): ValueKind {
  const { operator } = operand;
  const both = isMoment(left.kind) && isMoment(right.kind);
  const moment = isMoment(left.kind) ? left.kind : right.kind;
  if (both && operator === '-') return 'num';
  if (
    both ||
    operator === '*' ||
    operator === '/' ||
    (operator === '-' && isMoment(right.kind) && isNumeric(left.kind))
  ) {
    reportByKinds(state, [left.expression, right.expression], {
      code: 'type-mismatch',
      at: operand,
      message: `${nameKind(left.kind).replace(/^a/, 'A')} ${operator} ${nameKind(right.kind)} has no meaning.`,
      hint: 'Days can be added to a date, and one date subtracted from another.',
    });
    return 'unknown';
  }
  if (operator === '+') {
    inferParameter(state, left.expression, 'num');
    inferParameter(state, right.expression, 'num');
  }
  const other = isMoment(left.kind) ? right : left;
  // Text or a parameter could be either days or a date.
  if (operator === '-' && !isNumeric(other.kind) && other.kind !== 'interval') return 'unknown';
  return moment;
}

/** A text that is surely no number. */
function isPlainText({ expression, kind }: Side): boolean {
  if (expression.kind === 'string') return expression.value !== '' && !NUMBER_TEXT.test(expression.value);
  return expression.kind === 'operation' && kind === 'text';
}

function areTextColumns(left: Side, right: Side): boolean {
  return (
    left.kind === 'text' &&
    right.kind === 'text' &&
    (left.expression.kind === 'column' || right.expression.kind === 'column')
  );
}

function rejectOperand(state: CheckState, operator: string, { expression, kind }: Side): void {
  const plainText =
    expression.kind === 'string' && !NUMBER_TEXT.test(expression.value) && expression.value !== '';
  if (kind !== 'bool' && !plainText) return;
  reportByKinds(state, [expression], {
    code: 'type-mismatch',
    at: expression,
    message: `${operator} takes numbers, not ${nameKind(kind)}.`,
    hint: kind === 'bool' ? "Write CASE WHEN x = 'T' THEN 1 ELSE 0 END." : null,
  });
}

/** A sign in front of a value. */
export function checkUnary(state: CheckState, { operand, operator }: Unary, type: ValueType): ValueType {
  inferParameter(state, operand, 'num');
  rejectOperand(state, operator, { expression: operand, ...type });
  if (isMoment(type.kind)) {
    reportByKinds(state, [operand], {
      code: 'type-mismatch',
      at: operand,
      message: `${operator} takes a number, not ${nameKind(type.kind)}.`,
    });
  }
  return { kind: type.kind === 'int' ? 'int' : 'num', nullable: type.nullable };
}
