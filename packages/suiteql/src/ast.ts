/**
 * The SuiteQL syntax tree.
 *
 * Every node has a `kind` and its source range. Parentheses leave no node: the printer puts them back
 * where precedence needs them. Chains that people write long (AND, OR, arithmetic, `||`, joins, set
 * operations) are flat lists, so that the depth of a tree says how deeply a statement is nested, not how
 * long it is.
 *
 * One file, though long: the types contain each other, and this is the grammar at one view.
 */

/** Offsets into the source text in UTF-16 units, `end` exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A name. `name` is folded to lower case and is what names are compared by; `text` is what was written. */
export interface Identifier extends SourceRange {
  readonly kind: 'identifier';
  readonly name: string;
  /** As written, without quotes. */
  readonly text: string;
  readonly quoted: boolean;
}

// ---- Queries -----------------------------------------------------------------------------------

/** A whole statement, or a query inside parentheses. */
export interface Query extends SourceRange {
  readonly kind: 'query';
  readonly with: readonly CommonTable[];
  /** A nested `Query` only where it has an ORDER BY, OFFSET, FETCH or WITH of its own. */
  readonly body: Select | Compound | Query;
  readonly orderBy: readonly OrderItem[];
  readonly offset: Expression | null;
  readonly fetch: Fetch | null;
}

/** `name (columns) AS (query)` of a WITH clause. */
export interface CommonTable extends SourceRange {
  readonly kind: 'common-table';
  readonly name: Identifier;
  readonly columns: readonly Identifier[] | null;
  readonly query: Query;
}

/** Set operations. They have one precedence and are evaluated from left to right, as Oracle does. */
export interface Compound extends SourceRange {
  readonly kind: 'compound';
  readonly first: Select | Query;
  /** At least one. */
  readonly rest: readonly SetOperand[];
}

/** A set operator and the query to its right. */
export interface SetOperand extends SourceRange {
  readonly kind: 'set-operand';
  /** EXCEPT is read as `minus`. */
  readonly operator: 'union' | 'union all' | 'intersect' | 'minus';
  readonly query: Select | Query;
}

export interface Select extends SourceRange {
  readonly kind: 'select';
  /** DISTINCT or UNIQUE. */
  readonly distinct: boolean;
  /** `TOP n`. */
  readonly top: Expression | null;
  readonly columns: readonly (SelectItem | Star)[];
  /** Comma-separated; empty when there is no FROM. */
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly groupBy: readonly GroupingElement[];
  readonly having: Expression | null;
}

/** `*` or `alias.*`. */
export interface Star extends SourceRange {
  readonly kind: 'star';
  readonly qualifier: Identifier | null;
}

export interface SelectItem extends SourceRange {
  readonly kind: 'select-item';
  readonly expression: Expression;
  readonly alias: Identifier | null;
}

/** One comma-separated part of FROM: a source and what is joined to it, from left to right. */
export interface FromItem extends SourceRange {
  readonly kind: 'from-item';
  readonly source: TableSource;
  readonly joins: readonly Join[];
}

export interface Join extends SourceRange {
  readonly kind: 'join';
  readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross';
  readonly source: TableSource;
  readonly on: Expression | null;
  readonly using: readonly Identifier[] | null;
}

export type TableSource = TableReference | DerivedTable | NestedJoin;

export interface TableReference extends SourceRange {
  readonly kind: 'table';
  readonly name: Identifier;
  readonly alias: Identifier | null;
}

/** A subquery in FROM. */
export interface DerivedTable extends SourceRange {
  readonly kind: 'derived-table';
  readonly query: Query;
  readonly alias: Identifier | null;
}

/** `(a JOIN b ON …)` on a side of a join. */
export interface NestedJoin extends SourceRange {
  readonly kind: 'nested-join';
  readonly item: FromItem;
}

export type GroupingElement = Expression | Row | Rollup | Cube | GroupingSets;

/** `ROLLUP (a, (b, c))`. */
export interface Rollup extends SourceRange {
  readonly kind: 'rollup';
  readonly items: readonly (Expression | Row)[];
}

/** `CUBE (a, (b, c))`. */
export interface Cube extends SourceRange {
  readonly kind: 'cube';
  readonly items: readonly (Expression | Row)[];
}

/** `GROUPING SETS (a, (b, c), ())`. The empty set is a `Row` without items. */
export interface GroupingSets extends SourceRange {
  readonly kind: 'grouping-sets';
  readonly items: readonly GroupingElement[];
}

