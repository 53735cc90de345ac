import type { ColumnKind } from '../column-kind.js';
import type { Expression } from '../query/expression.js';
import type { DateTime, Decimal, Id, PlainDate } from '../values.js';

/** The columns of a result by name: a column of the generated code, or a kind. */
export interface RowColumns {
  readonly [name: string]: ColumnKind | Expression<unknown, string>;
}

/** The row of declared columns. Of a kind alone nobody knows whether it can be NULL: then it can. */
export type DeclaredRow<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends Expression<infer Value, string>
    ? Value
    : ValueOfKind<Columns[Name]> | null;
};

/** The decoded value of a kind. */
export type ValueOfKind<Kind> = Kind extends `ref:${infer Table}`
  ? Id<Table>
  : Kind extends `multi:${infer Table}`
    ? readonly Id<Table>[]
    : Kind extends keyof PlainKinds
      ? PlainKinds[Kind]
      : string;

interface PlainKinds {
  readonly id: string;
  readonly text: string;
  readonly int: number;
  readonly num: Decimal;
  readonly bool: boolean;
  readonly date: PlainDate;
  readonly datetime: DateTime;
}
