import type { Comparison, Expression, In, QuantifiedComparison, Query, Row } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { balanced } from './balanced.js';
import { comparable, compare } from './compare.js';
import type { Context, TranslatedQuery } from './context.js';
import { condition, type Fragment } from './fragment.js';
import type { Scope } from './scope.js';
import { singleRow } from './single-row.js';

/** `(a, b) = (1, 2)`, `(a, b) = (SELECT …)`: each value is compared as it would be alone. */
export function rowComparison(node: Comparison, scope: Scope, context: Context): Fragment {
  const { operator } = node;
  if (operator !== '=' && operator !== '<>') {
    throw unsupported('Rows of values can be compared with = and <> only (ORA-01796).');
  }
  const [row, other] = node.left.kind === 'row' ? [node.left, node.right] : [node.right, node.left];
  if (row.kind !== 'row') throw unsupported('A row of values is compared with a single value.');
  const values = valuesOf(row, scope, context);
  if (other.kind !== 'subquery') {
    const equal = equalRows(values, valuesOf(other, scope, context), context);
    return condition(operator === '=' ? equal : `(NOT ${equal})`);
  }
  const { left, query } = beside(values, context.query(other.query, scope), context);
  return condition(`(${left} ${operator} (${singleRow(other.query, query, context)}))`);
}

/** `(a, b) IN ((1, 2), (3, 4))`, `(a, b) IN (SELECT …)`. */
export function rowMembership(
  { operand, negated, source }: In & { readonly operand: Row },
  scope: Scope,
  context: Context,
): Fragment {
  const values = valuesOf(operand, scope, context);
  if (source.kind === 'subquery') return rowInQuery({ values, query: source.query, negated }, scope, context);
  if (source.kind !== 'list') throw unsupported('A row of values is compared with a single value.');
  const rows = source.items.map((item) => equalRows(values, valuesOf(item, scope, context), context));
  return condition(`(${negated ? 'NOT ' : ''}${balanced(rows, 'OR')})`);
}

/** `(a, b) = ANY (SELECT …)` is IN, and `<> ALL` is NOT IN. Oracle has no others for rows. */
export function quantifiedRow(
  { operand, operator, quantifier, source }: QuantifiedComparison & { readonly operand: Row },
  scope: Scope,
  context: Context,
): Fragment {
  const isAny = quantifier !== 'all';
  if (operator !== (isAny ? '=' : '<>') || source.kind !== 'subquery') {
    throw unsupported('A row of values can be compared by = ANY (SELECT …) and <> ALL (SELECT …) only.');
  }
  const values = valuesOf(operand, scope, context);
  return rowInQuery({ values, query: source.query, negated: !isAny }, scope, context);
}

interface RowInQuery {
  readonly values: readonly Fragment[];
  readonly query: Query;
  readonly negated: boolean;
}

function rowInQuery({ values, query, negated }: RowInQuery, scope: Scope, context: Context): Fragment {
  const sides = beside(values, context.query(query, scope), context);
  return condition(`(${sides.left} ${negated ? 'NOT ' : ''}IN (${sides.query.sql}))`);
}

/** A row and a query's rows, converted so that SQLite compares them as Oracle compares the originals. */
function beside(
  values: readonly Fragment[],
  query: TranslatedQuery,
  context: Context,
): { readonly left: string; readonly query: TranslatedQuery } {
  const { columns } = query;
  if (columns.length !== values.length) throw wrongWidth(columns.length, values.length);
  const name = context.uniqueName('q');
  const pairs = columns.map(({ sqlName, fragment }, index) => {
    const right = { ...fragment, sql: `${name}.${sqlName}` };
    return { sqlName, ...comparable('=', { left: valueAt(values, index), right }, context) };
  });
  const left = `(${pairs.map((pair) => pair.left).join(', ')})`;
  if (pairs.every(({ sqlName, right }) => right === `${name}.${sqlName}`)) return { left, query };
  const selected = pairs.map(({ sqlName, right }) => `${right} AS ${sqlName}`).join(', ');
  return { left, query: { ...query, sql: `SELECT ${selected} FROM (${query.sql}) AS ${name}` } };
}

function equalRows(left: readonly Fragment[], right: readonly Fragment[], context: Context): string {
  if (left.length !== right.length) throw wrongWidth(right.length, left.length);
  const pairs = left.map((value, index) =>
    compare('=', { left: value, right: valueAt(right, index) }, context),
  );
  return balanced(pairs, 'AND');
}

function valuesOf(node: Expression, scope: Scope, context: Context): readonly Fragment[] {
  if (node.kind !== 'row') throw unsupported('A row of values is compared with a single value.');
  return node.items.map((item) => context.expression(item, scope));
}

function valueAt(values: readonly Fragment[], index: number): Fragment {
  const value = values[index];
  if (value === undefined) throw wrongWidth(values.length, index + 1);
  return value;
}

function wrongWidth(actual: number, expected: number): Error {
  return unsupported(`A row of ${expected} values is compared with one of ${actual} (ORA-00913, ORA-00947).`);
}
