import type { Case, Cast, Expression, In, Query } from '../ast.js';
import type { ValueKind, ValueType } from '../bindings.js';
import { checkCall } from './call.js';
import { reportByKinds } from './certainty.js';
import { checkColumn } from './column.js';
import { commonKind } from './common-kind.js';
import { checkComparison } from './comparison.js';
import { checkOneFamily, memberOf } from './families.js';
import { CONDITION, isMoment, nameKind, UNKNOWN } from './kinds.js';
import { checkEscape } from './like.js';
import { checkOperation, checkUnary } from './operation.js';
import type { Scope } from './scope.js';
import { type CheckState, inferParameter, noteParameter, reportError } from './state.js';

/** Checks an expression or condition, notes its type and that of every part of it. */
export function checkExpression(state: CheckState, expression: Expression, scope: Scope): ValueType {
  const type = findType(state, expression, scope);
  state.values.set(expression, type);
  return type;
}

/** Checks an expression that must not be a condition. */
export function checkValue(state: CheckState, expression: Expression, scope: Scope): ValueType {
  const type = checkExpression(state, expression, scope);
  if (type.kind !== 'condition') return type;
  reportError(state, {
    code: 'not-a-value',
    at: expression,
    message: 'SuiteQL has no true and false: a condition is not a value.',
    hint: "Write CASE WHEN … THEN 'T' ELSE 'F' END.",
  });
  return UNKNOWN;
}

/** Checks an expression that must be a condition. */
export function checkCondition(state: CheckState, expression: Expression, scope: Scope): void {
  const { kind } = checkExpression(state, expression, scope);
  if (kind === 'condition' || kind === 'unknown' || expression.kind === 'boolean') return;
  reportError(state, {
    code: 'not-a-condition',
    at: expression,
    message: `Expected a condition, found ${nameKind(kind)}.`,
    hint: kind === 'bool' ? "Compare it: = 'T'." : 'Compare it with something.',
  });
}

function findType(state: CheckState, expression: Expression, scope: Scope): ValueType {
  switch (expression.kind) {
    case 'column':
      return checkColumn(state, expression, scope);
    case 'string':
      return { kind: 'text', nullable: expression.value === '' };
    case 'number':
      return { kind: /^\d+$/.test(expression.text) ? 'int' : 'num', nullable: false };
    case 'null':
      return { kind: 'null', nullable: true };
    case 'boolean':
      return rejectBoolean(state, expression);
    case 'parameter':
      noteParameter(state, expression);
      return UNKNOWN;
    case 'pseudo-column':
      if (expression.name !== 'rownum') {
        return { kind: expression.name === 'current_date' ? 'date' : 'datetime', nullable: false };
      }
      if (scope.clause === 'where' && scope.block !== null) scope.block.rownum ??= expression;
      return { kind: 'int', nullable: false };
    case 'unary':
      return checkUnary(state, expression, checkValue(state, expression.operand, scope));
    case 'operation': {
      const first = checkValue(state, expression.first, scope);
      return checkOperation(
        state,
        expression,
        first,
        expression.rest.map(({ value }) => checkValue(state, value, scope)),
      );
    }
    case 'call':
      return checkCall(state, expression, { scope, checkValue });
    case 'case':
      return checkCase(state, expression, scope);
    case 'cast':
      return { kind: castKind(expression), nullable: checkValue(state, expression.operand, scope).nullable };
    case 'extract': {
      const source = checkValue(state, expression.source, scope);
      inferParameter(state, expression.source, 'date');
      if (
        !isMoment(source.kind) &&
        source.kind !== 'unknown' &&
        source.kind !== 'interval' &&
        source.kind !== 'null'
      ) {
        reportByKinds(state, [expression.source], {
          code: 'argument-type',
          at: expression.source,
          message: `EXTRACT takes a date, not ${nameKind(source.kind)}.`,
          hint: source.kind === 'text' ? 'Convert it with TO_DATE first.' : null,
        });
      }
      return { kind: 'int', nullable: source.nullable };
    }
    case 'trim':
      if (expression.characters !== null) checkValue(state, expression.characters, scope);
      checkValue(state, expression.source, scope);
      inferParameter(state, expression.source, 'text');
      return { kind: 'text', nullable: true };
    case 'interval':
      return { kind: 'interval', nullable: false };
    case 'subquery':
      return checkScalarSubquery(state, expression.query, scope);
    case 'row':
      for (const item of expression.items) checkValue(state, item, scope);
      return UNKNOWN;
    case 'logical':
      for (const operand of expression.operands) checkCondition(state, operand, scope);
      return CONDITION;
    case 'not':
      checkCondition(state, expression.operand, scope);
      return CONDITION;
    case 'comparison':
      if (expression.left.kind === 'row' && expression.right.kind === 'subquery') {
        return checkMembership(state, scope, expression.left, expression.right);
      }
      return checkPair(state, scope, expression.left, expression.right);
    case 'quantified-comparison':
      return checkMembership(state, scope, expression.operand, expression.source);
    case 'in':
      return checkMembership(state, scope, expression.operand, expression.source);
    case 'between':
      checkPair(state, scope, expression.operand, expression.low);
      return compareWith(
        state,
        expression.operand,
        expression.high,
        checkValue(state, expression.high, scope),
      );
    case 'like': {
      for (const part of [expression.operand, expression.pattern, expression.escape]) {
        if (part === null) continue;
        checkValue(state, part, scope);
        inferParameter(state, part, 'text');
      }
      checkEscape(state, expression);
      return CONDITION;
    }
    case 'is-null':
      checkValue(state, expression.operand, scope);
      return CONDITION;
    case 'exists':
      state.checkQuery(state, expression.query, scope);
      return CONDITION;
  }
}

