import { isPlainObject, showValue } from '../show-value.js';
import type { Wide } from './expression.js';
import { familyOf, isComparable } from './kind-of.js';
import type {
  CompoundNode,
  OutputNode,
  OutputOrderNode,
  SetOperator,
  StatementNode,
  ValueKind,
} from './nodes.js';
import { outputsOf } from './output-names.js';
import { type Query, query, statementOf } from './query.js';
import { checkedRows } from './row-count.js';

/** Stands in a compile error in place of a query with other columns than the first: which of them differ. */
export interface ColumnsDiffer<Column> {
  readonly 'the queries do not select the same columns': Column;
}

/** The names that only one of two rows has, or that are of different kinds. */
type Mismatch<A, B> =
  | Exclude<keyof A, keyof B>
  | Exclude<keyof B, keyof A>
  | {
      readonly [Name in keyof A & keyof B]: B[Name] extends NonNullable<Wide<A[Name]>> | null ? never : Name;
    }[keyof A & keyof B];

/** A query with the columns of `A`. */
type Matching<A, B, Outer extends string> =
  Mismatch<A, B> extends infer Column
    ? [Column] extends [never]
      ? Query<B, Outer>
      : ColumnsDiffer<Column>
    : never;

/** The rows of two queries: null where either may be. */
export type EitherRow<A, B> = { readonly [Name in keyof A]: A[Name] | B[Name & keyof B] };

/** Several queries as one; it can be sorted and cut as a whole. */
export interface SetQuery<Row, out Outer extends string> extends Query<Row, Outer> {
  /** Adds sort keys: names of columns, or `{ name: 'desc' }`. */
  orderBy(...keys: readonly SetOrder<NoInfer<Row>>[]): SetQuery<Row, Outer>;
  /** Skips rows. Needs an order to mean anything. */
  offset(rows: number): SetQuery<Row, Outer>;
  /** Rows at most. */
  take(rows: number): SetQuery<Row, Outer>;
}

/** A column by its name, ascending; or several with their directions. */
export type SetOrder<Row> = keyof Row | { readonly [Name in keyof Row]?: 'asc' | 'desc' };

/** Combines queries whose rows may all be part of the result. */
type Combination = <A, B, O extends string = never, P extends string = never>(
  first: Query<A, O>,
  ...rest: readonly [Matching<A, B, P>, ...Matching<A, B, P>[]]
) => SetQuery<EitherRow<A, B>, O | P>;

/** The rows of all queries; equal rows once. Columns are matched by name. */
export const union: Combination = (first, ...rest) => combine('UNION', first, rest);

/** The rows of all queries. Columns are matched by name. */
export const unionAll: Combination = (first, ...rest) => combine('UNION ALL', first, rest);

/** The rows that all queries have, once each. Columns are matched by name. */
export const intersect: Combination = (first, ...rest) => combine('INTERSECT', first, rest);

/** The rows of the first query that no other has, once each. Columns are matched by name. */
export function minus<A, B, O extends string = never, P extends string = never>(
  first: Query<A, O>,
  ...rest: readonly [Matching<A, B, P>, ...Matching<A, B, P>[]]
): SetQuery<A, O | P> {
  return combine('MINUS', first, rest);
}

function combine<Row, Outer extends string>(
  operator: SetOperator,
  first: Query<unknown, string>,
  rest: readonly object[],
): SetQuery<Row, Outer> {
  const start = statementIn(first, operator);
  let outputs = outputsOf(start);
  const others = rest.map((each) => {
    // What does not match the first query does not compile at the call; the rest are queries.
    const statement = statementIn(each as Query<unknown, string>, operator);
    const matched = inOrder(statement, outputs, operator);
    outputs = outputs.map((output, index) =>
      commonOutput(output, outputsOf(matched)[index] ?? output, operator),
    );
    return { operator, query: matched };
  });
  return setQuery({
    type: 'compound',
    first: start,
    rest: others,
    outputs,
    orderBy: [],
    offset: 0,
    take: null,
  });
}

