import { describe, expect, it } from 'vitest';
import { compileSnippets } from './compile-snippets.js';

const head = `
import { extendModel, type RowOf } from '@suitewright/runtime';
import { customer, salesorder, type StoreClient } from '../runtime/model/store.js';
declare const ns: StoreClient;
`;

/** Each mistake, and what the message must name, in two lines at most. */
const mistakes: readonly (readonly [title: string, program: string, names: RegExp])[] = [
  [
    'a misspelt field in where',
    "ns.customer.findMany({ where: { compnyname: 'x' } });",
    /'compnyname' does not exist .* 'companyname'/,
  ],
  [
    'a misspelt condition',
    "ns.customer.findMany({ where: { companyname: { cntains: 'x' } } });",
    /'cntains' does not exist .* 'contains'/,
  ],
  [
    'a misspelt field in select',
    'ns.customer.findMany({ select: { id: true, compnyname: true } });',
    /NoSuchField<"compnyname">/,
  ],
  [
    'a misspelt field in the select of a relation',
    'ns.customer.findMany({ select: { children: { select: { id: true, nme: true } } } });',
    /NoSuchField<"nme">/,
  ],
  [
    'a misspelt field in the where of a relation',
    'ns.customer.findMany({ select: { children: { where: { id: 1, nme: 1 } } } });',
    /NoSuchField<"nme">/,
  ],
  [
    'a misspelt field through a relation',
    "ns.salesorder.findMany({ where: { entity: { companynam: 'x' } } });",
    /'companynam' does not exist/,
  ],
  ['a misspelt sort key', "ns.customer.findMany({ orderBy: { companynam: 'asc' } });", /'companynam'/],
  [
    'a text filtered by a number',
    'ns.customer.findMany({ where: { companyname: 5 } });',
    /number.*TextFilter/,
  ],
  [
    'a number compared with a text',
    "ns.salesorder.findMany({ where: { foreigntotal: { gt: '1' } } });",
    /string/,
  ],
  [
    'a relation that does not exist',
    'ns.customer.findMany({ include: { children: true, orders: true } });',
    /orders/,
  ],
  [
    'including a field that is no relation',
    'ns.customer.findMany({ include: { companyname: true } });',
    /companyname/,
  ],
  ['selecting nothing', 'ns.customer.findMany({ select: {} });', /NameAtLeastOneField/],
  [
    'selecting nothing of a relation',
    'ns.customer.findMany({ include: { children: { select: {} } } });',
    /NameAtLeastOneField/,
  ],
  [
    'a relation to many rows filtered as if it were one',
    "ns.customer.findMany({ where: { children: { companyname: 'x' } } });",
    /'companyname' does not exist in type 'ListWhere/,
  ],
  ['a sum of texts', 'ns.salesorder.aggregate({ _sum: { tranid: true } });', /only numbers/],
  [
    'an aggregate of a field that does not exist',
    'ns.salesorder.aggregate({ _sum: { foreigntotal: true, totl: true } });',
    /totl/,
  ],
  [
    'groups by a field that does not exist',
    "ns.salesorder.groupBy({ by: ['entty'], _count: true });",
    /entty/,
  ],
  [
    'groups by a field of a related row that does not exist',
    "ns.salesorder.groupBy({ by: ['type'], byRelated: { entity: { companynme: true } }, _count: true });",
    /companynme/,
  ],
  [
    'a relation that groups as a field already',
    "ns.salesorder.groupBy({ by: ['entity'], byRelated: { entity: { companyname: true } }, _count: true });",
    /in by already/,
  ],
  ['groups of nothing', 'ns.salesorder.groupBy({ _count: true });', /by/],
  [
    'a unique row by a field that is no key',
    "ns.customer.findUnique({ where: { companyname: 'Acme' } });",
    /'id' is missing in type '\{ companyname: string; \}'/,
  ],
  [
    'a unique row of a table without a key',
    'ns.transactionaccountingline.findUnique({ where: {} });',
    /'the table has no key that is known, use findFirst'|NoKeyKnown/,
  ],
  [
    'a field of the row that was not selected',
    'async () => (await ns.customer.findFirst({ select: { id: true } }))?.companyname;',
    /companyname/,
  ],
  [
    'a row that may be null',
    'async () => (await ns.salesorder.findMany({ select: { entity: { select: { id: true } } } }))[0]!.entity.id;',
    /null/,
  ],
  [
    'a computed field of a column that does not exist',
    "extendModel(ns.customer, { computed: (field) => ({ a: field(['nme'], () => 1) }) });",
    /nme/,
  ],
  [
    'filtering by a computed field',
    "extendModel(ns.customer, { computed: (field) => ({ upperName: field(['companyname'], () => 1) }) }).findMany({ where: { upperName: 1 } });",
    /upperName/,
  ],
];

