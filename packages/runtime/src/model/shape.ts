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
  : Value extends number
    ? NumberFilter
    : Value extends string
      ? RecordKey extends keyof Value
        ? IdFilter<Value>
        : TemporalKey extends keyof Value
          ? TemporalFilter<Value>
          : TextFilter
      : Value extends readonly unknown[]
        ? NullFilter
        : Value extends Decimal
          ? DecimalFilter
          : never;

/** `null` stands for IS NULL. */
export type BooleanFilter =
  | boolean
  | null
  | { readonly equals?: boolean | null; readonly not?: boolean | null };

export type NumberFilter = number | null | NumberConditions<number>;

/** For decimals that a codec of the user's makes. */
export type DecimalFilter = Decimal | number | null | NumberConditions<Decimal | number>;

/** All of the given ones must hold. */
export interface NumberConditions<Value> {
  readonly equals?: Value | null;
  readonly not?: Value | null;
  readonly in?: readonly Value[];
  readonly notIn?: readonly Value[];
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
  /** Both ends included. */
  readonly between?: readonly [Value, Value];
}

export type TextFilter = string | null | TextConditions;

/** All of the given ones must hold. */
export interface TextConditions {
  readonly equals?: string | null;
  readonly not?: string | null;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly contains?: string;
  readonly startsWith?: string;
  readonly endsWith?: string;
  /** `insensitive` compares contains, startsWith and endsWith without regard to letter case. Default `sensitive`. */
  readonly mode?: 'sensitive' | 'insensitive';
}

export type TemporalFilter<Value extends string> = Value | null | TemporalConditions<Value>;

/** All of the given ones must hold. */
export interface TemporalConditions<Value extends PlainDate | DateTime> {
  readonly equals?: Value | null;
  readonly not?: Value | null;
  readonly in?: readonly Value[];
  readonly notIn?: readonly Value[];
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
  /** Both ends included. */
  readonly between?: readonly [Value, Value];
}

export type IdFilter<Value extends string> = Value | number | null | IdConditions<Value>;

/** All of the given ones must hold. */
export interface IdConditions<Value extends string> {
  readonly equals?: Value | number | null;
  readonly not?: Value | number | null;
  readonly in?: readonly (Value | number)[];
  readonly notIn?: readonly (Value | number)[];
  readonly gt?: Value | number;
  readonly gte?: Value | number;
  readonly lt?: Value | number;
  readonly lte?: Value | number;
}

export interface NullFilter {
  readonly equals?: null;
  readonly not?: null;
}
