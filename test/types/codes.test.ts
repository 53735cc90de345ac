import { describe, expect, it } from 'vitest';
import { compileSnippets } from './compile-snippets.js';

const head = `
import { caseWhen, coalesce, eq, fn, from, inArray, isNull, unionAll } from '@suitewright/runtime';
import { createClient } from '../../generated/netsuite/index.js';
import { account, item, transaction, transactionline } from '../../generated/netsuite/tables.js';
const ns = createClient();
`;

const taken = [
  "ns.transaction.findMany({ where: { type: 'SalesOrd', status: { in: ['A', 'B'] }, recordtype: 'salesorder' } });",
  "ns.salesorder.findMany({ where: { status: { not: 'C' }, type: { startsWith: 'Sales' } } });",
  "ns.item.findMany({ where: { itemtype: 'InvtPart', subtype: null } });",
  "ns.account.findMany({ where: { accttype: { notIn: ['Bank', 'COGS'] } } });",
  "ns.transaction.groupBy({ by: ['type'], having: { type: 'CustInvc' }, _count: true });",
  "from(transaction).where(eq(transaction.type, 'SalesOrd')).select({ type: transaction.type });",
  'from(transactionline).innerJoin(item, eq(transactionline.itemtype, item.itemtype)).select({ id: item.id });',
  // The compound code is what BUILTIN.CF gives.
  "from(transaction).where(eq(fn.builtin.cf(transaction.status), 'SalesOrd:B')).select({ id: transaction.id });",
  "async () => (await ns.transaction.findMany({ select: { type: true } }))[0]?.type === 'Check';",
  // What takes its place need not be a code.
  "from(transaction).select({ type: coalesce(transaction.type, 'none') });",
  "from(transaction).select({ type: caseWhen(isNull(transaction.type), 'none').else(transaction.type) });",
  'from(transaction).select({ type: fn.choice.nvl(transaction.type, transaction.memo) });',
  'unionAll(from(transaction).select({ text: transaction.type }), from(account).select({ text: account.accttype }));',
];

const refused = [
  "ns.transaction.findMany({ where: { type: 'SalesOrder' } });",
  "ns.salesorder.findMany({ where: { status: 'SalesOrd:B' } });",
  "ns.salesorder.findMany({ where: { status: { in: ['A', 'Pending Approval'] } } });",
  "ns.item.findMany({ where: { itemtype: { equals: 'Inventory' } } });",
  "ns.account.findMany({ where: { accttype: { not: 'Cash' } } });",
  "ns.transaction.groupBy({ by: ['type'], having: { type: 'Invoice' }, _count: true });",
  "from(transaction).where(eq(transaction.type, 'SalesOrder')).select({ id: transaction.id });",
  "from(account).where(inArray(account.accttype, ['Cash'])).select({ id: account.id });",
  "async () => (await ns.transaction.findMany({ select: { type: true } }))[0]?.type === 'SalesOrder';",
];

describe('columns that hold codes', () => {
  const messages = compileSnippets(head, [...taken, ...refused]);

  it.each(taken.map((program, index) => ({ program, index })))('take $program', ({ index }) => {
    expect(messages[index]).toEqual([]);
  });

  it.each(refused.map((program, index) => ({ program, index })))('refuse $program', ({ program, index }) => {
    const wrong = /'(SalesOrd(?:er|:B)|Pending Approval|Inventory|Cash|Invoice)'/.exec(program)?.[1];
    const [message = ''] = messages[taken.length + index] ?? [];
    expect(message.split('\n').slice(0, 4).join('\n')).toContain(`"${wrong}"`);
  });
});
