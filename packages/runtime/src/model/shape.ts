import type { Advice } from '../advice.js';
import type { Expression } from '../query/expression.js';
import type { DateTime, Decimal, PlainDate, RecordKey, TemporalKey } from '../values.js';

declare const row: unique symbol;
declare const relations: unique symbol;

/** A relation to at most one row of another model. */
export interface ToOne<out Row, out Relations> {
  readonly cardinality: 'one';
  readonly [row]: Row;
  readonly [relations]: Relations;
}

/** A relation to any number of rows of another model. */
export interface ToMany<out Row, out Relations> {
  readonly cardinality: 'many';
  readonly [row]: Row;
  readonly [relations]: Relations;
}

/** What may be asked of a column, by the type of its value. */
export type Filter<Value> = boolean extends Value
  ? BooleanFilter
  : [Value] extends [number]
    ? NumberFilter
    : [Value] extends [string]
      ? RecordKey extends keyof Value
        ? IdFilter<Value>
        : TemporalKey extends keyof Value
          ? TemporalFilter<Value>
          : TextFilter<Value>
      : Value extends readonly unknown[]
        ? MultiFilter | null
        : Value extends Decimal
          ? DecimalFilter
          : never;

/** A column of a table constant: `salesorder.trandate`. It is that of the model's own table, or of one on the way to it. */
type Column<Value> = Expression<Value | null, string>;

interface NullCondition {
  /** `true`: IS NULL, `false`: IS NOT NULL. */
  readonly isNull?: boolean;
}

/** `null` stands for IS NULL. */
export type BooleanFilter = boolean | null | BooleanConditions;

/** All of the given ones must hold. */
export interface BooleanConditions extends NullCondition {
  readonly equals?: boolean | Column<boolean> | null;
  readonly not?: boolean | Column<boolean> | null;
}

export type NumberFilter = number | null | NumberConditions<number>;

/** For decimals that a codec of the user's makes. */
export type DecimalFilter = Decimal | number | null | NumberConditions<Decimal | number>;

/** All of the given ones must hold. */
export interface NumberConditions<Value> extends NullCondition {
  readonly equals?: Value | Column<Value> | null;
  readonly not?: Value | Column<Value> | null;
  readonly in?: readonly Value[];
  readonly notIn?: readonly Value[];
  readonly gt?: Value | Column<Value>;
  readonly gte?: Value | Column<Value>;
  readonly lt?: Value | Column<Value>;
  readonly lte?: Value | Column<Value>;
  /** Both ends included. */
  readonly between?: readonly [Value, Value];
}

/** Of a column that holds codes, such as the types of transactions, `Value` is the union of them. */
export type TextFilter<Value extends string = string> = Value | null | TextConditions<Value>;

/** All of the given ones must hold. */
export interface TextConditions<Value extends string = string> extends NullCondition {
  readonly equals?: Value | Column<string> | null;
  readonly not?: Value | Column<string> | null;
  readonly in?: readonly Value[];
  readonly notIn?: readonly Value[];
  readonly gt?: string | Column<string>;
  readonly gte?: string | Column<string>;
  readonly lt?: string | Column<string>;
  readonly lte?: string | Column<string>;
  /** `true`: there is no text; `false`: there is one. NetSuite keeps the empty text as NULL. */
  readonly isEmpty?: boolean;
  readonly contains?: string;
  readonly startsWith?: string;
  readonly endsWith?: string;
  /** `insensitive` compares without regard to letter case, whatever stands beside it. Default `sensitive`. */
  readonly mode?: 'sensitive' | 'insensitive';
}

/** A date or datetime to compare with. `Reminder` is for the compiler's message where a Date is given. */
type TemporalOperand<Value, Reminder extends string = "give a date as text, such as '2026-01-31'"> =
  | Value
  | Column<Value>
  | Advice<Reminder>;

export type TemporalFilter<
  Value extends string,
  Reminder extends string = "give a date as text, such as '2026-01-31'",
> = Value | null | TemporalConditions<Value> | Advice<Reminder>;

/** All of the given ones must hold. */
export interface TemporalConditions<Value extends PlainDate | DateTime> extends NullCondition {
  readonly equals?: TemporalOperand<Value> | null;
  readonly not?: TemporalOperand<Value> | null;
  readonly in?: readonly Value[];
  readonly notIn?: readonly Value[];
  readonly gt?: TemporalOperand<Value>;
  readonly gte?: TemporalOperand<Value>;
  readonly lt?: TemporalOperand<Value>;
  readonly lte?: TemporalOperand<Value>;
  /** Both ends included. */
  readonly between?: readonly [Value, Value];
}

export type IdFilter<Value extends string> = Value | number | null | IdConditions<Value>;

/** All of the given ones must hold. */
export interface IdConditions<Value extends string> extends NullCondition {
  readonly equals?: Value | number | Column<Value> | null;
  readonly not?: Value | number | Column<Value> | null;
  readonly in?: readonly (Value | number)[];
  readonly notIn?: readonly (Value | number)[];
  readonly gt?: Value | number | Column<Value>;
  readonly gte?: Value | number | Column<Value>;
  readonly lt?: Value | number | Column<Value>;
  readonly lte?: Value | number | Column<Value>;
}

/** What a multiple select holds. All of the given ones must hold. */
export interface MultiFilter {
  /** At least one of the ids is chosen. */
  readonly any?: readonly (string | number)[];
  /** All of the ids are chosen, others may be too. */
  readonly all?: readonly (string | number)[];
  /** None of the ids is chosen. */
  readonly none?: readonly (string | number)[];
  /** `true`: nothing is chosen. */
  readonly isEmpty?: boolean;
}
