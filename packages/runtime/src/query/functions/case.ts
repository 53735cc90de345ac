import {
  type Condition,
  type Expression,
  expression,
  type NullOf,
  nodeOf,
  type Operand,
  type Wide,
} from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { CaseNode, ExpressionNode } from '../nodes.js';
import { commonKind, valueNode } from './call.js';

/** A CASE, usable as it stands: without `else` it is null where no branch holds. */
export interface CaseExpression<out Value, out Source extends string, out Absent extends string>
  extends Expression<Value | null, Source, Absent> {
  /** Adds a branch: what it is where no branch before holds, but this condition does. */
  when<
    S extends string,
    W extends NonNullable<Value> | null = never,
    T extends string = never,
    A extends string = never,
  >(
    condition: Condition<S>,
    then: Expression<W, T, A> | NonNullable<Value>,
  ): CaseExpression<Value | NullOf<W>, Source | S | T, Absent | A>;
  /** What it is where no branch holds. */
  else<W extends NonNullable<Value> | null = never, T extends string = never, A extends string = never>(
    otherwise: Expression<W, T, A> | NonNullable<Value>,
  ): Expression<Value | NullOf<W>, Source | T, Absent | A>;
}

/**
 * `CASE WHEN condition THEN … END`.
 *
 * @param then An expression or a plain value; it tells the kind of all branches.
 * @example caseWhen(gt(order.foreigntotal, 1000), 'large').when(isNull(order.foreigntotal), 'unknown').else('small')
 */
export function caseWhen<S extends string, V, T extends string = never, A extends string = never>(
  condition: Condition<S>,
  then: Expression<V, T, A> | V,
): CaseExpression<Wide<V>, S | T, A> {
  return caseExpression(null, [[nodeOf(condition, 'caseWhen()'), then]]);
}

/** A CASE that compares one expression, waiting for its first branch. */
export interface CaseOf<Compared, Source extends string> {
  /** Adds a branch: what it is where the expression equals the value. */
  when<V, T extends string = never, A extends string = never>(
    value: Operand<Compared, Source>,
    then: Expression<V, T, A> | V,
  ): ComparedCase<Compared, Wide<V>, Source | T, A>;
}

/** A CASE that compares one expression, usable as it stands: without `else` it is null where no branch holds. */
export interface ComparedCase<Compared, out Value, Source extends string, out Absent extends string>
  extends Expression<Value | null, Source, Absent> {
  when<W extends NonNullable<Value> | null = never, T extends string = never, A extends string = never>(
    value: Operand<Compared, Source>,
    then: Expression<W, T, A> | NonNullable<Value>,
  ): ComparedCase<Compared, Value | NullOf<W>, Source | T, Absent | A>;
  /** What it is where no branch holds. */
  else<W extends NonNullable<Value> | null = never, T extends string = never, A extends string = never>(
    otherwise: Expression<W, T, A> | NonNullable<Value>,
  ): Expression<Value | NullOf<W>, Source | T, Absent | A>;
}

/**
 * `CASE expression WHEN value THEN … END`. NULL equals no value.
 *
 * @example caseOf(order.status).when('A', 'Pending').when('B', 'Open').else('Other')
 */
export function caseOf<Compared, S extends string>(of: Expression<Compared, S>): CaseOf<Compared, S> {
  const operand = nodeOf(of, 'caseOf()');
  return {
    when: (value, then) =>
      caseExpression(operand, [[valueNode(value, 'when(): the value', kindOf(operand)), then]]),
  };
}

type Branch = readonly [when: ExpressionNode, then: unknown];

const ELSE_UNDEFINED =
  'else(): the result is undefined. Give an expression or a value, or leave else() out for NULL.';

/** One implementation behind both forms: the types are the interfaces' business. */
function caseExpression<Result>(operand: ExpressionNode | null, branches: readonly Branch[]): Result {
  const whenNode = (of: unknown): ExpressionNode =>
    operand === null ? nodeOf(of, 'when()') : valueNode(of, 'when(): the value', kindOf(operand));
  return {
    ...expression<unknown, string>(caseNode(operand, branches)),
    when: (when: unknown, then: unknown) => caseExpression(operand, [...branches, [whenNode(when), then]]),
    else: (otherwise: unknown) => {
      if (otherwise === undefined) throw new TypeError(ELSE_UNDEFINED);
      return expression(caseNode(operand, branches, otherwise));
    },
  } as Result;
}

function caseNode(
  operand: ExpressionNode | null,
  branches: readonly Branch[],
  otherwise?: unknown,
): CaseNode {
  const results = branches.map(([, then]) => then);
  const kind = commonKind(otherwise === undefined ? results : [...results, otherwise]);
  return {
    type: 'case',
    operand,
    branches: branches.map(([when, then]) => ({ when, result: valueNode(then, 'when(): the result', kind) })),
    otherwise: otherwise === undefined ? null : valueNode(otherwise, 'else(): the result', kind),
    kind,
  };
}
