import type { ColumnKind } from '../column-kind.js';

/** What a value is decoded as; `text` where nothing better is known. */
export type ValueKind = ColumnKind;

/** The expressions of a statement, as data. The compiler turns them into text. */
export type ExpressionNode =
  | ColumnNode
  | ParameterNode
  | NullNode
  | CallNode
  | ComparisonNode
  | LogicalNode
  | NotNode
  | NullTestNode
  | MembershipNode
  | PatternNode
  | RangeNode
  | CountAllNode
  | ExistsNode
  | SubqueryNode
  | RawNode;

/** A column of a table that stands in FROM under `source` (the table's name or its alias). */
export interface ColumnNode {
  readonly type: 'column';
  readonly source: string;
  readonly column: string;
  readonly kind: ValueKind;
}

/** A value that travels beside the text; a date is wrapped in TO_DATE by the compiler. */
export interface ParameterNode {
  readonly type: 'parameter';
  /** A string, number or boolean; for a decimal also what the user's codec encodes. */
  readonly value: unknown;
  readonly kind: ValueKind;
}

export interface NullNode {
  readonly type: 'null';
}

/** A function call. `name` comes from this package, never from its user. */
export interface CallNode {
  readonly type: 'call';
  readonly name: string;
  readonly distinct: boolean;
  readonly arguments: readonly ExpressionNode[];
  readonly kind: ValueKind;
}

export interface CountAllNode {
  readonly type: 'count all';
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export interface ComparisonNode {
  readonly type: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

export interface LogicalNode {
  readonly type: 'logical';
  readonly operator: 'AND' | 'OR';
  /** None: true for AND, false for OR. */
  readonly operands: readonly ExpressionNode[];
}

export interface NotNode {
  readonly type: 'not';
  readonly operand: ExpressionNode;
}

export interface NullTestNode {
  readonly type: 'null test';
  readonly operand: ExpressionNode;
  readonly negated: boolean;
}

export interface MembershipNode {
  readonly type: 'membership';
  readonly operand: ExpressionNode;
  /** None: nothing is a member. More than 1,000 are split by the compiler. */
  readonly values: readonly ExpressionNode[];
  readonly negated: boolean;
}

/** LIKE. */
export interface PatternNode {
  readonly type: 'pattern';
  readonly operand: ExpressionNode;
  readonly pattern: ExpressionNode;
  /** The pattern has `\` before a `%`, `_` or `\` that stands for itself. */
  readonly escaped: boolean;
}

export interface RangeNode {
  readonly type: 'range';
  readonly operand: ExpressionNode;
  readonly low: ExpressionNode;
  readonly high: ExpressionNode;
}

/** Whether the query has rows. Its selection may be empty; it may name the tables of the query around it. */
export interface ExistsNode {
  readonly type: 'exists';
  readonly query: SelectNode;
  readonly negated: boolean;
}

/** The one value of a query of one column and at most one row. It may name the tables of the query around it. */
export interface SubqueryNode {
  readonly type: 'subquery';
  readonly query: SelectNode;
  readonly kind: ValueKind;
}

export type JoinType = 'INNER' | 'LEFT' | 'RIGHT' | 'FULL';

/** A table in FROM. `source` is how columns name it: the table's own name or an alias. */
export interface TableNode {
  readonly table: string;
  readonly source: string;
  /** Its unique column of whole numbers. Null or absent: none is known. */
  readonly key?: ColumnNode | null;
}

export interface JoinNode {
  readonly type: JoinType;
  readonly table: TableNode;
  readonly on: ExpressionNode;
}

export interface OrderNode {
  readonly expression: ExpressionNode;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST' | null;
}

/** An output column: `name` is the property of the row object, not the alias on the wire. */
export interface SelectionNode {
  readonly name: string;
  readonly expression: ExpressionNode;
}

/** One SELECT. */
export interface SelectNode {
  readonly from: TableNode;
  readonly joins: readonly JoinNode[];
  readonly distinct: boolean;
  readonly selection: readonly SelectionNode[];
  readonly where: readonly ExpressionNode[];
  readonly groupBy: readonly ExpressionNode[];
  readonly having: readonly ExpressionNode[];
  readonly orderBy: readonly OrderNode[];
  readonly offset: number;
  /** Rows at most. Null: all. */
  readonly take: number | null;
}

/** Text that a program wrote itself, with values and expressions between: see `sql`. Never text from outside. */
export interface RawNode {
  readonly type: 'raw';
  readonly parts: readonly (string | ExpressionNode)[];
}

/** A whole statement that is written as text. */
export interface RawQueryNode {
  readonly type: 'raw query';
  readonly text: RawNode;
  /** By the name that the row gives it. Null: rows are handed over as NetSuite sends them. */
  readonly columns: Readonly<Record<string, ValueKind>> | null;
}
