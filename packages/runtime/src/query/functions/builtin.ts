import { checkOptions } from '../../check-options.js';
import type { Decimal, Id, PlainDate } from '../../values.js';
import {
  type Condition,
  condition,
  type Expression,
  expression,
  type Given,
  isExpression,
  type NullOf,
  nodeOf,
} from '../expression.js';
import { kindOf } from '../kind-of.js';
import { oneOf } from '../one-of.js';
import { call, callNode, optional, settingNode, textNode } from './call.js';
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

const CONSOLIDATIONS = ['LEDGER', 'INCOME'] as const;
const RATES = ['DEFAULT', 'STANDARD', 'BUDGET'] as const;
const RATE_TYPES = ['DEFAULT', 'CURRENT', 'HISTORICAL', 'AVERAGE'] as const;

/** How amounts of several subsidiaries become amounts of one. */
export interface Consolidation<Source extends string> {
  /** The subsidiary whose currency the result is in: an id, or an expression. */
  readonly subsidiary: Given<string | number, Source>;
  /** The period of the rate: an id, or an expression. */
  readonly period: Given<string | number, Source>;
  /** Default `LEDGER`. */
  readonly kind?: (typeof CONSOLIDATIONS)[number];
  /** Default `DEFAULT`. */
  readonly rates?: (typeof RATES)[number];
  /** Default `DEFAULT`: the account's own rate type. */
  readonly rateType?: (typeof RATE_TYPES)[number] | Expression<string | null, Source>;
  /** An accounting book. Default `DEFAULT`. */
  readonly book?: Given<string | number, Source>;
}

// What they take is checked as the arguments of the call.
const consolidationOptions = {
  kind: null,
  rates: null,
  rateType: null,
  subsidiary: null,
  period: null,
  book: null,
};

/** `BUILTIN.CONSOLIDATE`: an amount of a line, at the rate of a period, in the currency of a subsidiary above. */
export function consolidate<S extends string>(
  amount: Expression<Numeric | null, S>,
  options: Consolidation<S>,
): Expression<Decimal | null, S> {
  checkOptions(options, { place: 'consolidate()', known: consolidationOptions });
  const {
    kind = 'LEDGER',
    rates = 'DEFAULT',
    rateType = 'DEFAULT',
    subsidiary,
    period,
    book = 'DEFAULT',
  } = options;
  const settings = [
    oneOf(kind, CONSOLIDATIONS, 'consolidate(): kind'),
    oneOf(rates, RATES, 'consolidate(): rates'),
    isExpression(rateType) ? rateType : oneOf(rateType, RATE_TYPES, 'consolidate(): rateType'),
  ];
  const places = [
    expression(settingNode(subsidiary, 'consolidate(): subsidiary')),
    expression(settingNode(period, 'consolidate(): period')),
  ];
  return call('BUILTIN.CONSOLIDATE', 'num', amount, ...settings, ...places, book);
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
  return call('BUILTIN.CURRENCY_CONVERT', 'num', amount, ...optional(to, day));
}

const HIERARCHY_FORMS = [
  ...(['DISPLAY', 'DISPLAY_JOINED', 'DISPLAY_SEPARATED', 'IDENTIFIER', 'IDENTIFIER_SEPARATED'] as const),
  ...(['SELF_DISPLAY', 'SELF_IDENTIFIER'] as const),
] as const;

/** How `BUILTIN.HIERARCHY` shows a row and those above it. */
export type HierarchyForm = (typeof HIERARCHY_FORMS)[number];

/** `BUILTIN.HIERARCHY`: what a reference points to, with all that is above it. */
export function hierarchy<S extends string>(
  of: Expression<string | null, S>,
  form: HierarchyForm,
): Expression<string | null, S> {
  return call('BUILTIN.HIERARCHY', 'text', of, oneOf(form, HIERARCHY_FORMS, 'hierarchy(): form'));
}

/** `BUILTIN.HIERARCHY(…, 'LEVEL')`: how deep in its hierarchy a row is. */
export function hierarchyLevel<S extends string>(
  of: Expression<string | null, S>,
): Expression<number | null, S> {
  return call('BUILTIN.HIERARCHY', 'int', of, 'LEVEL');
}

const MULTI_SELECT_TESTS = [
  ...(['MN_INCLUDE', 'MN_INCLUDE_ALL', 'MN_INCLUDE_EXACTLY'] as const),
  ...(['MN_EXCLUDE', 'MN_EXCLUDE_ALL', 'MN_EXCLUDE_EXACTLY'] as const),
] as const;

/** What `BUILTIN.MNFILTER` asks of the values of a multiple-select field. */
export type MultiSelectTest = (typeof MULTI_SELECT_TESTS)[number];

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
  if (!Array.isArray(values) || values.length === 0) {
    throw new TypeError('mnfilter() asks for no value. Give an array with at least one.');
  }
  checkOptions(options, { place: 'mnfilter()', known: { names: null } });
  const settings = [
    oneOf(test, MULTI_SELECT_TESTS, 'mnfilter(): test'),
    options.names === true ? 'DF' : '',
    'FALSE',
    ...values.map((each: unknown) => (typeof each === 'number' ? String(each) : each)),
  ];
  const left = callNode('BUILTIN.MNFILTER', 'bool', [
    nodeOf(of, 'mnfilter()'),
    ...settings.map((each) => textNode(each, 'mnfilter(): a value')),
  ]);
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
  const of = nodeOf(operand, 'inNamedGroup()');
  const set = callNode('BUILTIN.NAMED_GROUP', kindOf(of), [
    textNode(record, 'inNamedGroup(): record'),
    textNode(group, 'inNamedGroup(): group'),
  ]);
  return condition({ type: 'query membership', operand: of, query: set, negated: false });
}

const BOUNDARIES = ['START', 'END'] as const;
const ADJUSTMENTS = ['NOT_LAST', 'ALL'] as const;

/**
 * `BUILTIN.PERIOD`: an accounting period named from today, such as `LP` for the last one.
 *
 * @param operator What the period is compared with, such as `=`.
 */
export function period(
  range: string,
  boundary: (typeof BOUNDARIES)[number],
  adjustment: (typeof ADJUSTMENTS)[number],
  operator: string,
): Expression<Id<'accountingperiod'> | null> {
  return expression(
    callNode('BUILTIN.PERIOD', 'ref:accountingperiod', [
      textNode(range, 'period(): range'),
      textNode(oneOf(boundary, BOUNDARIES, 'period(): boundary'), 'period()'),
      textNode(oneOf(adjustment, ADJUSTMENTS, 'period(): adjustment'), 'period()'),
      textNode(operator, 'period(): operator'),
    ]),
  );
}

/** `BUILTIN.RELATIVE_RANGES`: the first or last day of a range around today: `TM` this month, `DAGO7` 7 days ago. */
export function relativeRange(range: string, boundary: (typeof BOUNDARIES)[number]): Expression<PlainDate> {
  const settings = [range, oneOf(boundary, BOUNDARIES, 'relativeRange(): boundary'), 'DATETIME_AS_DATE'];
  return expression(
    callNode(
      'BUILTIN.RELATIVE_RANGES',
      'date',
      settings.map((each) => textNode(each, 'relativeRange(): range')),
    ),
  );
}
