import type { ComparisonOperator, Expression, ExpressionList, In, Subquery } from '../ast.js';
import {
  advance,
  type Cursor,
  enter,
  expectSymbol,
  expectWord,
  fail,
  isSymbol,
  isWord,
  leave,
  lookAhead,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.js';
import { SET_OPERATORS } from './set-operator.js';

/** NetSuite refuses longer IN lists. @see "SuiteQL Supported and Unsupported Syntax", Oracle help */
const MAXIMUM_IN_ITEMS = 1000;

const COMPARISONS: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['=', '='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['^=', '<>'],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

type ReadValue = (cursor: Cursor) => Expression;

/** A value, and the comparison or test behind it if there is one. */
export function readPredicate(cursor: Cursor, readValue: ReadValue): Expression {
  const start = cursor.current.start;
  const operand = readValue(cursor);
  const token = cursor.current;
  if (token.type === 'symbol') {
    const operator = COMPARISONS.get(token.value);
    return operator === undefined ? operand : readComparison(cursor, { start, operand, operator, readValue });
  }
  if (token.type !== 'word') return operand;
  if (token.value === 'is') return readIsNull(cursor, start, operand);

  const negated = token.value === 'not';
  const word = negated ? lookAhead(cursor, 1) : token;
  if (word.type !== 'word' || (word.value !== 'in' && word.value !== 'between' && word.value !== 'like')) {
    return operand;
  }
  if (negated) advance(cursor);
  advance(cursor);
  if (word.value === 'in') {
    const source = readInSource(cursor);
    return { kind: 'in', negated, operand, source, start, end: cursor.previousEnd };
  }
  if (word.value === 'between') {
    const low = readValue(cursor);
    expectWord(cursor, 'and');
    const high = readValue(cursor);
    return { kind: 'between', negated, operand, low, high, start, end: cursor.previousEnd };
  }
  const pattern = readValue(cursor);
  const escapeCharacter = takeWord(cursor, 'escape') ? readValue(cursor) : null;
  return { kind: 'like', negated, operand, pattern, escape: escapeCharacter, start, end: cursor.previousEnd };
}

interface ComparisonStart {
  readonly start: number;
  readonly operand: Expression;
  readonly operator: ComparisonOperator;
  readonly readValue: ReadValue;
}

function readComparison(
  cursor: Cursor,
  { start, operand, operator, readValue }: ComparisonStart,
): Expression {
  advance(cursor);
  if (isSymbol(cursor.current, '=')) {
    fail(cursor, {
      code: 'unexpected-token',
      problem: 'Expected a value, found “=”.',
      hint: 'Equality is a single =.',
      start: cursor.current.start,
      end: cursor.current.end,
    });
  }
  const quantifier = cursor.current;
  const quantified =
    quantifier.type === 'word' &&
    (quantifier.value === 'any' || quantifier.value === 'some' || quantifier.value === 'all') &&
    isSymbol(lookAhead(cursor, 1), '(');
  if (quantified) {
    advance(cursor);
    const source = readListOrSubquery(cursor);
    return {
      kind: 'quantified-comparison',
      operator,
      quantifier: quantifier.value === 'all' ? 'all' : 'any',
      operand,
      source,
      start,
      end: cursor.previousEnd,
    };
  }
  const right = readValue(cursor);
  rejectRightOuterMarker(cursor, operand, right);
  return { kind: 'comparison', operator, left: operand, right, start, end: cursor.previousEnd };
}

function rejectRightOuterMarker(cursor: Cursor, left: Expression, right: Expression): void {
  if (left.kind !== 'column' || !left.outer || right.kind !== 'column') return;
  const optional = left.qualifier?.text ?? left.name.text;
  fail(cursor, {
    code: 'right-outer-marker',
    problem: 'SuiteQL takes (+) for left outer joins only, on the right side of the comparison.',
    hint: `Write RIGHT JOIN … ON, or put “${optional}” on the right.`,
    start: left.start,
    end: left.end,
  });
}

function readIsNull(cursor: Cursor, start: number, operand: Expression): Expression {
  advance(cursor);
  const negated = takeWord(cursor, 'not');
  if (!isWord(cursor.current, 'null')) unexpected(cursor, 'NULL');
  advance(cursor);
  return { kind: 'is-null', negated, operand, start, end: cursor.previousEnd };
}

function readInSource(cursor: Cursor): In['source'] {
  if (isSymbol(cursor.current, '(')) return readListOrSubquery(cursor);
  if (!isSymbol(lookAhead(cursor, 1), '.')) unexpected(cursor, '“(”');
  const { start } = cursor.current;
  const call = cursor.grammar.primary(cursor);
  if (call.kind === 'call') return call;
  return fail(cursor, {
    code: 'unexpected-token',
    problem: 'IN takes a list in parentheses, a subquery, or BUILTIN.NAMED_GROUP(…).',
    hint: 'Put the values in parentheses.',
    start,
    end: cursor.previousEnd,
  });
}

function readListOrSubquery(cursor: Cursor): ExpressionList | Subquery {
  const { start } = expectSymbol(cursor, '(');
  enter(cursor);
  if (isWord(cursor.current, 'select') || isWord(cursor.current, 'with')) {
    const query = cursor.grammar.query(cursor);
    expectSymbol(cursor, ')');
    leave(cursor);
    return { kind: 'subquery', query, start, end: cursor.previousEnd };
  }
  const first = cursor.grammar.expression(cursor);
  if (
    first.kind === 'subquery' &&
    cursor.current.type === 'word' &&
    SET_OPERATORS.has(cursor.current.value)
  ) {
    const query = cursor.grammar.queryAfter(cursor, first.query, first.start);
    expectSymbol(cursor, ')');
    leave(cursor);
    return { kind: 'subquery', query, start, end: cursor.previousEnd };
  }
  const items = [first];
  while (takeSymbol(cursor, ',')) {
    if (items.length === MAXIMUM_IN_ITEMS) rejectLongList(cursor);
    items.push(cursor.grammar.expression(cursor));
  }
  expectSymbol(cursor, ')');
  leave(cursor);
  if (items.length === 1 && first.kind === 'subquery') return { ...first, start, end: cursor.previousEnd };
  return { kind: 'list', items, start, end: cursor.previousEnd };
}

function rejectLongList(cursor: Cursor): never {
  fail(cursor, {
    code: 'too-many-in-items',
    problem: `An IN list takes ${MAXIMUM_IN_ITEMS} values at most.`,
    hint: 'Split it: (x IN (…) OR x IN (…)), or select the values with a subquery.',
    start: cursor.current.start,
    end: cursor.current.end,
  });
}
