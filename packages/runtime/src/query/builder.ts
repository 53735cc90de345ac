import { definitionOf, rowsOf, type TableObject } from '../table.js';
import { conditionNode } from './conditions.js';
import { type Condition, type Expression, node, nodeOf } from './expression.js';
import { checkDistinctOrder, checkGrouping, checkRowConditions } from './grouping-check.js';
import { allOf } from './logic.js';
import type { ExpressionNode, GroupingNode, JoinNode, JoinType, SelectNode, StatementNode } from './nodes.js';
import { type Order, orderNode } from './order.js';
import { type Query, query } from './query.js';
import { checkedRows } from './row-count.js';
import type { QueryBuilder, Selection } from './select.js';
import { selectionNodes } from './selection.js';
import { isPart, tableNode } from './table-node.js';

type AnyTable = TableObject<string, unknown>;

/** Starts a query over a table: `from(transaction).where(…).select({…})`. */
export function from<Name extends string>(table: TableObject<Name, unknown>): QueryBuilder<Name, never> {
  // Spelt out: spreading an object into another shape costs more than all the rest of a query.
  const start: State = {
    from: tableNode(table),
    joins: [],
    distinct: false,
    selection: [],
    where: [],
    groupBy: [],
    having: [],
    orderBy: [],
    offset: 0,
    take: null,
    rows: subtypeRows(table),
    correlated: [],
  };
  return new Builder(start) as unknown as QueryBuilder<Name, never>;
}

/** A SELECT without its output. */
interface State extends SelectNode {
  /** Conditions that leave only a subtype's rows, of the tables for which WHERE can say so. */
  readonly rows: readonly ExpressionNode[];
  /** Tables of the statement around. */
  readonly correlated: readonly string[];
}

/** The one implementation behind every QueryBuilder: the types are the interface's business. */
class Builder {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  get [node](): StatementNode {
    return finished(this.#state, []);
  }

  innerJoin(table: AnyTable, on: Condition<string>): Builder {
    return this.#join('INNER', table, [onNode(on, 'innerJoin'), ...subtypeRows(table)]);
  }
  leftJoin(table: AnyTable, on: Condition<string>): Builder {
    return this.#join('LEFT', table, [onNode(on, 'leftJoin'), ...subtypeRows(table)]);
  }
  rightJoin(table: AnyTable, on: Condition<string>): Builder {
    // In WHERE, the conditions on the tables so far would take rows away that the join keeps.
    const { rows } = this.#state;
    return new Builder({ ...this.#state, rows: subtypeRows(table) }).#join('RIGHT', table, [
      onNode(on, 'rightJoin'),
      ...rows,
    ]);
  }
  fullJoin(table: AnyTable, on: Condition<string>): Builder {
    if (this.#state.rows.length > 0 || isPart(table)) {
      throw new TypeError(
        `fullJoin with ${definitionOf(table).source}: one side is a subtype, a part of its table. Put it into a subquery first: subquery(from(…).select({…}), 'name').`,
      );
    }
    return this.#join('FULL', table, [onNode(on, 'fullJoin')]);
  }
  crossJoin(table: AnyTable): Builder {
    const rows = [...this.#state.rows, ...subtypeRows(table)];
    return new Builder({ ...this.#state, rows }).#join('CROSS', table, null);
  }
  correlate(table: AnyTable): Builder {
    const { source } = definitionOf(table);
    this.#checkNew(source, table);
    return new Builder({ ...this.#state, correlated: [...this.#state.correlated, source] });
  }
  where(condition: Condition<string> | undefined): Builder {
    const added = conditionNode(condition, 'where()');
    return new Builder({ ...this.#state, where: [allOf([...this.#state.where, added])] });
  }
  groupBy(...expressions: readonly Expression<unknown, string>[]): Builder {
    return new Builder({
      ...this.#state,
      groupBy: [...this.#state.groupBy, ...expressions.map((each) => nodeOf(each, 'groupBy()'))],
    });
  }
  groupByRollup(...expressions: readonly Expression<unknown, string>[]): Builder {
    return this.#groupBySets('ROLLUP', expressions);
  }
  groupByCube(...expressions: readonly Expression<unknown, string>[]): Builder {
    return this.#groupBySets('CUBE', expressions);
  }
  having(condition: Condition<string> | undefined): Builder {
    const added = conditionNode(condition, 'having()');
    return new Builder({ ...this.#state, having: [allOf([...this.#state.having, added])] });
  }
  orderBy(...order: readonly (Order<string> | Expression<unknown, string>)[]): Builder {
    const added = order.map((each) => orderNode(each, 'orderBy()'));
    return new Builder({ ...this.#state, orderBy: [...this.#state.orderBy, ...added] });
  }
  distinct(): Builder {
    return new Builder({ ...this.#state, distinct: true });
  }
  offset(rows: number): Builder {
    return new Builder({ ...this.#state, offset: checkedRows('offset', rows) });
  }
  take(rows: number): Builder {
    return new Builder({ ...this.#state, take: checkedRows('take', rows) });
  }
  select(selection: Selection<string>): Query<unknown, string> {
    const statement = finished(this.#state, selectionNodes(selection));
    checkRowConditions(statement);
    checkGrouping(statement);
    checkDistinctOrder(statement);
    return query(statement);
  }

  #groupBySets(name: GroupingNode['name'], expressions: readonly Expression<unknown, string>[]): Builder {
    const of = expressions.map((each) => nodeOf(each, name));
    const grouping: GroupingNode = { type: 'grouping', name, of };
    return new Builder({ ...this.#state, groupBy: [...this.#state.groupBy, grouping] });
  }

  #join(type: JoinType, table: AnyTable, conditions: readonly ExpressionNode[] | null): Builder {
    const joined = tableNode(table);
    this.#checkNew(joined.source, table);
    const join: JoinNode = { type, table: joined, on: conditions === null ? null : allOf(conditions) };
    return new Builder({ ...this.#state, joins: [...this.#state.joins, join] });
  }

  #checkNew(source: string, table: AnyTable): void {
    const { from, joins, correlated } = this.#state;
    const isKnown =
      from.source === source ||
      joins.some((join) => join.table.source === source) ||
      correlated.includes(source);
    if (!isKnown) return;
    throw new TypeError(
      `'${source}' is in the query already. Join it under another name: alias(${definitionOf(table).table}, 'other').`,
    );
  }
}

function finished(state: State, selection: SelectNode['selection']): SelectNode {
  const { from, joins, distinct, groupBy, having, orderBy, offset, take, rows } = state;
  const where = rows.length === 0 ? state.where : [...rows, ...state.where];
  return { from, joins, distinct, selection, where, groupBy, having, orderBy, offset, take };
}

function subtypeRows(table: AnyTable): readonly ExpressionNode[] {
  const of = definitionOf(table);
  return rowsOf(of, of.source);
}

/** The condition of a join: `and()`, which adds none, is accepted, but `undefined` is not. */
function onNode(on: unknown, place: string): ExpressionNode {
  if (on !== undefined) return conditionNode(on, `${place}()`);
  throw new TypeError(`${place}(): the condition is undefined. For every pair of rows use crossJoin().`);
}