function setQuery<Row, Outer extends string>(of: CompoundNode): SetQuery<Row, Outer> {
  const place = (name: string): number => {
    const index = of.outputs.findIndex((output) => output.name === name);
    if (index >= 0) return index;
    throw new TypeError(
      `orderBy: there is no column ${showValue(name)}. Use one of: ${of.outputs.map((output) => output.name).join(', ')}.`,
    );
  };
  return {
    ...query<Row, Outer>(of),
    orderBy: (...keys) => {
      const added = keys.flatMap((key) =>
        keyEntries(key)
          .filter(([, direction]) => direction !== undefined)
          .map(([name, direction]) => orderNode(place(name), direction)),
      );
      return setQuery({ ...of, orderBy: [...of.orderBy, ...added] });
    },
    offset: (rows) => setQuery({ ...of, offset: checkedRows('offset', rows) }),
    take: (rows) => setQuery({ ...of, take: checkedRows('take', rows) }),
  };
}

/** @throws {TypeError} It is neither a name nor an object of directions. */
function keyEntries(key: unknown): readonly (readonly [name: string, direction: unknown])[] {
  if (typeof key === 'string') return [[key, 'asc']];
  if (isPlainObject(key) && Object.getOwnPropertySymbols(key).length === 0) return Object.entries(key);
  throw new TypeError(
    `orderBy: ${showValue(key)} is not a sort key of several queries as one. Give the name of a column, or { name: 'desc' }.`,
  );
}

function orderNode(index: number, direction: unknown): OutputOrderNode {
  if (direction === 'asc' || direction === 'desc') {
    return { index, direction: direction === 'desc' ? 'DESC' : 'ASC', nulls: null };
  }
  throw new TypeError(`orderBy: ${showValue(direction)} is not a direction. Give 'asc' or 'desc'.`);
}

function statementIn(of: Query<unknown, string>, operator: SetOperator): StatementNode {
  const statement = statementOf(of, operator);
  if (!('type' in statement) || statement.type === 'compound') return statement;
  throw new TypeError(
    'A statement written as text cannot be part of a set operation. Write the operation as text, too.',
  );
}

/** The query with its columns in the order of the first one's. */
function inOrder(of: StatementNode, wanted: readonly OutputNode[], operator: SetOperator): StatementNode {
  const given = outputsOf(of);
  const titles = given.map(titleOf);
  const places = wanted.map((output) => titles.indexOf(titleOf(output)));
  if (given.length !== wanted.length || places.includes(-1)) {
    throw new TypeError(
      `${operator}: one query selects ${wanted.map(titleOf).join(', ')}; the other ${titles.join(', ')}. Both must select the same names.`,
    );
  }
  if (places.every((place, index) => place === index)) return of;
  if ('type' in of) {
    throw new TypeError(
      `${operator}: select the columns of all queries in the order ${wanted.map(titleOf).join(', ')}.`,
    );
  }
  return { ...of, selection: places.map((place) => of.selection[place] as (typeof of.selection)[number]) };
}

function titleOf({ name, path = [] }: OutputNode): string {
  return [...path, name].join('.');
}

function commonOutput(one: OutputNode, other: OutputNode, operator: SetOperator): OutputNode {
  if (!isComparable(one.kind, other.kind)) {
    throw new TypeError(
      `${operator}: '${titleOf(one)}' is ${one.kind} in one query and ${other.kind} in another.`,
    );
  }
  return { ...one, kind: commonKind(one.kind, other.kind) };
}

function commonKind(one: ValueKind, other: ValueKind): ValueKind {
  if (one === other) return one;
  if (familyOf(one) === 'number' && familyOf(other) === 'number') return 'num';
  if (familyOf(one) === 'date') return 'datetime';
  return familyOf(one) === 'id' && familyOf(other) === 'id' ? 'id' : 'text';
}
