import { checkOptions } from '../../check-options.js';
import { showValue } from '../../show-value.js';
import type { Decimal } from '../../values.js';
import { isAggregate } from '../aggregate-names.js';
import { type Expression, expression, type NullOf, nodeOf } from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { CallNode, ExpressionNode, FrameNode } from '../nodes.js';
import { type Order, orderNode } from '../order.js';
import { callNode, settingNode, valueNode } from './call.js';
import type { Numeric } from './number.js';

declare const result: unique symbol;

/** Where a window function keeps its call. A symbol, so that nothing that was read from JSON can pass for one. */
const windowCall: unique symbol = Symbol('suitewright.windowCall');

/** A window function, waiting for {@link over}. */
export interface WindowFunction<
  out Value,
  out Source extends string = never,
  out Absent extends string = Source,
> {
  readonly [windowCall]: ExpressionNode;
  /** Its value with OVER; in the types only. */
  readonly [result]: Expression<Value, Source, Absent>;
}

/** The rows that a window function sees from each row. */
export interface Window<Source extends string> {
  /** Only rows that are equal in these. Default: all rows. */
  readonly partitionBy?: Expression<unknown, Source> | readonly Expression<unknown, Source>[];
  readonly orderBy?: Key<Source> | readonly Key<Source>[];
  /** From which row to which: `['start', 0]`, `[-2, 'end']`. 0 is the row itself, -1 the one before, 1 the next. */
  readonly rows?: readonly [from: 'start' | number, to: 'end' | number];
  /** The same in units of the sort key. */
  readonly range?: readonly [from: 'start' | number, to: 'end' | number];
}

type Key<Source extends string> = Order<Source> | Expression<unknown, Source>;

// What they take is checked where their nodes are made.
const windowOptions = { partitionBy: null, orderBy: null, rows: null, range: null };

/**
 * `function OVER (PARTITION BY … ORDER BY …)`.
 *
 * @param of A window function, or an aggregate.
 * @throws {TypeError} It is neither; or the frame is no frame.
 * @example over(fn.window.rowNumber(), { partitionBy: order.entity, orderBy: desc(order.trandate) })
 */
export function over<V, S extends string, A extends string, W extends string = never>(
  of: WindowFunction<V, S, A> | Expression<V, S, A>,
  window: Window<W> = {},
): Expression<V, S | W, A> {
  const call = typeof of === 'object' && of !== null && windowCall in of ? of[windowCall] : aggregateNode(of);
  checkOptions(window, { place: 'over()', known: windowOptions });
  const { partitionBy, orderBy } = window;
  return expression({
    type: 'window',
    call,
    partitionBy: listOf(partitionBy).map((each) => nodeOf(each, 'over(): partitionBy')),
    orderBy: listOf(orderBy).map((each) => orderNode(each, 'over(): orderBy')),
    frame: frameNode(window),
    kind: kindOf(call),
  });
}

/** `ROW_NUMBER`: 1, 2, 3 … in the order of the window. */
export function rowNumber(): WindowFunction<number> {
  return windowFunction(callNode('ROW_NUMBER', 'int', []));
}

/** `RANK`: equal rows have the same rank, and leave a gap. */
export function rank(): WindowFunction<number> {
  return windowFunction(callNode('RANK', 'int', []));
}

/** `DENSE_RANK`: equal rows have the same rank, without gaps. */
export function denseRank(): WindowFunction<number> {
  return windowFunction(callNode('DENSE_RANK', 'int', []));
}

/** `PERCENT_RANK`: the rank as a part of 1. */
export function percentRank(): WindowFunction<Decimal> {
  return windowFunction(callNode('PERCENT_RANK', 'num', []));
}

/** `CUME_DIST`: which part of the rows is not behind this one. */
export function cumeDist(): WindowFunction<Decimal> {
  return windowFunction(callNode('CUME_DIST', 'num', []));
}

/** `NTILE`: in which of so many parts of equal size the row is, from 1. */
export function ntile(parts: number): WindowFunction<number> {
  return windowFunction(callNode('NTILE', 'int', [settingNode(parts, 'ntile()')]));
}

/** `LAG`: the value so many rows before. Default 1. `fallback` where there is no such row; default null. */
export function lag<V, S extends string>(
  of: Expression<V, S>,
  rows = 1,
  fallback?: NonNullable<NoInfer<V>>,
): WindowFunction<V | null, S> {
  return windowFunction(neighbour('LAG', of, rows, fallback));
}

