import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../generated/netsuite/index.js';

let emulator: Emulator;
let ns: Client;

beforeAll(async () => {
  emulator = await startEmulator({ rows: 2000 });
  ns = createClient({ environment: emulator.environment('tba') });
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

describe('the generated client of the demo account', () => {
  it('leads from orders to lines, postings, items, addresses and links, and back', async () => {
    const [order] = await ns.salesorder.findMany({
      where: {
        nextlinks: { some: {} },
        lines: { some: { mainline: false, item: { locations: { some: {} } } } },
      },
      select: {
        tranid: true,
        entity: { select: { companyname: true, addressbook: true, entity: { select: { entityid: true } } } },
        lines: {
          where: { mainline: false },
          include: { item: { select: { itemid: true, locations: true } } },
        },
        nextlinks: {
          include: { nextdoc: { include: { accountinglines: { take: 3 }, previouslinks: true } } },
        },
        _count: { lines: true },
        _display: { entity: true },
      },
      take: 1,
    });

    expect(order?._display.entity).toBeTruthy();
    expect(order?.entity?.entity?.entityid).toBeTruthy();
    expect(order?.entity?.addressbook.length).toBeGreaterThan(0);
    expect(order?.lines.length).toBe((order?._count.lines ?? 0) - 1);
    expect(order?.lines.some(({ item }) => (item?.locations.length ?? 0) > 0)).toBe(true);
    const [link] = order?.nextlinks ?? [];
    expect(link?.nextdoc?.previouslinks.some(({ previousdoc }) => previousdoc === link.previousdoc)).toBe(
      true,
    );
    expect(link?.nextdoc?.accountinglines.length).toBeLessThanOrEqual(3);
  });

  it('leads from customers to their transactions, and from lines to their own postings', async () => {
    const customers = await ns.customer.findMany({
      where: { transactions: { some: { type: 'SalesOrd' } } },
      select: { id: true, transactions: { where: { type: 'SalesOrd' }, select: { id: true, entity: true } } },
      take: 20,
    });
    expect(customers).toHaveLength(20);
    for (const { id, transactions } of customers) {
      expect(transactions.length).toBeGreaterThan(0);
      expect(transactions.every(({ entity }) => entity === String(id))).toBe(true);
    }

    const lines = await ns.transactionline.findMany({
      where: { accountinglines: { some: {} } },
      include: { accountinglines: { include: { line: { select: { uniquekey: true } } } } },
      take: 50,
    });
    expect(lines).toHaveLength(50);
    for (const { uniquekey, accountinglines } of lines) {
      expect(accountinglines.map(({ line }) => line?.uniquekey)).toEqual(
        accountinglines.map(() => uniquekey),
      );
    }
  });
});