export interface OrderItem extends SourceRange {
  readonly kind: 'order-item';
  readonly expression: Expression;
  /** ASC where none is written, and always printed. */
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last' | null;
}

/** `FETCH FIRST n [PERCENT] ROWS ONLY | WITH TIES`. */
export interface Fetch extends SourceRange {
  readonly kind: 'fetch';
  /** Null: one row (`FETCH FIRST ROW ONLY`). */
  readonly count: Expression | null;
  readonly percent: boolean;
  readonly withTies: boolean;
}

// ---- Expressions and conditions ----------------------------------------------------------------

export type Expression =
  | ColumnReference
  | PseudoColumn
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | Parameter
  | Unary
  | Operation
  | Call
  | Case
  | Cast
  | Extract
  | Trim
  | Interval
  | Subquery
  | Row
  | Logical
  | Not
  | Comparison
  | QuantifiedComparison
  | Between
  | In
  | Like
  | IsNull
  | Exists;

/** `name`, `table.name`, with `(+)` behind it or not. */
export interface ColumnReference extends SourceRange {
  readonly kind: 'column';
  readonly qualifier: Identifier | null;
  readonly name: Identifier;
  /** `(+)`: this side of the condition may be missing. */
  readonly outer: boolean;
}

/** A value that is called without parentheses. */
export interface PseudoColumn extends SourceRange {
  readonly kind: 'pseudo-column';
  readonly name:
    | 'rownum'
    | 'sysdate'
    | 'systimestamp'
    | 'current_date'
    | 'current_timestamp'
    | 'localtimestamp';
}

export interface StringLiteral extends SourceRange {
  readonly kind: 'string';
  /** Without quotes, doubled quotes undone. */
  readonly value: string;
}

export interface NumberLiteral extends SourceRange {
  readonly kind: 'number';
  /** As written: never rounded through a double. */
  readonly text: string;
}

