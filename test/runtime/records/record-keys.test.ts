import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Client, createClient } from '../../../generated/netsuite/index.js';

let emulator: Emulator;
let ns: Client;
beforeAll(async () => {
  emulator = await startEmulator({ rows: 100 });
  ns = createClient({ environment: emulator.environment('tba') });
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

class Key {
  readonly externalId = 'ACME-1';
}

const body = { companyName: 'Acme', subsidiary: { id: '1' } } as const;

/** Runs a call whose arguments the types would not let through. */
function call(operation: 'get' | 'create' | 'update' | 'upsert' | 'delete', ...given: unknown[]): unknown {
  return (ns.customer[operation] as (...args: unknown[]) => unknown)(...given);
}

/** Asserts that a call fails with a TypeError, and that nothing was sent. */
async function expectNothingSent(calling: unknown, ...words: readonly string[]): Promise<void> {
  const before = emulator.requests.total;
  const error: unknown = await (calling as Promise<unknown>).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  for (const word of words) expect((error as TypeError).message).toContain(word);
  expect((error as TypeError).message.length).toBeLessThan(600);
  expect(emulator.requests.total).toBe(before);
}

const wrongIds: readonly (readonly [value: unknown, shown: string])[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [1.5, '1.5'],
  [2 ** 53, '9007199254740992'],
  [5n, '5n'],
  [true, 'true'],
  ['', "''"],
  [' ', "' '"],
  [' 5', "' 5'"],
  ['5\n', "'5\\n'"],
  ['1.0', "'1.0'"],
  ['0x10', "'0x10'"],
  ['5/item', "'5/item'"],
  ['eid:ACME-1', "'eid:ACME-1'"],
  ['x'.repeat(100_000), 'xxx'],
  [[], 'an array'],
  [[5], 'an array'],
  [{}, 'an object'],
  [{ id: '5' }, 'id'],
  [{ externalId: 'ACME-1', id: '5' }, 'id'],
  [Object.create({ externalId: 'ACME-1' }), 'Object'],
  [new Key(), 'an instance of Key'],
  [new Date(0), 'an instance of Date'],
  [new String('5'), 'an instance of String'],
  [() => '5', 'a function'],
  [Symbol('5'), 'Symbol(5)'],
];

const wrongExternalIds: readonly (readonly [value: unknown, shown: string])[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [Number.NaN, 'NaN'],
  [5, '5'],
  [5n, '5n'],
  [true, 'true'],
  ['', "''"],
  ['a b', "'a b'"],
  ['a|b', "'a|b'"],
  ['a/b', "'a/b'"],
  ['é', "'é'"],
  ['A\n', "'A\\n'"],
  ['|'.repeat(100_000), '|||'],
  [['ACME-1'], 'an array'],
  [{ externalId: 'ACME-1' }, 'an object'],
];

describe('a record key that is none is refused before anything is sent', () => {
  it.each(wrongIds)('as an internal id: $1', async (key, shown) => {
    await expectNothingSent(call('get', key), 'customer.get', shown);
    await expectNothingSent(call('update', key, {}), 'customer.update', shown);
    await expectNothingSent(call('delete', key), 'customer.delete', shown);
  });

  it.each(wrongExternalIds)('as an external id: $1', async (externalId, shown) => {
    await expectNothingSent(call('get', { externalId }), 'customer.get', shown);
    await expectNothingSent(call('update', { externalId }, {}), 'customer.update', shown);
    await expectNothingSent(call('delete', { externalId }), 'customer.delete', shown);
    await expectNothingSent(call('upsert', externalId, body), 'customer.upsert', shown);
  });
});

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['{}', "'{}'"],
  [5, '5'],
  [[], 'an array'],
  [[body], 'an array'],
  [new Map([['companyName', 'Acme']]), 'an instance of Map'],
  [new Key(), 'an instance of Key'],
  [new Date(0), 'an instance of Date'],
])('a body that is not a plain object is refused before anything is sent: %o', async (wrong, shown) => {
  await expectNothingSent(call('create', wrong), 'customer.create', shown);
  await expectNothingSent(call('update', '5', wrong), 'customer.update', shown);
  await expectNothingSent(call('upsert', 'ACME-1', wrong), 'customer.upsert', shown);
});

