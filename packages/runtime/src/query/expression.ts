import type { RecordKey } from '../values.js';
import type { ExpressionNode } from './nodes.js';

/** Where an expression keeps its node. A symbol, so that it cannot meet a column's name. */
export const node: unique symbol = Symbol('suitewright.node');

declare const value: unique symbol;
declare const source: unique symbol;
declare const truth: unique symbol;

/**
 * A value in a SuiteQL statement: a column, a function call, an aggregate.
 *
 * `Value` is the type of its decoded value; `Source` names the tables (or aliases) that it reads.
 * Both exist in the types only.
 */
export interface Expression<out Value, out Source extends string = never> {
  readonly [node]: ExpressionNode;
  readonly [value]: Value;
  readonly [source]: Source;
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
    : Value
  : Value;

/** The other side of a comparison with an expression of `Value`: an expression or a plain value. */
export type Operand<Value, Source extends string> =
  | Expression<NonNullable<Value> | null, Source>
  | Input<NonNullable<Value>>;

/** Makes a typed expression of a node. */
export function expression<Value, Source extends string>(of: ExpressionNode): Expression<Value, Source> {
  // The phantom properties of Expression exist in the types only.
  return { [node]: of } as Expression<Value, Source>;
}

/** Makes a typed condition of a node. */
export function condition<Source extends string>(of: ExpressionNode): Condition<Source> {
  // The phantom properties of Condition exist in the types only.
  return { [node]: of } as Condition<Source>;
}

/** Whether a value is an expression or a condition of this module. */
export function isExpression(candidate: unknown): candidate is { readonly [node]: ExpressionNode } {
  return typeof candidate === 'object' && candidate !== null && node in candidate;
}
