import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { asNumber } from '../convert.js';
import { decimalCall } from '../decimal-call.js';
import type { Fragment } from '../fragment.js';
import { argumentAt } from '../functions/scalar-function.js';
import { optionOf } from './option.js';

const rateColumns: Readonly<Record<string, string>> = {
  CURRENT: 'currentrate',
  AVERAGE: 'averagerate',
  HISTORICAL: 'historicalrate',
};

/**
 * BUILTIN.CONSOLIDATE: an amount of a subsidiary in the currency of a subsidiary above it, at the rate of
 * consolidatedexchangerate.
 *
 * Assumed: LEDGER takes the account's general rate by default, INCOME the average rate; within one subsidiary the rate is 1; where there is no rate the
 * result is NULL.
 */
export function consolidate(given: readonly Fragment[], context: Context): Fragment {
  const amount = argumentAt(given, 0);
  const kind = optionOf(given[1], 'LEDGER', 'BUILTIN.CONSOLIDATE');
  const rateType = optionOf(given[3], 'DEFAULT', 'BUILTIN.CONSOLIDATE');
  const { from, account } = placeOf(amount);
  const to =
    given[4]?.sql ??
    '(SELECT s."id" FROM "subsidiary" AS s WHERE s."parent" IS NULL ORDER BY s."id" LIMIT 1)';
  const period = argumentAt(given, 5).sql;
  const name = context.uniqueName('x');
  const byAccount =
    `CASE (SELECT a."generalrate" FROM "account" AS a WHERE a."id" = ${account}) ` +
    `WHEN 'AVERAGE' THEN ${name}."averagerate" WHEN 'HISTORICAL' THEN ${name}."historicalrate" ELSE ${name}."currentrate" END`;
  const column = rateColumns[rateType];
  if (column === undefined && rateType !== 'DEFAULT') {
    throw unsupported(`BUILTIN.CONSOLIDATE does not know the rate ${rateType}.`);
  }
  const rateOf =
    column === undefined ? (kind === 'INCOME' ? `${name}."averagerate"` : byAccount) : `${name}."${column}"`;
  const rate =
    `(SELECT ${rateOf} FROM "consolidatedexchangerate" AS ${name} WHERE ${name}."fromsubsidiary" = ${from} ` +
    `AND ${name}."tosubsidiary" = ${to} AND ${name}."postingperiod" = ${period} LIMIT 1)`;
  const value = asNumber(amount);
  const converted = decimalCall({ name: 'sw_multiply', values: [value, rate] }, context);
  return { ...converted, sql: `iif(${from} = ${to}, ${value}, ${converted.sql})` };
}

interface AmountPlace {
  /** The subsidiary whose currency the amount is in. */
  readonly from: string;
  readonly account: string;
}

function placeOf({ column }: Fragment): AmountPlace {
  const transaction = column?.sibling('transaction');
  const subsidiary = column?.sibling('subsidiary');
  const line = column?.sibling('transactionline');
  if (transaction === undefined) {
    throw unsupported('BUILTIN.CONSOLIDATE takes an amount of transactionline or transactionaccountingline.');
  }
  const ofLine = `(SELECT l."subsidiary" FROM "transactionline" AS l WHERE l."transaction" = ${transaction} AND l."id" = ${line})`;
  return {
    from: subsidiary ?? ofLine,
    account: column?.sibling('account') ?? column?.sibling('expenseaccount') ?? 'NULL',
  };
}
