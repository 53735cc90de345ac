import type { Decimal, Id, PlainDate } from '../../values.js';
import {
  type Condition,
  condition,
  type Expression,
  expression,
  type Given,
  type NullOf,
  node,
} from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { CallNode } from '../nodes.js';
import { call, callNode, settingNode } from './call.js';
import type { Numeric } from './number.js';

/** `BUILTIN.DF`: the name that the user interface shows for a reference or a list value. */
export function df<S extends string>(of: Expression<unknown, S>): Expression<string | null, S> {
  return call('BUILTIN.DF', 'text', of);
}

/** `BUILTIN.CF`: a status with its record, such as `CustInvc:B`, for which the column itself is `B`. */
export function cf<V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
): Expression<string | NullOf<V>, S, A> {
  return call('BUILTIN.CF', 'text', of);
}

/** How amounts of several subsidiaries become amounts of one. */
export interface Consolidation<Source extends string> {
  /** The subsidiary whose currency the result is in: an id, or an expression. */
  readonly subsidiary: Given<string | number, Source>;
  /** The period of the rate: an id, or an expression. */
  readonly period: Given<string | number, Source>;
  /** Default `LEDGER`. */
  readonly kind?: 'LEDGER' | 'INCOME';
  /** Default `DEFAULT`. */
  readonly rates?: 'DEFAULT' | 'STANDARD' | 'BUDGET';
  /** Default `DEFAULT`: the account's own rate type. */
  readonly rateType?: 'DEFAULT' | 'CURRENT' | 'HISTORICAL' | 'AVERAGE' | Expression<string | null, Source>;
  /** An accounting book. Default `DEFAULT`. */
  readonly book?: Given<string | number, Source>;
}

/** `BUILTIN.CONSOLIDATE`: an amount of a line, at the rate of a period, in the currency of a subsidiary above. */
export function consolidate<S extends string>(
  amount: Expression<Numeric | null, S>,
  {
    kind = 'LEDGER',
    rates = 'DEFAULT',
    rateType = 'DEFAULT',
    subsidiary,
    period,
    book = 'DEFAULT',
  }: Consolidation<S>,
): Expression<Decimal | null, S> {
  return call('BUILTIN.CONSOLIDATE', 'num', amount, kind, rates, rateType, subsidiary, period, book);
}

/** `BUILTIN.CURRENCY`: the currency of an amount. */
export function currency<S extends string>(
  amount: Expression<Numeric | null, S>,
): Expression<Id<'currency'> | null, S> {
  return call('BUILTIN.CURRENCY', 'ref:currency', amount);
}

/** `BUILTIN.CURRENCY_CONVERT`: an amount in another currency, at the rate of a day. Default: the base currency, today. */
export function currencyConvert<S extends string>(
  amount: Expression<Numeric | null, S>,
  to?: Given<string | number, S>,
  day?: Expression<PlainDate | null, S>,
): Expression<Decimal | null, S> {
  return call('BUILTIN.CURRENCY_CONVERT', 'num', amount, to, day);
}

/** How `BUILTIN.HIERARCHY` shows a row and those above it. */
export type HierarchyForm =
  | 'DISPLAY'
  | 'DISPLAY_JOINED'
  | 'DISPLAY_SEPARATED'
  | 'IDENTIFIER'
  | 'IDENTIFIER_SEPARATED'
  | 'SELF_DISPLAY'
  | 'SELF_IDENTIFIER';

/** `BUILTIN.HIERARCHY`: what a reference points to, with all that is above it. */
export function hierarchy<S extends string>(
  of: Expression<string | null, S>,
  form: HierarchyForm,
): Expression<string | null, S> {
  return call('BUILTIN.HIERARCHY', 'text', of, form);
}

/** `BUILTIN.HIERARCHY(…, 'LEVEL')`: how deep in its hierarchy a row is. */
export function hierarchyLevel<S extends string>(
  of: Expression<string | null, S>,
): Expression<number | null, S> {
  return call('BUILTIN.HIERARCHY', 'int', of, 'LEVEL');
}

/** What `BUILTIN.MNFILTER` asks of the values of a multiple-select field. */
export type MultiSelectTest =
  | 'MN_INCLUDE'
  | 'MN_INCLUDE_ALL'
  | 'MN_INCLUDE_EXACTLY'
  | 'MN_EXCLUDE'
  | 'MN_EXCLUDE_ALL'
  | 'MN_EXCLUDE_EXACTLY';

/**
 * `BUILTIN.MNFILTER(…) = 'T'`: whether a multiple-select field holds values.
 *
 * @param values Ids; or, with `names`, texts that the user interface shows.
 */
export function mnfilter<S extends string>(
  of: Expression<readonly string[] | null, S>,
  test: MultiSelectTest,
  values: readonly (string | number)[],
  options: { readonly names?: boolean } = {},
): Condition<S> {
  if (values.length === 0) throw new TypeError('mnfilter() asks for no value. Give at least one.');
  const settings = [test, options.names === true ? 'DF' : '', 'FALSE', ...values.map(String)];
  const left = callNode('BUILTIN.MNFILTER', 'bool', [of[node], ...settings.map(settingNode)]);
  const right = { type: 'literal', value: 'T', kind: 'bool' } as const;
  return condition({ type: 'comparison', operator: '=', left, right });
}

/**
 * `operand IN BUILTIN.NAMED_GROUP(record, group)`: whether a reference is in a group that NetSuite keeps.
 *
 * @param record Such as `subsidiary`, `department`, `employee`.
 * @param group Such as `mine`, `me`.
 */
export function inNamedGroup<S extends string>(
  operand: Expression<string | null, S>,
  record: string,
  group: string,
): Condition<S> {
  const set: CallNode = callNode(
    'BUILTIN.NAMED_GROUP',
    kindOf(operand[node]),
    [record, group].map(settingNode),
  );
  return condition({ type: 'query membership', operand: operand[node], query: set, negated: false });
}

/**
 * `BUILTIN.PERIOD`: an accounting period named from today, such as `LP` for the last one.
 *
 * @param operator What the period is compared with, such as `=`.
 */
export function period(
  range: string,
  boundary: 'START' | 'END',
  adjustment: 'NOT_LAST' | 'ALL',
  operator: string,
): Expression<Id<'accountingperiod'> | null> {
  return call('BUILTIN.PERIOD', 'ref:accountingperiod', range, boundary, adjustment, operator);
}

/** `BUILTIN.RELATIVE_RANGES`: the first or last day of a range around today: `TM` this month, `DAGO7` 7 days ago. */
export function relativeRange(range: string, boundary: 'START' | 'END'): Expression<PlainDate> {
  return expression(
    callNode('BUILTIN.RELATIVE_RANGES', 'date', [range, boundary, 'DATETIME_AS_DATE'].map(settingNode)),
  );
}
