import { definition, keyColumn, rowsOf, type TableObject } from '../table.js';
import { type Condition, type Expression, node } from './expression.js';
import type { ExpressionNode, JoinType, OrderNode, RawQueryNode, SelectNode, TableNode } from './nodes.js';

declare const row: unique symbol;

/** A complete SELECT. `Row` is the type of a decoded row. Send it with `ns.$all(query)` or `ns.$stream(query)`. */
export interface Query<out Row> {
  readonly [node]: SelectNode | RawQueryNode;
  readonly [row]: Row;
}

/** The row type of a query: `type Order = RowOf<typeof query>`. */
export type RowOf<Q> = Q extends Query<infer Row> ? Row : never;

/** What SELECT may list: expressions over the joined tables, each under the name that the row gives it. */
export interface Selection<Source extends string> {
  readonly [name: string]: Expression<unknown, Source>;
}

/**
 * The row of a selection. What comes from an outer-joined table (`Optional`) may be null.
 */
export type SelectedRow<S, Optional extends string> = {
  readonly [Name in keyof S]: S[Name] extends Expression<infer Value, infer Source>
    ? [Source & Optional] extends [never]
      ? Value
      : Value | null
    : never;
};

/**
 * A SELECT in the making. Every method returns a new builder: any step can be kept and branched.
 *
 * `Source` names the tables in FROM, `Optional` those of them that an outer join may leave empty.
 */
export interface QueryBuilder<Source extends string, Optional extends string> {
  /** Keeps pairs of rows for which the condition holds. */
  innerJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Optional>;
  /** Keeps every row of the tables so far; the joined table's columns are null where none matches. */
  leftJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Optional | Name>;
  /** Keeps every row of the joined table; the columns so far are null where none matches. */
  rightJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Source>;
  /** Keeps every row of both sides. */
  fullJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Source | Name>;
  /** Adds a condition; with those given before by AND. `undefined` adds none. */
  where(condition: Condition<Source> | undefined): QueryBuilder<Source, Optional>;
  groupBy(...expressions: readonly Expression<unknown, Source>[]): QueryBuilder<Source, Optional>;
  /** Adds a condition over groups. */
  having(condition: Condition<Source> | undefined): QueryBuilder<Source, Optional>;
  /** Adds sort keys behind those given before. See {@link asc} and {@link desc}. */
  orderBy(...order: readonly (Order<Source> | Expression<unknown, Source>)[]): QueryBuilder<Source, Optional>;
  /** Removes equal rows. */
  distinct(): QueryBuilder<Source, Optional>;
  /** Skips rows. Needs an order to mean anything. */
  offset(rows: number): QueryBuilder<Source, Optional>;
  /** Rows at most (FETCH FIRST n ROWS ONLY). */
  take(rows: number): QueryBuilder<Source, Optional>;
  /** Names the output and completes the query. */
  select<const S extends Selection<Source>>(selection: S): Query<SelectedRow<S, Optional>>;
}

/** A sort key. */
export interface Order<out Source extends string> {
  readonly order: OrderNode;
  /** What it sorts by. */
  readonly by: Expression<unknown, Source>;
}

/** Smallest first; NULL last, unless told otherwise. */
export function asc<S extends string>(
  of: Expression<unknown, S>,
  nulls: 'first' | 'last' | null = null,
): Order<S> {
  return { by: of, order: { expression: of[node], direction: 'ASC', nulls: upper(nulls) } };
}

/** Greatest first; NULL first, as in Oracle, unless told otherwise. */
export function desc<S extends string>(
  of: Expression<unknown, S>,
  nulls: 'first' | 'last' | null = null,
): Order<S> {
  return { by: of, order: { expression: of[node], direction: 'DESC', nulls: upper(nulls) } };
}

function upper(nulls: 'first' | 'last' | null): 'FIRST' | 'LAST' | null {
  return nulls === null ? null : nulls === 'first' ? 'FIRST' : 'LAST';
}

/** Starts a query over a table: `from(transaction).where(…).select({…})`. */
export function from<Name extends string>(table: TableObject<Name, unknown>): QueryBuilder<Name, never> {
  return builder({
    from: tableNode(table),
    joins: [],
    distinct: false,
    selection: [],
    where: rowsOf(table[definition], table[definition].source),
    groupBy: [],
    having: [],
    orderBy: [],
    offset: 0,
    take: null,
  });
}

