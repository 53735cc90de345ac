/**
 * Reads an account through its generated client: the first example. Run it with `npm run demo`.
 */
import { count, desc, eq, from, sum } from '@suitewright/runtime';
import { createClient } from '../generated/netsuite/index.js';
import { currency, salesorder } from '../generated/netsuite/tables.js';
import { showHeading, showRows, showStatement } from './show.js';

// The account and its credentials come from the NETSUITE_* variables.
await using ns = createClient();

showHeading('1  The latest orders of customers whose names begin with B: findMany, joined');

const orders = ns.salesorder.findMany({
  select: { tranid: true, trandate: true, foreigntotal: true, entity: { select: { companyname: true } } },
  where: { trandate: { gte: '2024-01-01' }, entity: { companyname: { startsWith: 'B' } } },
  orderBy: { trandate: 'desc', id: 'desc' },
  take: 5,
});
showStatement(await orders.toSuiteQL());
showRows((await orders).map(({ entity, ...order }) => ({ ...order, customer: entity?.companyname })));

showHeading('2  Units on all transaction lines, whatever their number: stream');

const units = new Map<string, number>();
let lines = 0;
for await (const { itemtype, quantity } of ns.transactionline.stream({
  select: { itemtype: true, quantity: true },
  where: { mainline: false },
})) {
  lines += 1;
  if (itemtype !== null && quantity !== null) {
    units.set(itemtype, (units.get(itemtype) ?? 0) + Math.abs(quantity));
  }
}
console.log(`  ${lines} lines in ${Math.ceil(lines / 1000)} pages\n`);
showRows([...units].map(([itemType, total]) => ({ itemType, units: total })));

showHeading('3  Orders and their totals by currency: the query builder, grouped');

const totals = from(salesorder)
  .innerJoin(currency, eq(salesorder.currency, currency.id))
  .groupBy(currency.symbol)
  .orderBy(desc(count()))
  .select({ currency: currency.symbol, orders: count(), total: sum(salesorder.foreigntotal) });
showStatement(ns.$toSuiteQL(totals));
showRows(await ns.$all(totals));
