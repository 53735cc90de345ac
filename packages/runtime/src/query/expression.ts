import type { Advice } from '../advice.js';
import { showValue } from '../show-value.js';
import type { RecordKey, TemporalKey } from '../values.js';
import type { ExpressionNode } from './nodes.js';

/** Where an expression keeps its node. A symbol, so that it cannot meet a column's name. */
export const node: unique symbol = Symbol('suitewright.node');

declare const value: unique symbol;
declare const source: unique symbol;
declare const truth: unique symbol;
declare const absent: unique symbol;

/**
 * A value in a SuiteQL statement: a column, a function call, an aggregate.
 *
 * `Value` is the type of its decoded value; `Source` names the tables (or aliases) that it reads, `Absent` those of
 * them without which it is null, when an outer join finds no row: a column's own table, but none for a count.
 * All three exist in the types only.
 */
export interface Expression<
  out Value,
  out Source extends string = never,
  out Absent extends string = Source,
> {
  readonly [node]: ExpressionNode;
  readonly [value]: Value;
  readonly [source]: Source;
  readonly [absent]: Absent;
}

/** A predicate over the tables named by `Source`: what WHERE, HAVING and ON take. */
export interface Condition<out Source extends string = never> {
  readonly [node]: ExpressionNode;
  readonly [source]: Source;
  readonly [truth]: true;
}

/** The decoded value of an expression. */
export type ValueOf<E> = E extends Expression<infer Value, string> ? Value : never;

/** What may be written in place of a column's value: an id also as a number. */
export type Input<Value> = Value extends string
  ? RecordKey extends keyof Value
    ? Value | number
    : TemporalKey extends keyof Value
      ? Value | Advice<"give a date as text, such as '2026-01-31'">
      : Value
  : Value;

/**
 * The other side of a comparison with an expression of `Value`: an expression or a plain value. `Value` is not inferred
 * from it. NoInfer stands outside of Input: inside, the compiler puts Input off and takes the id of any record.
 */
export type Operand<Value, Source extends string> =
  | Expression<NoInfer<Value> | null, Source>
  | NoInfer<Input<NonNullable<Value>>>;

/** A value where an expression may stand too. */
export type Given<Value, Source extends string> = Expression<Value | null, Source> | Value;

/** `Value`, but any text in place of a union of codes: what stands in for a code need not be one. */
export type Wide<Value> = [NonNullable<Value>] extends [string]
  ? string extends NonNullable<Value>
    ? Value
    : string | NullOf<Value>
  : Value;

/** `null` where the value may be null, otherwise nothing. */
export type NullOf<Value> = Extract<Value, null>;

/** Makes a typed expression of a node. */
export function expression<Value, Source extends string, Absent extends string = Source>(
  of: ExpressionNode,
): Expression<Value, Source, Absent> {
  // The phantom properties of Expression exist in the types only.
  return { [node]: of } as Expression<Value, Source, Absent>;
}

/** Makes a typed condition of a node. */
export function condition<Source extends string>(of: ExpressionNode): Condition<Source> {
  // The phantom properties of Condition exist in the types only.
  return { [node]: of } as Condition<Source>;
}

/**
 * Whether a value is an expression or a condition of this module. Nothing that was read from JSON is: it has no symbols.
 */
export function isExpression(candidate: unknown): candidate is { readonly [node]: ExpressionNode } {
  if (typeof candidate !== 'object' || candidate === null || !(node in candidate)) return false;
  // Queries keep their nodes in the same place.
  const of = candidate[node] as { readonly type?: string };
  return of.type !== undefined && of.type !== 'compound' && of.type !== 'raw query';
}

/**
 * The node of an expression or condition.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is neither.
 */
export function nodeOf(candidate: unknown, place: string): ExpressionNode {
  if (isExpression(candidate)) return candidate[node];
  throw new TypeError(
    `${place}: ${showValue(candidate)} is not an expression. Give a column or a function of columns; a plain value with value(…), SuiteQL text with sql.expression(…).`,
  );
}
