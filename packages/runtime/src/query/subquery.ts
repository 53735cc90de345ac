import type { ColumnKind } from '../column-kind.js';
import { type Table, tableObject } from '../table.js';
import { type Condition, condition, type Expression, expression, nodeOf } from './expression.js';
import { isComparable, knownKind } from './kind-of.js';
import type { ExpressionNode, NestedQueryNode, OutputNode } from './nodes.js';
import { columnNames, outputsOf } from './output-names.js';
import { type Nested, type Query, statementOf } from './query.js';
import { checkedAlias } from './reserved-words.js';

/**
 * A query that stands in FROM like a table: `from(subquery(totals, 't'))`. Its columns are properties, as a table's are.
 *
 * @param alias A letter, then up to 29 letters, digits or `_`; not a reserved word.
 * @throws {TypeError} The alias is none of that; or the query selects nested objects, or is text without declared columns.
 */
export function subquery<Row, Name extends string>(of: Query<Row>, alias: Name): Table<Name, Row> {
  const outputs = outputsIn(of, 'subquery()');
  const nested = outputs.find(({ path }) => path !== undefined);
  if (nested !== undefined) {
    throw new TypeError(
      `subquery '${alias}': '${[...(nested.path ?? []), nested.name].join('.')}' is in an object. Select columns by themselves.`,
    );
  }
  const names = columnNames(outputs);
  return tableObject<Table<Name, Row>>({
    table: alias,
    source: checkedAlias(alias),
    columns: Object.fromEntries(outputs.map(({ name, kind }): [string, ColumnKind] => [name, kind])),
    columnNames: Object.fromEntries(outputs.map(({ name }, index) => [name, names[index] ?? name])),
    primaryKey: null,
    discriminator: [],
    relations: {},
    relationsOf: null,
    record: null,
    query: nestedNode(of, 'subquery()'),
  });
}

/**
 * The one value of a query of one column and at most one row; null where it has no row.
 *
 * @throws {TypeError} The query has several columns.
 */
export function scalar<Row, Outer extends string>(
  of: Query<Row, Outer>,
): Expression<Row[keyof Row] | null, Outer, never> {
  const { kind } = onlyOutput(of, 'scalar()');
  return expression({ type: 'subquery', query: nestedNode(of, 'scalar()'), kind });
}

/** Whether the query, which may have selected nothing, finds a row. */
export function exists<Outer extends string>(of: Nested<Outer>): Condition<Outer> {
  return condition({ type: 'exists', query: nestedNode(of, 'exists()'), negated: false });
}

/** Whether the query, which may have selected nothing, finds no row. */
export function notExists<Outer extends string>(of: Nested<Outer>): Condition<Outer> {
  return condition({ type: 'exists', query: nestedNode(of, 'notExists()'), negated: true });
}

/** Stands in a compile error in place of a query of values that the operand does not compare with. */
export interface ValuesDiffer<Value> {
  readonly 'the query selects values of another kind': Value;
}

/**
 * Whether the operand is among the values of a query of one column.
 *
 * @throws {TypeError} The query has several columns.
 */
export function inQuery<Value, S extends string, Row, Outer extends string = never>(
  operand: Expression<Value, S>,
  of: Row[keyof Row] extends NonNullable<Value> | null ? Query<Row, Outer> : ValuesDiffer<Value>,
): Condition<S | Outer> {
  return membership(nodeOf(operand, 'inQuery()'), of, false);
}

/**
 * Whether the operand is not among the values of a query of one column. As SQL has it, one NULL among them is enough
 * that no row passes: leave them out with `isNotNull`, or use {@link notExists}.
 *
 * @throws {TypeError} The query has several columns.
 */
export function notInQuery<Value, S extends string, Row, Outer extends string = never>(
  operand: Expression<Value, S>,
  of: Row[keyof Row] extends NonNullable<Value> | null ? Query<Row, Outer> : ValuesDiffer<Value>,
): Condition<S | Outer> {
  return membership(nodeOf(operand, 'notInQuery()'), of, true);
}

function membership(operand: ExpressionNode, of: object, negated: boolean): Condition<never> {
  // Values that differ do not compile at the call; all else is a query.
  const query = of as Query<unknown, string>;
  const place = negated ? 'notInQuery()' : 'inQuery()';
  const { kind } = onlyOutput(query, place);
  if (!isComparable(knownKind(operand), kind)) {
    throw new TypeError(
      `The query selects values of the kind ${kind}, and is to hold one of the kind ${knownKind(operand)}.`,
    );
  }
  return condition({ type: 'query membership', operand, query: nestedNode(query, place), negated });
}

function nestedNode(of: Nested<string>, place: string): NestedQueryNode {
  const statement = statementOf(of, place);
  return 'type' in statement && statement.type === 'raw query' ? statement.text : statement;
}

function outputsIn(of: Query<unknown, string>, place: string): readonly OutputNode[] {
  const statement = statementOf(of, place);
  if (!('type' in statement) || statement.type === 'compound') return outputsOf(statement);
  const { columns } = statement;
  if (columns === null) {
    throw new TypeError('The columns of this sql`…` are not known. Declare them: sql`…`.as({ … }).');
  }
  return Object.entries(columns).map(([name, kind]) => ({ name, kind }));
}

function onlyOutput(of: Query<unknown, string>, place: string): OutputNode {
  const outputs = outputsIn(of, place);
  const [only] = outputs;
  if (only !== undefined && outputs.length === 1) return only;
  throw new TypeError(
    `${place} takes a query of one column; this one selects ${outputs.length}: ${outputs.map(({ name }) => name).join(', ')}.`,
  );
}