/** TRUE or FALSE. SuiteQL has no such values; the tree keeps them so that the checker can say so. */
export interface BooleanLiteral extends SourceRange {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends SourceRange {
  readonly kind: 'null';
}

/** `?`, or `:name` and `:name[]` where `parse` was told to accept named parameters. */
export interface Parameter extends SourceRange {
  readonly kind: 'parameter';
  /** Position among all parameters of the statement, from 0. */
  readonly index: number;
  readonly name: string | null;
  /** `:name[]`: stands for a list of values. */
  readonly list: boolean;
}

export interface Unary extends SourceRange {
  readonly kind: 'unary';
  readonly operator: '+' | '-';
  readonly operand: Expression;
}

/**
 * A chain of operators of one precedence: `a * b / c`, or `a + b - c || d`. They bind from left to right.
 */
export interface Operation extends SourceRange {
  readonly kind: 'operation';
  readonly first: Expression;
  /** At least one; all of `*` and `/`, or all of `+`, `-` and `||`. */
  readonly rest: readonly Operand[];
}

/** An operator and the value to its right. */
export interface Operand extends SourceRange {
  readonly kind: 'operand';
  readonly operator: '+' | '-' | '*' | '/' | '||';
  readonly value: Expression;
}

/** A function call: scalar, aggregate, window, or BUILTIN. */
export interface Call extends SourceRange {
  readonly kind: 'call';
  /** `builtin` of `BUILTIN.DF(…)`, `builtin_result` of `BUILTIN_RESULT.TYPE_DATE(…)`. */
  readonly namespace: Identifier | null;
  readonly name: Identifier;
  /** `COUNT(DISTINCT x)`. */
  readonly distinct: boolean;
  /** `COUNT(*)`; then there are no arguments. */
  readonly star: boolean;
  readonly arguments: readonly Expression[];
  /** `WITHIN GROUP (ORDER BY …)`. */
  readonly withinGroup: readonly OrderItem[] | null;
  readonly keep: Keep | null;
  /** `IGNORE NULLS` or `RESPECT NULLS`. */
  readonly nulls: 'ignore' | 'respect' | null;
  readonly over: Window | null;
}

/** `KEEP (DENSE_RANK FIRST ORDER BY …)`. */
export interface Keep extends SourceRange {
  readonly kind: 'keep';
  readonly rank: 'first' | 'last';
  readonly orderBy: readonly OrderItem[];
}

/** `OVER (PARTITION BY … ORDER BY … frame)`. */
export interface Window extends SourceRange {
  readonly kind: 'window';
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: Frame | null;
}

export interface Frame extends SourceRange {
  readonly kind: 'frame';
  readonly unit: 'rows' | 'range' | 'groups';
  readonly from: FrameBound;
  /** Null: no BETWEEN was written, the frame ends at the current row. */
  readonly to: FrameBound | null;
}

export interface FrameBound extends SourceRange {
  readonly kind: 'frame-bound';
  readonly at: 'unbounded preceding' | 'preceding' | 'current row' | 'following' | 'unbounded following';
  /** Set for `preceding` and `following`. */
  readonly offset: Expression | null;
}

export interface Case extends SourceRange {
  readonly kind: 'case';
  /** Set in the form `CASE operand WHEN value …`. */
  readonly operand: Expression | null;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}

export interface CaseBranch extends SourceRange {
  readonly kind: 'case-branch';
  readonly when: Expression;
  readonly then: Expression;
}

/** `CAST(x AS VARCHAR2(10))`. */
export interface Cast extends SourceRange {
  readonly kind: 'cast';
  readonly operand: Expression;
  readonly type: TypeName;
}

export interface TypeName extends SourceRange {
  readonly kind: 'type-name';
  /** Lower case, words separated by one space: `varchar2`, `double precision`. */
  readonly name: string;
  /** Length, or precision and scale. */
  readonly sizes: readonly number[];
  /** What the length counts, as in `VARCHAR2(10 CHAR)`; null where it is not said. */
  readonly unit: 'char' | 'byte' | null;
}

/** `EXTRACT(YEAR FROM x)`. */
export interface Extract extends SourceRange {
  readonly kind: 'extract';
  /** Lower case: `year`, `month`, `day`, `hour`, `minute`, `second`, … */
  readonly field: string;
  readonly source: Expression;
}

/** `TRIM([LEADING | TRAILING | BOTH] [characters FROM] x)`. A plain `TRIM(x)` is this node too. */
export interface Trim extends SourceRange {
  readonly kind: 'trim';
  readonly side: 'leading' | 'trailing' | 'both' | null;
  readonly characters: Expression | null;
  readonly source: Expression;
}

/** `INTERVAL '1' DAY`. */
export interface Interval extends SourceRange {
  readonly kind: 'interval';
  readonly value: string;
  /** Lower case: `year`, `month`, `day`, `hour`, `minute`, `second`. */
  readonly from: string;
  /** Set in `INTERVAL '1-6' YEAR TO MONTH`. */
  readonly to: string | null;
}

/** A query used as a value. */
export interface Subquery extends SourceRange {
  readonly kind: 'subquery';
  readonly query: Query;
}

/** `(a, b)`: a value of several columns, or the items of a grouping set. */
export interface Row extends SourceRange {
  readonly kind: 'row';
  readonly items: readonly Expression[];
}

export interface Logical extends SourceRange {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  /** At least two. */
  readonly operands: readonly Expression[];
}

export interface Not extends SourceRange {
  readonly kind: 'not';
  readonly operand: Expression;
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export interface Comparison extends SourceRange {
  readonly kind: 'comparison';
  /** `!=` and `^=` are read as `<>`. */
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `x > ALL (…)`, `x = ANY (…)`. SOME is read as `any`. */
export interface QuantifiedComparison extends SourceRange {
  readonly kind: 'quantified-comparison';
  readonly operator: ComparisonOperator;
  readonly quantifier: 'any' | 'all';
  readonly operand: Expression;
  readonly source: Subquery | ExpressionList;
}

export interface ExpressionList extends SourceRange {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface Between extends SourceRange {
  readonly kind: 'between';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface In extends SourceRange {
  readonly kind: 'in';
  readonly negated: boolean;
  readonly operand: Expression;
  /** A `Call` is `IN BUILTIN.NAMED_GROUP(…)`. */
  readonly source: ExpressionList | Subquery | Call;
}

export interface Like extends SourceRange {
  readonly kind: 'like';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | null;
}

export interface IsNull extends SourceRange {
  readonly kind: 'is-null';
  readonly negated: boolean;
  readonly operand: Expression;
}

export interface Exists extends SourceRange {
  readonly kind: 'exists';
  readonly query: Query;
}

/** Any node of a tree. */
export type Node =
  | Expression
  | Query
  | CommonTable
  | Compound
  | SetOperand
  | Select
  | Star
  | SelectItem
  | FromItem
  | Join
  | TableSource
  | Rollup
  | Cube
  | GroupingSets
  | OrderItem
  | Fetch
  | Keep
  | Window
  | Frame
  | FrameBound
  | CaseBranch
  | Operand
  | TypeName
  | ExpressionList
  | Identifier;
