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
  | RawNode
  | LiteralNode
  | OperationNode
  | CaseNode
  | ExtractNode
  | QueryMembershipNode
  | WindowNode
  | GroupingNode;

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
  /** What messages call it. */
  readonly place?: string;
}

export interface NullNode {
  readonly type: 'null';
  /** What stands where it might: NULL itself is of every kind. */
  readonly kind?: ValueKind;
}

/** A value that is always written into the text: the mask of TO_CHAR, the option of a BUILTIN function. */
export interface LiteralNode {
  readonly type: 'literal';
  readonly value: string | number;
  readonly kind: ValueKind;
}

/** A function call. `name` comes from this package, never from its user. */
export interface CallNode {
  readonly type: 'call';
  readonly name: string;
  readonly distinct: boolean;
  readonly arguments: readonly ExpressionNode[];
  readonly kind: ValueKind;
}

export type Operator = '+' | '-' | '*' | '/' | '||';

export interface OperationNode {
  readonly type: 'operation';
  readonly operator: Operator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
  readonly kind: ValueKind;
}

/** CASE: with an operand that is compared, or with a condition a branch. */
export interface CaseNode {
  readonly type: 'case';
  readonly operand: ExpressionNode | null;
  readonly branches: readonly { readonly when: ExpressionNode; readonly result: ExpressionNode }[];
  /** Null: NULL where no branch holds. */
  readonly otherwise: ExpressionNode | null;
  readonly kind: ValueKind;
}

/** EXTRACT(unit FROM moment). */
export interface ExtractNode {
  readonly type: 'extract';
  readonly unit: 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND';
  readonly of: ExpressionNode;
  readonly kind: 'int';
}

/** The one value of a query of one column and at most one row. It may name the tables of the query around it. */
export interface SubqueryNode {
  readonly type: 'subquery';
  readonly query: NestedQueryNode;
  /** Whether its columns keep their names, as in FROM of text that a program wrote. Default false. */
  readonly isNamed?: boolean;
  readonly kind: ValueKind;
}

/** Whether the query has rows. Its selection may be empty; it may name the tables of the query around it. */
export interface ExistsNode {
  readonly type: 'exists';
  readonly query: NestedQueryNode;
  readonly negated: boolean;
}

/** IN with a query, or with a set such as BUILTIN.NAMED_GROUP. */
export interface QueryMembershipNode {
  readonly type: 'query membership';
  readonly operand: ExpressionNode;
  readonly query: NestedQueryNode | CallNode;
  readonly negated: boolean;
}

/** A function with OVER. */
export interface WindowNode {
  readonly type: 'window';
  readonly call: ExpressionNode;
  readonly partitionBy: readonly ExpressionNode[];
  readonly orderBy: readonly OrderNode[];
  readonly frame: FrameNode | null;
  readonly kind: ValueKind;
}

/** A bound is a number of rows (or of the sort key's units): negative before the row, positive behind it. */
export interface FrameNode {
  readonly unit: 'ROWS' | 'RANGE';
  readonly from: 'start' | number;
  readonly to: 'end' | number;
}

/** ROLLUP or CUBE in GROUP BY. */
export interface GroupingNode {
  readonly type: 'grouping';
  readonly name: 'ROLLUP' | 'CUBE';
  readonly of: readonly ExpressionNode[];
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
  /** None: no condition for AND, false for OR. */
  readonly operands: readonly ExpressionNode[];
  /** Where an `undefined` was given in place of a condition: `or(): argument 2`. */
  readonly undefinedAt?: string;
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

export type JoinType = 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'CROSS';

/** A table in FROM. `source` is how columns name it: the table's own name or an alias. */
export interface TableNode {
  readonly table: string;
  readonly source: string;
  /** The query that stands in parentheses in place of the table's name. */
  readonly query?: NestedQueryNode;
  /** Its unique column of whole numbers. Null or absent: none is known. */
  readonly key?: ColumnNode | null;
}

export interface JoinNode {
  readonly type: JoinType;
  readonly table: TableNode;
  /** Null for CROSS only. */
  readonly on: ExpressionNode | null;
}

export interface OrderNode {
  readonly expression: ExpressionNode;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST' | null;
}

/** An output column: `name` is the property of the row object, not the alias on the wire. */
export interface SelectionNode {
  readonly name: string;
  /** The objects that the property stands in, from the row on. Absent: it is the row's own. */
  readonly path?: readonly string[];
  readonly expression: ExpressionNode;
}

/** One SELECT. Without a selection it stands in EXISTS only. */
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

/** What is sent: a SELECT, or several as one. */
export type StatementNode = SelectNode | CompoundNode;

/** What stands in parentheses. */
export type NestedQueryNode = StatementNode | RawNode;

export type SetOperator = 'UNION' | 'UNION ALL' | 'INTERSECT' | 'MINUS';

/** Queries combined by set operations, from left to right; all have the same columns in the same order. */
export interface CompoundNode {
  readonly type: 'compound';
  readonly first: StatementNode;
  readonly rest: readonly { readonly operator: SetOperator; readonly query: StatementNode }[];
  readonly outputs: readonly OutputNode[];
  readonly orderBy: readonly OutputOrderNode[];
  readonly offset: number;
  /** Rows at most. Null: all. */
  readonly take: number | null;
}

/** An output column of a statement. */
export interface OutputNode {
  readonly name: string;
  readonly path?: readonly string[];
  readonly kind: ValueKind;
}

/** Sorts by an output column. */
export interface OutputOrderNode {
  readonly index: number;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST' | null;
}

/** Text that a program wrote itself, with values and expressions between: see `sql`. Never text from outside. */
export interface RawNode {
  readonly type: 'raw';
  readonly parts: readonly (string | ExpressionNode)[];
  /** What its value is decoded as, where its author says. */
  readonly kind?: ValueKind;
  /** Whether it has one value for a group of rows. Default false. */
  readonly isAggregate?: boolean;
}

/** A whole statement that is written as text. */
export interface RawQueryNode {
  readonly type: 'raw query';
  readonly text: RawNode;
  /** By the name that the row gives it. Null: rows are handed over as NetSuite sends them. */
  readonly columns: Readonly<Record<string, ValueKind>> | null;
}