const otherKind = 'ns.customer.findMany({ where: { companyname: { equals: customer.isinactive } } });';

const valid = `
async function found(): Promise<unknown> {
  const [order] = await ns.salesorder.findMany({
    where: { lines: { some: { item: { itemid: 'x' } } }, OR: [{ tranid: '1' }], foreigntotal: { lt: salesorder.foreigntotal } },
    select: { tranid: true, lines: { where: { mainline: false }, take: 2 }, _count: { lines: true }, _display: { entity: true } },
    include: { entity: { include: { children: { select: { id: true } } } } },
    orderBy: { entity: { companyname: 'asc' }, trandate: { sort: 'desc', nulls: 'last' } },
  });
  const quantity: number | null | undefined = order?.lines[0]?.quantity;
  const count: number | undefined = order?._count.lines;
  const shown: string | null | undefined = order?._display.entity;
  const child: string | undefined = order?.entity?.children[0]?.id;
  const row: { readonly companyname: string | null } = null as unknown as typeof ns.customer.$row;
  const groups = await ns.salesorder.groupBy({ byRelated: { entity: { companyname: true } }, _count: true, orderBy: { entity: { companyname: 'asc' } } });
  const group: { readonly _count: number; readonly entity: { readonly companyname: string | null } } | undefined = groups[0];
  const line = await ns.transactionline.findUnique({ where: { uniquekey: 2, mainline: false }, select: { id: true } });
  void [group, line?.id];
  const names = ns.customer.findMany({ select: { companyname: true } });
  const named: RowOf<typeof names> = { companyname: null };
  return { named, quantity, count, shown, child, row, name: order?.entity?.companyname };
}
void found;`;

/** Programs that say which type they expect: none of it may be taken for what was selected. */
const annotated = `
type Customer = typeof ns.customer.$row;
declare const isShort: boolean;
export async function one(): Promise<Customer | null> { return ns.customer.findFirst({ where: { id: 1 } }); }
export const all: () => Promise<readonly Customer[]> = () => ns.customer.findMany();
export const rows: AsyncIterable<Customer> = ns.customer.stream();
async function typed(): Promise<unknown> {
  const first: Customer | null = await ns.customer.findFirst();
  const ids: { id: string }[] = await ns.customer.findMany({ select: { id: true } });
  const parent: { id: string; children: readonly Customer[] } | null =
    await ns.customer.findUnique({ where: { id: 1 }, include: { children: true } });
  const [many] = await Promise.all([ns.customer.findMany(), ns.customer.count()]);
  const same: readonly Customer[] = many;
  const either = await ns.customer.findMany({ ...(isShort && { select: { id: true, companyname: true } }) });
  return [first, ids, parent, same, either.map((row) => row.companyname)];
}
void typed;`;

describe('the compiler says of', () => {
  const [right, expected, mismatch, ...wrong] = compileSnippets(head, [
    valid,
    annotated,
    otherKind,
    ...mistakes.map(([, program]) => program),
  ]);
  const cases = mistakes.map(([title, , names], index) => ({ title, names, messages: wrong[index] ?? [] }));

  it.each(cases)('$title what is wrong, in two lines at most', ({ names, messages }) => {
    expect(messages).toHaveLength(1);
    const [message = ''] = messages;
    expect(message).toMatch(names);
    expect(message.split('\n').length).toBeLessThanOrEqual(2);
  });

  it('fields of two kinds what both are, in four lines at most', () => {
    expect(mismatch).toHaveLength(1);
    expect(mismatch?.[0]).toMatch(/boolean/);
    expect(mismatch?.[0]?.split('\n').length).toBeLessThanOrEqual(4);
  });

  it('a right program nothing', () => {
    expect(right).toEqual([]);
    expect(expected).toEqual([]);
  });
});
