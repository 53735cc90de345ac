import { describe, expect, it } from 'vitest';
import { compileSnippets } from './compile-snippets.js';

const head = `
import { extendModel, type Id } from '@suitewright/runtime';
import type { Client } from '../golden/small/expected/index.js';
declare const ns: Client;
declare const id: {
  readonly customer: Id<'customer'>;
  readonly subsidiary: Id<'subsidiary'>;
  readonly transaction: Id<'transaction'>;
  readonly item: Id<'item'>;
  readonly any: string;
};
`;

/** Calls with the id of another record, and what the message must name. */
const mistakes: readonly (readonly [program: string, names: RegExp])[] = [
  ['ns.customer.delete(id.transaction);', /Id<"transaction">.*RecordKey<Id<"customer">>/],
  ['ns.customer.get(id.subsidiary);', /Id<"subsidiary">.*RecordKey<Id<"customer">>/],
  ['ns.customer.update(id.item, {});', /Id<"item">.*RecordKey<Id<"customer">>/],
  ['ns.salesorder.delete(id.customer);', /Id<"customer">.*RecordKey<Id<"transaction">>/],
  ['ns.invoice.get(id.item);', /Id<"item">.*RecordKey<Id<"transaction">>/],
  ['ns.lotnumberedinventoryitem.delete(id.transaction);', /Id<"transaction">.*RecordKey<Id<"item">>/],
  [
    'async () => ns.customer.delete((await ns.salesorder.findFirstOrThrow()).id);',
    /Id<"transaction">.*RecordKey<Id<"customer">>/,
  ],
  ['extendModel(ns.customer, {}).delete(id.transaction);', /Id<"transaction">.*RecordKey<Id<"customer">>/],
  ['ns.customer.delete({ externalId: 5 });', /number/],
  ['ns.customer.delete(null);', /null/],
];

const valid = `
export async function change(): Promise<void> {
  const order = await ns.salesorder.findFirstOrThrow();
  await ns.salesorder.update(order.id, {});
  await ns.invoice.delete(id.transaction);
  await ns.lotnumberedinventoryitem.get(id.item, { expandSubResources: true });
  await ns.customer.delete(id.customer);
  if (order.entity !== null) await ns.customer.delete(order.entity);
  await ns.customer.delete(id.any);
  await ns.customer.delete('5');
  await ns.customer.delete(5);
  await ns.customer.delete({ externalId: 'ACME-1' });
  await ns.customer.delete(await ns.customer.create({}));
  await extendModel(ns.customer, { where: { id: 1 } }).delete(id.customer);
}`;

describe('the compiler takes as the key of a record', () => {
  const [right, ...wrong] = compileSnippets(head, [valid, ...mistakes.map(([program]) => program)]);

  it.each(mistakes.map(([program, names], index) => ({ program, names, messages: wrong[index] ?? [] })))(
    'no other than its own: $program',
    ({ names, messages }) => {
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(names);
    },
  );

  it('ids of the record or of the table that it is part of, plain texts, numbers and external ids', () => {
    expect(right).toEqual([]);
  });
});
