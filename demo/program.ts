/**
 * Reads an account through its generated client: the first example. Run it with `npm run demo`.
 */
import { count, desc, eq, from, sum } from '@suitewright/runtime';
import { createClient } from '../generated/netsuite/index.js';
import { currency, salesorder } from '../generated/netsuite/tables.js';
import { show, showStatement } from './show.js';

// The account and its credentials come from the NETSUITE_* variables.
await using ns = createClient();

show('1. The latest orders of customers whose name begins with B, and who they are from');

const orders = ns.salesorder.findMany({
  where: { trandate: { gte: '2024-01-01' }, entity: { companyname: { startsWith: 'B' } } },
  select: { tranid: true, trandate: true, foreigntotal: true, entity: { select: { companyname: true } } },
  orderBy: [{ trandate: 'desc' }, { id: 'desc' }],
  take: 5,
});
showStatement(await orders.toSuiteQL());
console.table(
  (await orders).map(({ entity, ...order }) => ({ ...order, customer: entity?.companyname ?? '(no name)' })),
);

show('2. Every transaction line, page by page');

const unitsByType = new Map<string, number>();
let lines = 0;
for await (const line of ns.transactionline.stream({
  select: { itemtype: true, quantity: true },
  where: { mainline: false },
})) {
  lines += 1;
  if (line.itemtype === null) continue;
  unitsByType.set(line.itemtype, (unitsByType.get(line.itemtype) ?? 0) + Math.abs(line.quantity ?? 0));
}
console.log(`${lines} lines read, never more than a few pages in memory.`);
console.table([...unitsByType].map(([itemType, units]) => ({ itemType, units })));

show('3. Orders and their total by currency: the query builder');

const totals = from(salesorder)
  .innerJoin(currency, eq(salesorder.currency, currency.id))
  .groupBy(currency.symbol)
  .orderBy(desc(count()))
  .select({ currency: currency.symbol, orders: count(), total: sum(salesorder.foreigntotal) });
showStatement(ns.$toSuiteQL(totals));
console.table(await ns.$all(totals));
