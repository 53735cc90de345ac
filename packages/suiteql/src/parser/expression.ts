import type { Expression, Operand, Row } from '../ast.js';
import { readCall } from './call.js';
import {
  advance,
  type Cursor,
  enter,
  expectSymbol,
  isSymbol,
  isWord,
  leave,
  lookAhead,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.js';
import { readName, toIdentifier } from './names.js';
import { readPredicate } from './predicate.js';
import { SET_OPERATORS } from './set-operator.js';
import {
  readCase,
  readCast,
  readExtract,
  readInterval,
  readTrim,
  rejectDateLiteral,
} from './special-form.js';
import { PSEUDO_COLUMNS, RESERVED_AS_COLUMN } from './words.js';

/** OR, the loosest binding. Each level below binds tighter. */
export function readExpression(cursor: Cursor): Expression {
  return readLogical(cursor, 'or', readConjunction);
}

function readConjunction(cursor: Cursor): Expression {
  return readLogical(cursor, 'and', readNegation);
}

function readLogical(
  cursor: Cursor,
  operator: 'and' | 'or',
  readOperand: (cursor: Cursor) => Expression,
): Expression {
  const start = cursor.current.start;
  const first = readOperand(cursor);
  if (!isWord(cursor.current, operator)) return first;
  const operands = [first];
  while (takeWord(cursor, operator)) operands.push(readOperand(cursor));
  return { kind: 'logical', operator, operands, start, end: cursor.previousEnd };
}

function readNegation(cursor: Cursor): Expression {
  const start = cursor.current.start;
  if (!isWord(cursor.current, 'not')) return readPredicate(cursor, readValue);
  advance(cursor);
  enter(cursor);
  const operand = readNegation(cursor);
  leave(cursor);
  return { kind: 'not', operand, start, end: cursor.previousEnd };
}

/** `+`, `-` and `||` have one precedence, as in Oracle. */
export function readValue(cursor: Cursor): Expression {
  return readOperation(cursor, isAdditive, readProduct);
}

function readProduct(cursor: Cursor): Expression {
  return readOperation(cursor, isMultiplicative, readUnary);
}

function readOperation(
  cursor: Cursor,
  isOperator: (symbol: string) => boolean,
  readOperand: (cursor: Cursor) => Expression,
): Expression {
  const start = cursor.current.start;
  const first = readOperand(cursor);
  if (cursor.current.type !== 'symbol' || !isOperator(cursor.current.value)) return first;
  const rest: Operand[] = [];
  while (cursor.current.type === 'symbol' && isOperator(cursor.current.value)) {
    const sign = advance(cursor);
    const value = readOperand(cursor);
    // The token is one of the symbols that `isOperator` lets through.
    const operator = sign.value as Operand['operator'];
    rest.push({ kind: 'operand', operator, value, start: sign.start, end: cursor.previousEnd });
  }
  return { kind: 'operation', first, rest, start, end: cursor.previousEnd };
}

function isAdditive(symbol: string): boolean {
  return symbol === '+' || symbol === '-' || symbol === '||';
}

function isMultiplicative(symbol: string): boolean {
  return symbol === '*' || symbol === '/';
}

function readUnary(cursor: Cursor): Expression {
  const token = cursor.current;
  if (token.type !== 'symbol' || (token.value !== '-' && token.value !== '+')) return readPrimary(cursor);
  const operator = token.value;
  advance(cursor);
  enter(cursor);
  const operand = readUnary(cursor);
  leave(cursor);
  return { kind: 'unary', operator, operand, start: token.start, end: cursor.previousEnd };
}

/** A literal, name, call or anything in parentheses: no operator. */
export function readPrimary(cursor: Cursor): Expression {
  const token = cursor.current;
  const { start, end } = token;
  switch (token.type) {
    case 'number':
      advance(cursor);
      return { kind: 'number', text: token.value, start, end };
    case 'string':
      advance(cursor);
      return { kind: 'string', value: token.value, start, end };
    case 'parameter': {
      advance(cursor);
      const list = token.value.endsWith('[]');
      const name = list ? token.value.slice(0, -2) : token.value;
      const index = cursor.parameterCount;
      cursor.parameterCount += 1;
      return { kind: 'parameter', index, name: name === '' ? null : name, list, start, end };
    }
    case 'quoted':
      return readReference(cursor);
    case 'word':
      return readWord(cursor);
    default:
      if (token.value === '(') return readParentheses(cursor);
      return unexpected(cursor, 'an expression');
  }
}

function readWord(cursor: Cursor): Expression {
  const { value, start, end } = cursor.current;
  const next = lookAhead(cursor, 1);
  const called = isSymbol(next, '(');
  switch (value) {
    case 'null':
      advance(cursor);
      return { kind: 'null', start, end };
    case 'true':
    case 'false':
      if (isSymbol(next, '.')) break;
      advance(cursor);
      return { kind: 'boolean', value: value === 'true', start, end };
    case 'case':
      return readCase(cursor);
    case 'exists': {
      advance(cursor);
      expectSymbol(cursor, '(');
      const query = cursor.grammar.query(cursor);
      expectSymbol(cursor, ')');
      return { kind: 'exists', query, start, end: cursor.previousEnd };
    }
    case 'cast':
      if (called) return readCast(cursor);
      break;
    case 'extract':
      if (called) return readExtract(cursor);
      break;
    case 'trim':
      if (called) return readTrim(cursor);
      break;
    case 'interval':
      if (next.type === 'string') return readInterval(cursor);
      break;
    case 'date':
    case 'timestamp':
    case 'time':
      if (next.type === 'string') rejectDateLiteral(cursor);
      break;
    default:
      break;
  }
  if (RESERVED_AS_COLUMN.has(value)) unexpected(cursor, 'an expression');
  if (!called && !isSymbol(next, '.') && PSEUDO_COLUMNS.has(value)) {
    advance(cursor);
    // PSEUDO_COLUMNS holds exactly the names of the node.
    return { kind: 'pseudo-column', name: value as 'rownum', start, end };
  }
  return readReference(cursor);
}

/** `name`, `a.name`, `name(…)`, `namespace.name(…)`. */
function readReference(cursor: Cursor): Expression {
  const first = toIdentifier(cursor, advance(cursor));
  if (!takeSymbol(cursor, '.')) {
    if (isSymbol(cursor.current, '(') && !isOuterMarker(cursor)) return readCall(cursor, null, first);
    return readColumn(cursor, null, first);
  }
  const second = readName(cursor, `a column of “${first.text}”`);
  if (isSymbol(cursor.current, '(') && !isOuterMarker(cursor)) return readCall(cursor, first, second);
  return readColumn(cursor, first, second);
}

function readColumn(
  cursor: Cursor,
  qualifier: ReturnType<typeof toIdentifier> | null,
  name: ReturnType<typeof toIdentifier>,
): Expression {
  const outer = isOuterMarker(cursor);
  if (outer) {
    advance(cursor);
    advance(cursor);
    advance(cursor);
  }
  const start = qualifier?.start ?? name.start;
  const column = { kind: 'column', qualifier, name, outer, start, end: cursor.previousEnd } as const;
  if (outer) cursor.outerMarker ??= column;
  return column;
}

function isOuterMarker(cursor: Cursor): boolean {
  return (
    isSymbol(cursor.current, '(') &&
    isSymbol(lookAhead(cursor, 1), '+') &&
    isSymbol(lookAhead(cursor, 2), ')')
  );
}

/** A subquery, a row of several values, or an expression in parentheses, of which no node is left. */
function readParentheses(cursor: Cursor): Expression {
  const { start } = expectSymbol(cursor, '(');
  enter(cursor);
  let result: Expression;
  if (isWord(cursor.current, 'select') || isWord(cursor.current, 'with')) {
    const query = cursor.grammar.query(cursor);
    expectSymbol(cursor, ')');
    result = { kind: 'subquery', query, start, end: cursor.previousEnd };
  } else {
    const first = cursor.grammar.expression(cursor);
    if (first.kind === 'subquery' && startsQueryTail(cursor)) {
      const query = cursor.grammar.queryAfter(cursor, first.query, first.start);
      expectSymbol(cursor, ')');
      result = { kind: 'subquery', query, start, end: cursor.previousEnd };
    } else if (isSymbol(cursor.current, ',')) {
      const items = [first];
      while (takeSymbol(cursor, ',')) items.push(cursor.grammar.expression(cursor));
      expectSymbol(cursor, ')');
      result = { kind: 'row', items, start, end: cursor.previousEnd } satisfies Row;
    } else {
      expectSymbol(cursor, ')');
      result = first;
    }
  }
  leave(cursor);
  return result;
}

function startsQueryTail(cursor: Cursor): boolean {
  const { type, value } = cursor.current;
  return (
    type === 'word' &&
    (SET_OPERATORS.has(value) || value === 'order' || value === 'fetch' || value === 'offset')
  );
}
