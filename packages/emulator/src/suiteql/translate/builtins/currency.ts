import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { asMoment, asNumber } from '../convert.js';
import { decimalCall } from '../decimal-call.js';
import type { Fragment } from '../fragment.js';
import { argumentAt } from '../functions/scalar-function.js';

/** The base currency, when neither the row nor the account's top subsidiary tells another. */
const topCurrency =
  '(SELECT s."currency" FROM "subsidiary" AS s WHERE s."parent" IS NULL ORDER BY s."id" LIMIT 1)';

/** BUILTIN.CURRENCY: the id of the currency that an amount is in. */
export function currencyOf(amount: Fragment): Fragment {
  return { sql: currencySql(amount), kind: 'ref:currency' };
}

/**
 * BUILTIN.CURRENCY_CONVERT: an amount in another currency, at the rate of a day.
 *
 * Assumed: without a currency it is the top subsidiary's, without a day it is today; the latest rate up to
 * that day counts, and where there is none the result is NULL.
 */
export function convertCurrency(given: readonly Fragment[], context: Context): Fragment {
  const amount = argumentAt(given, 0);
  const [, currency, day] = given;
  const to = currency === undefined || currency.kind === 'null' ? topCurrency : currency.sql;
  const at = day === undefined ? String(context.now()) : asMoment(day, context).sql;
  const from = currencySql(amount);
  const rate =
    `(SELECT r."exchangerate" FROM "currencyrate" AS r WHERE r."basecurrency" = ${to} ` +
    `AND r."transactioncurrency" = ${from} AND r."effectivedate" <= ${at} ORDER BY r."effectivedate" DESC LIMIT 1)`;
  const value = asNumber(amount);
  const converted = decimalCall({ name: 'sw_multiply', values: [value, rate] }, context);
  return { ...converted, sql: `iif(${from} = ${to}, ${value}, ${converted.sql})` };
}

/** Foreign amounts are in the transaction's currency, all others in the base currency. */
function currencySql({ column }: Fragment): string {
  const origin = column?.origin;
  if (origin === undefined || origin === null) {
    throw unsupported('The currency of an amount is emulated for amounts straight from a table.');
  }
  if (!origin.column.startsWith('foreign')) return topCurrency;
  const own = column?.sibling('currency');
  if (own !== undefined) return own;
  const transaction = column?.sibling('transaction');
  return transaction === undefined
    ? topCurrency
    : `(SELECT t."currency" FROM "transaction" AS t WHERE t."id" = ${transaction})`;
}
