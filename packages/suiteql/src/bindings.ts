import type { Compound, DerivedTable, Expression, Query, Select, TableReference } from './ast.js';
import type { ColumnKind } from './catalog.js';

/**
 * What an expression yields. `null`: the NULL literal; `condition`: a predicate, which is no value in
 * SuiteQL; `interval`: INTERVAL '1' DAY; `unknown`: it cannot be told.
 */
export type ValueKind = ColumnKind | 'null' | 'condition' | 'interval' | 'unknown';

export interface ValueType {
  readonly kind: ValueKind;
  readonly nullable: boolean;
}

/** A table, subquery or common table in the scope of a SELECT. */
export interface Source {
  readonly node: TableReference | DerivedTable;
  /** The name that columns are qualified with; null for a subquery without an alias. */
  readonly alias: string | null;
  /** The catalog's table. Null: a subquery, a common table, or a table that the catalog does not know. */
  readonly table: string | null;
  /** Its columns in order; null when they cannot be told. */
  readonly columns: ReadonlyMap<string, SourceColumn> | null;
  /** Whether `columns` are all that `*` stands for. */
  readonly complete: boolean;
  /** Whether it may have other columns all the same. */
  readonly open: boolean;
  /** On the optional side of an outer join: every column may be NULL. */
  readonly optional: boolean;
}

export interface SourceColumn extends ValueType {
  readonly name: string;
  readonly exposed: boolean;
  /** Whether the kind is sure: what is generally known may be wrong for an account. */
  readonly certain: boolean;
  /** The catalog's column that the value comes from unchanged; null when it is computed. */
  readonly origin: ColumnOrigin | null;
}

export interface ColumnOrigin {
  readonly table: string;
  readonly column: string;
}

/** What a `ColumnReference` stands for. */
export interface ColumnBinding {
  /** Null: an alias of the SELECT list (ORDER BY). */
  readonly source: Source | null;
  readonly column: SourceColumn;
  /** How many queries out it was found: 0 in its own, more in a correlated subquery. */
  readonly depth: number;
}

/** A column of a query's result. */
export interface OutputColumn extends SourceColumn {
  readonly expression: Expression | null;
}

/**
 * What the checker found out about each node of the tree, by node. Nodes that it could not decide on
 * are absent.
 */
export interface Bindings {
  readonly columns: ReadonlyMap<Expression, ColumnBinding>;
  readonly values: ReadonlyMap<Expression, ValueType>;
  /** The sources in scope of a SELECT, in FROM order. */
  readonly sources: ReadonlyMap<Select, readonly Source[]>;
  /** The output columns of each query, stars expanded; null where a star could not be. */
  readonly outputs: ReadonlyMap<Query | Compound | Select, readonly OutputColumn[] | null>;
}