/** `LEAD`: the value so many rows behind. Default 1. `fallback` where there is no such row; default null. */
export function lead<V, S extends string>(
  of: Expression<V, S>,
  rows = 1,
  fallback?: NonNullable<NoInfer<V>>,
): WindowFunction<V | null, S> {
  return windowFunction(neighbour('LEAD', of, rows, fallback));
}

/** `FIRST_VALUE` of the frame. */
export function firstValue<V, S extends string>(of: Expression<V, S>): WindowFunction<V | null, S> {
  return windowFunction(overOne('FIRST_VALUE', of));
}

/** `LAST_VALUE` of the frame, which by default ends with the row itself. */
export function lastValue<V, S extends string>(of: Expression<V, S>): WindowFunction<V | null, S> {
  return windowFunction(overOne('LAST_VALUE', of));
}

/** `NTH_VALUE`: the value of a row of the frame, the first being 1. */
export function nthValue<V, S extends string>(
  of: Expression<V, S>,
  position: number,
): WindowFunction<V | null, S> {
  return windowFunction(overOne('NTH_VALUE', of, settingNode(position, 'nthValue(): position')));
}

/** `RATIO_TO_REPORT`: its part of the sum over the window. */
export function ratioToReport<V extends Numeric | null, S extends string>(
  of: Expression<V, S>,
): WindowFunction<Decimal | NullOf<V> | null, S> {
  return windowFunction({ ...overOne('RATIO_TO_REPORT', of), kind: 'num' });
}

function windowFunction<Value, Source extends string>(call: ExpressionNode): WindowFunction<Value, Source> {
  // What its value is exists in the types only.
  return { [windowCall]: call } as WindowFunction<Value, Source>;
}

/** A function of one expression, with its kind. */
function overOne(name: string, of: Expression<unknown, string>, setting?: ExpressionNode): CallNode {
  const operand = nodeOf(of, name);
  return callNode(name, kindOf(operand), [operand, setting]);
}

function aggregateNode(of: unknown): ExpressionNode {
  const aggregate = nodeOf(of, 'over()');
  if (isAggregate(aggregate) && aggregate.type !== 'raw') return aggregate;
  if (aggregate.type === 'raw') {
    throw new TypeError('over() cannot be added to SuiteQL text. Write OVER (…) into the text itself.');
  }
  throw new TypeError('over() takes an aggregate or one of fn.window, not a value of a single row.');
}

function neighbour(
  name: string,
  of: Expression<unknown, string>,
  rows: number,
  fallback: unknown,
): ExpressionNode {
  const operand = nodeOf(of, name);
  const kind = kindOf(operand);
  const otherwise = fallback === undefined ? undefined : valueNode(fallback, `${name}: its fallback`, kind);
  const distance =
    rows === 1 && otherwise === undefined ? undefined : settingNode(rows, `${name}: its number of rows`);
  return callNode(name, kind, [operand, distance, otherwise]);
}

function frameNode({ rows, range, orderBy }: Window<string>): FrameNode | null {
  const bounds = rows ?? range;
  if (bounds === undefined) return null;
  if (rows !== undefined && range !== undefined) throw new TypeError('over(): give rows or range, not both.');
  if (orderBy === undefined)
    throw new TypeError('over(): a frame needs orderBy, which tells what comes before.');
  if (!Array.isArray(bounds) || bounds.length !== 2) {
    throw new TypeError("over(): a frame has two bounds, such as ['start', 0].");
  }
  const [from, to] = bounds;
  checkBound(from, 'start');
  checkBound(to, 'end');
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    throw new TypeError(`over(): the frame [${from}, ${to}] ends before it begins.`);
  }
  return { unit: rows === undefined ? 'RANGE' : 'ROWS', from, to };
}

/** @throws {TypeError} It is neither the edge nor a number of rows. */
function checkBound(bound: unknown, edge: 'start' | 'end'): void {
  if (bound === edge || (Number.isSafeInteger(bound) && Math.abs(bound as number) < 2 ** 31)) return;
  throw new TypeError(
    `over(): ${showValue(bound)} is not a bound of a frame. Give '${edge}' or a whole number.`,
  );
}

function listOf<T extends object>(of: T | readonly T[] | undefined): readonly T[] {
  if (of === undefined) return [];
  return Array.isArray(of) ? of : [of as T]; // An expression is no array.
}
