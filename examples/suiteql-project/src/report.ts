import { type RowOf, sql } from '@suitewright/runtime';
import type { Client } from './netsuite/index.js';
import {
  currencies,
  customerById,
  openOrders,
  overdueInvoices,
  salesByMonth,
  topItems,
} from './netsuite/queries.js';
import { customer } from './netsuite/tables.js';

type OverdueInvoice = RowOf<ReturnType<typeof overdueInvoices>>;

export interface Report {
  readonly currencies: readonly string[];
  readonly months: readonly string[];
  readonly bestItem: string | null;
  readonly unbilledOrders: number;
  readonly reminders: readonly string[];
}

/** What a manager asks for on Monday: each part is a query of a `.suiteql` file, typed. */
export async function report(
  ns: Client,
  { since, asOf }: { readonly since: string; readonly asOf: string },
): Promise<Report> {
  const best = await ns.$first(topItems({ count: 1 }));
  const reminders: string[] = [];
  for await (const invoice of ns.$stream(overdueInvoices({ asOf })))
    reminders.push(await reminder(ns, invoice));

  // Not worth a file: the same checks, in the code.
  const customers = await ns.$all(
    sql`SELECT id FROM ${customer} WHERE ${customer.isinactive} = 'F'`.as({ id: customer.id }),
  );
  const orders = await ns.$all(openOrders({ since, customers: customers.map(({ id }) => id) }));

  return {
    currencies: (await ns.$all(currencies())).map((row) => `${row.symbol}: ${row.customers} customers`),
    months: (await ns.$all(salesByMonth({ from: since, to: asOf }))).map(
      ({ month, invoices, total }) => `${month}: ${invoices} invoices, ${total?.toFixed(2)}`,
    ),
    bestItem: best === null ? null : (best.displayname ?? best.itemid),
    unbilledOrders: orders.length,
    reminders,
  };
}

async function reminder(
  ns: Client,
  { tranid, entity, unpaid, days_overdue }: OverdueInvoice,
): Promise<string> {
  const debtor = entity === null ? null : await ns.$first(customerById({ id: entity }));
  return `${debtor?.companyname ?? 'Somebody'} owes ${unpaid} for ${tranid} since ${days_overdue} days; ask ${debtor?.salesrep_name ?? 'nobody'}`;
}