function builder<Source extends string, Optional extends string>(
  state: SelectNode,
): QueryBuilder<Source, Optional> {
  return new Builder(state) as unknown as QueryBuilder<Source, Optional>;
}

/** The one implementation behind every QueryBuilder: the types are the interface's business. */
class Builder {
  readonly #state: SelectNode;

  constructor(state: SelectNode) {
    this.#state = state;
  }

  innerJoin(table: TableObject<string, unknown>, on: Condition<string>): Builder {
    return this.#join('INNER', table, on);
  }
  leftJoin(table: TableObject<string, unknown>, on: Condition<string>): Builder {
    return this.#join('LEFT', table, on);
  }
  rightJoin(table: TableObject<string, unknown>, on: Condition<string>): Builder {
    return this.#join('RIGHT', table, on);
  }
  fullJoin(table: TableObject<string, unknown>, on: Condition<string>): Builder {
    return this.#join('FULL', table, on);
  }
  where(condition: Condition<string> | undefined): Builder {
    if (condition === undefined) return this;
    return new Builder({ ...this.#state, where: [...this.#state.where, ...conjuncts(condition)] });
  }
  groupBy(...expressions: readonly Expression<unknown, string>[]): Builder {
    return new Builder({
      ...this.#state,
      groupBy: [...this.#state.groupBy, ...expressions.map((e) => e[node])],
    });
  }
  having(condition: Condition<string> | undefined): Builder {
    if (condition === undefined) return this;
    return new Builder({ ...this.#state, having: [...this.#state.having, ...conjuncts(condition)] });
  }
  orderBy(...order: readonly (Order<string> | Expression<unknown, string>)[]): Builder {
    const added = order.map((key) => ('order' in key ? key.order : asc(key).order));
    return new Builder({ ...this.#state, orderBy: [...this.#state.orderBy, ...added] });
  }
  distinct(): Builder {
    return new Builder({ ...this.#state, distinct: true });
  }
  offset(rows: number): Builder {
    return new Builder({ ...this.#state, offset: rowCount('offset', rows) });
  }
  take(rows: number): Builder {
    return new Builder({ ...this.#state, take: rowCount('take', rows) });
  }
  select(selection: Selection<string>): Query<unknown> {
    const named = Object.keys(selection).map((name) => ({
      name,
      expression: (selection[name] as Expression<unknown, string>)[node],
    }));
    if (named.length === 0) throw new TypeError('select({}) selects nothing. Name at least one column.');
    return { [node]: { ...this.#state, selection: named } } as unknown as Query<unknown>;
  }

  #join(type: JoinType, table: TableObject<string, unknown>, on: Condition<string>): Builder {
    const joined = tableNode(table);
    const { from, joins } = this.#state;
    if (from.source === joined.source || joins.some((join) => join.table.source === joined.source)) {
      throw new TypeError(
        `'${joined.source}' is in the query already. Join it under another name: alias(${joined.table}, 'other').`,
      );
    }
    const discriminator = rowsOf(table[definition], joined.source);
    const both: ExpressionNode =
      discriminator.length === 0
        ? on[node]
        : { type: 'logical', operator: 'AND', operands: [on[node], ...discriminator] };
    return new Builder({ ...this.#state, joins: [...joins, { type, table: joined, on: both }] });
  }
}

/** The parts of an AND, so that the text has no parentheses that say nothing. */
function conjuncts(condition: Condition<string>): readonly ExpressionNode[] {
  const of = condition[node];
  return of.type === 'logical' && of.operator === 'AND' ? of.operands : [of];
}

function tableNode(table: TableObject<string, unknown>): TableNode {
  const { table: name, source } = table[definition];
  return { table: name, source, key: keyColumn(table[definition], source) };
}

function rowCount(name: string, rows: number): number {
  if (!Number.isSafeInteger(rows) || rows < 0) {
    throw new TypeError(`${name}(${rows}): give a whole number of rows, 0 or more.`);
  }
  return rows;
}