function checkPair(state: CheckState, scope: Scope, left: Expression, right: Expression): ValueType {
  checkValue(state, left, scope);
  return compareWith(state, left, right, checkValue(state, right, scope));
}

function compareWith(
  state: CheckState,
  left: Expression,
  right: Expression,
  rightType: ValueType,
): ValueType {
  checkComparison(
    state,
    { expression: left, type: state.values.get(left) ?? UNKNOWN },
    { expression: right, type: rightType },
  );
  return CONDITION;
}

function checkMembership(
  state: CheckState,
  scope: Scope,
  operand: Expression,
  source: In['source'],
): ValueType {
  const type = checkValue(state, operand, scope);
  if (source.kind === 'list') {
    for (const item of source.items) compareWith(state, operand, item, checkValue(state, item, scope));
  } else if (source.kind === 'subquery') {
    const outputs = state.checkQuery(state, source.query, scope);
    const width = operand.kind === 'row' ? operand.items.length : 1;
    rejectWidth(state, source, { actual: outputs?.length ?? width, expected: width });
    if (width === 1 && outputs?.[0] !== undefined) inferParameter(state, operand, outputs[0].kind);
  } else {
    checkValue(state, source, scope);
  }
  if (type.kind === 'unknown' && source.kind === 'list') {
    for (const item of source.items)
      inferParameter(state, operand, state.values.get(item)?.kind ?? 'unknown');
  }
  return CONDITION;
}

function checkScalarSubquery(state: CheckState, query: Query, scope: Scope): ValueType {
  const outputs = state.checkQuery(state, query, scope);
  if (outputs === null) return UNKNOWN;
  rejectWidth(state, query, { actual: outputs.length, expected: 1 });
  const [first] = outputs;
  // No row gives NULL.
  return first === undefined ? UNKNOWN : { kind: first.kind, nullable: true };
}

function rejectWidth(
  state: CheckState,
  at: Expression | Query,
  width: { actual: number; expected: number },
): void {
  if (width.actual === width.expected) return;
  reportError(state, {
    code: 'width-mismatch',
    at,
    message: `This subquery yields ${width.actual} columns where ${width.expected} ${width.expected === 1 ? 'is' : 'are'} needed.`,
    hint: null,
  });
}

function rejectBoolean(state: CheckState, expression: Expression & { readonly kind: 'boolean' }): ValueType {
  const word = expression.value ? 'TRUE' : 'FALSE';
  reportError(state, {
    code: 'boolean-literal',
    at: expression,
    message: `SuiteQL has no ${word}: yes/no columns hold 'T' or 'F'.`,
    hint: `Write '${word.charAt(0)}'.`,
  });
  return UNKNOWN;
}

function checkCase(state: CheckState, expression: Case, scope: Scope): ValueType {
  const { operand, branches, otherwise } = expression;
  if (operand !== null) checkValue(state, operand, scope);
  for (const { when } of branches) {
    if (operand === null) checkCondition(state, when, scope);
    else compareWith(state, operand, when, checkValue(state, when, scope));
  }
  const results = branches.map(({ then }) => then);
  if (otherwise !== null) results.push(otherwise);
  const types = results.map((result) => checkValue(state, result, scope));
  const members = results.map((result) => memberOf(state, result));
  checkOneFamily(state, members, { where: 'CASE yields', code: 'ORA-00932' });
  const nullable = otherwise === null || types.some((type) => type.nullable);
  return { kind: commonKind(state, results, types), nullable };
}

function castKind({ type }: Cast): ValueKind {
  const [word = ''] = type.name.split(' ');
  if (/CHAR|CLOB|TEXT|STRING|ROWID/i.test(word)) return 'text';
  if (/^(integer|int|smallint|bigint)$/.test(word)) return 'int';
  if (/^(number|numeric|decimal|dec)$/.test(word)) return type.sizes.length === 1 ? 'int' : 'num';
  if (/^(float|real|double|binary_float|binary_double)$/.test(word)) return 'num';
  if (word === 'date') return 'date';
  return word === 'timestamp' ? 'datetime' : 'unknown';
}
