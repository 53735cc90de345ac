import type { Expression } from '../ast.js';
import type { ValueType } from '../bindings.js';
import { isCertain, reportByKinds } from './certainty.js';
import { isMoment, isNumeric, nameKind } from './kinds.js';
import { NUMBER_TEXT } from './number-text.js';
import { type CheckState, inferParameter, reportError, reportWarning } from './state.js';

export interface Side {
  readonly expression: Expression;
  readonly type: ValueType;
}

const COMPOUND_STATUS = /^[A-Za-z]+:[A-Za-z_]+$/;

/** Checks that two values can be compared, and that the comparison can be true. */
export function checkComparison(state: CheckState, left: Side, right: Side): void {
  inferParameter(state, left.expression, right.type.kind);
  inferParameter(state, right.expression, left.type.kind);
  checkNull(state, left.expression);
  checkNull(state, right.expression);
  checkSide(state, left, right);
  checkSide(state, right, left);
}

function checkNull(state: CheckState, expression: Expression): void {
  const empty = expression.kind === 'string' && expression.value === '';
  if (expression.kind !== 'null' && !empty) return;
  reportWarning(state, {
    code: 'null-comparison',
    at: expression,
    message: empty ? "'' is NULL, and nothing equals NULL." : 'Nothing equals NULL, not even NULL.',
    hint: 'Write IS NULL or IS NOT NULL.',
  });
}

/** What is said of one side in view of the other; literals are looked at closely. */
function checkSide(state: CheckState, side: Side, other: Side): void {
  const { kind } = side.type;
  const literal = other.expression;
  if (kind === 'bool') checkYesNo(state, side, other);
  if (isMoment(kind)) checkMoment(state, side, other);
  if (kind === 'text' && !isDigits(side.expression)) checkText(state, other);
  if (literal.kind !== 'string') return;
  if (isNumeric(kind) && literal.value !== '' && !NUMBER_TEXT.test(literal.value)) {
    const isSure = (kind === 'int' || kind === 'num') && isCertain(state, side.expression);
    const report = isSure ? reportError : reportWarning;
    report(state, {
      code: 'type-mismatch',
      at: literal,
      message: `${nameKind(kind).replace(/^a/, 'A')} is compared with a text that is no number (ORA-01722).`,
      hint: kind.startsWith('ref:') ? 'Compare BUILTIN.DF(…) with names, or the column with an id.' : null,
    });
  }
  if (isTransactionStatus(state, side.expression) && COMPOUND_STATUS.test(literal.value)) {
    reportWarning(state, {
      code: 'status-code',
      at: literal,
      message: `status holds one letter, such as B: “${literal.value}” would match no row.`,
      hint: `Compare BUILTIN.CF(status) with '${literal.value}'.`,
    });
  }
}

const DIGIT_MASK = /^(?:FM)?(?:I?YYYY|YYY|YY?|RRRR|RR|MM|DDD|DD|D|HH24|HH12|HH|MI|SSSSS|SS|Q|WW|IW|W|J)+$/i;

/** A literal, which is looked at where the number is, or a date written in digits: `TO_CHAR(trandate, 'YYYY')`. */
function isDigits(expression: Expression): boolean {
  if (expression.kind === 'string') return true;
  if (expression.kind !== 'call' || expression.name.text.toUpperCase() !== 'TO_CHAR') return false;
  const mask = expression.arguments[1];
  return mask?.kind === 'string' && DIGIT_MASK.test(mask.value);
}

/** Compared with a number, every text is converted to one. */
function checkText(state: CheckState, { expression, type }: Side): void {
  if (type.kind !== 'int' && type.kind !== 'num') return;
  reportWarning(state, {
    code: 'type-mismatch',
    at: expression,
    message: 'A text is compared with a number: it fails at the first text that is no number (ORA-01722).',
    hint: expression.kind === 'number' ? `Write '${expression.text}'.` : 'Convert the number with TO_CHAR.',
  });
}

function checkYesNo(state: CheckState, side: Side, { expression, type }: Side): void {
  const value = expression.kind === 'string' ? expression.value : null;
  if (value !== null && value !== '' && value !== 'T' && value !== 'F') {
    reportWarning(state, {
      code: 'never-matches',
      at: expression,
      message: `A yes/no column holds 'T' or 'F', never '${value}'.`,
      hint: "Write 'T' or 'F'.",
    });
  } else if (type.kind === 'int' || type.kind === 'num' || isMoment(type.kind)) {
    reportByKinds(state, [side.expression, expression], {
      code: 'type-mismatch',
      at: expression,
      message: `A yes/no column holds 'T' or 'F'; it cannot be compared with ${nameKind(type.kind)}.`,
      hint: "Write 'T' or 'F'.",
    });
  }
}

function checkMoment(state: CheckState, { expression, type }: Side, other: Side): void {
  if (isNumeric(other.type.kind)) {
    reportByKinds(state, [expression, other.expression], {
      code: 'type-mismatch',
      at: other.expression,
      message: `${nameKind(type.kind).replace(/^a/, 'A')} cannot be compared with ${nameKind(other.type.kind)}.`,
      hint: "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
    });
  } else if (other.expression.kind === 'string' && other.expression.value !== '') {
    reportWarning(state, {
      code: 'date-text',
      at: other.expression,
      message: "How this text is read as a date depends on the account's date format.",
      hint: "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
    });
  }
}

function isTransactionStatus(state: CheckState, expression: Expression): boolean {
  const origin = state.columns.get(expression)?.column.origin;
  return origin?.table === 'transaction' && origin.column === 'status';
}