test.each([
  [{ expandSubresources: true }, 'expandSubresources'],
  [{ expandSubResources: 'yes' }, "'yes'"],
  [{ signal: 'now' }, "'now'"],
  [null, 'null'],
  ['replace', "'replace'"],
  [['item'], 'an array'],
])('options of another form are refused before anything is sent: %o', async (options, shown) => {
  await expectNothingSent(call('get', '5', options), 'customer.get', shown);
});

test.each([
  ['item', "'item'"],
  [[''], "''"],
  [['a,b'], "'a,b'"],
  [[undefined], 'undefined'],
  [{ item: true }, 'an object'],
])('the sublists to replace are given by their names: not as %o', async (replace, shown) => {
  await expectNothingSent(call('update', '5', {}, { replace }), 'customer.update', 'replace', shown);
  await expectNothingSent(call('upsert', 'ACME-1', body, { replace }), 'customer.upsert', 'replace', shown);
  await expectNothingSent(call('create', body, { replace: ['item'] }), 'customer.create', 'replace');
});

test('takes internal ids as digits or whole numbers, and external ids', async () => {
  const id = await ns.customer.create(body);
  await ns.customer.update(id, { comments: 'by text' });
  expect(await ns.customer.get(Number(id))).toMatchObject({ id, comments: 'by text' });
  await ns.customer.update(Number(id), { externalId: 'KEY_1-a' });
  expect(await ns.customer.get({ externalId: 'KEY_1-a' })).toMatchObject({ id });
  await ns.customer.delete(Object.assign(Object.create(null), { externalId: 'KEY_1-a' }));
  await expect(ns.customer.get(id)).rejects.toMatchObject({ status: 404 });
  // Records that NetSuite itself brings along have negative ids.
  await expect(ns.customer.get('-5')).rejects.toMatchObject({ status: 404 });
});

test('an upsert gives the internal id, of the record that it created and of the one that it changed', async () => {
  const id: string = await ns.customer.upsert('UPSERTED-1', body);
  expect(await ns.customer.get(id)).toMatchObject({ id, externalId: 'UPSERTED-1' });
  expect(await ns.customer.upsert('UPSERTED-1', { ...body, comments: 'again' })).toBe(id);
  expect(await ns.customer.get(id)).toMatchObject({ comments: 'again' });
});

test('replaces the lines of the sublists that are named', async () => {
  const { id: item } = await ns.item.findFirstOrThrow({ select: { id: true } });
  const lines = (quantity: number) => ({ items: [{ item: { id: item }, quantity, amount: 1 }] }) as const;
  const order = { entity: { id: await ns.customer.create(body) }, tranDate: '2026-02-01' } as const;
  const quantities = async (id: string): Promise<unknown> => {
    const { item: sold } = await ns.salesorder.get(id, { expandSubResources: true });
    return sold?.items.map(({ quantity }) => quantity);
  };
  const id = await ns.salesorder.create({ ...order, item: lines(1) });
  await ns.salesorder.update(id, { item: lines(2) });
  expect(await quantities(id)).toEqual([1, 2]);
  await ns.salesorder.update(id, { item: lines(3) }, { replace: ['item'] });
  expect(await quantities(id)).toEqual([3]);

  const made = await ns.salesorder.upsert('LINES-1', { ...order, item: lines(4) }, { replace: ['item'] });
  await ns.salesorder.upsert('LINES-1', { ...order, item: lines(5) }, { replace: ['item'] });
  expect(await quantities(made)).toEqual([5]);
});
