import type { RestRequest } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { connectTo, type LocalServer, startServer } from '../local-server.js';

function accepting(): Promise<LocalServer> {
  return startServer((_, response) => response.writeHead(204).end());
}

async function send(server: LocalServer, body: unknown): Promise<void> {
  await using connection = connectTo(server);
  const request: RestRequest = { method: 'PATCH', path: '/services/rest/record/v1/salesOrder/5', body };
  await connection.request(request);
}

const toJsonOf = (value: unknown) => ({ toJSON: () => value });
const cyclic: { item: { items: unknown[] } } = { item: { items: [] } };
cyclic.item.items.push({ order: cyclic });
const sparse = ['a'];
sparse[2] = 'c';
let deep: object = {};
for (let level = 0; level < 100_000; level += 1) deep = { deep };

class Money {
  readonly amount = '5';
}

test.each([
  ['NaN', { rate: Number.NaN }, 'rate is NaN'],
  ['Infinity in a line', { item: { items: [{}, {}, { rate: 1 / 0 }] } }, 'item.items[2].rate is Infinity'],
  ['-Infinity in an array', { odd: [[1, -1 / 0]] }, 'odd[0][1] is -Infinity'],
  ['an invalid Date', { tranDate: new Date('x') }, 'tranDate is an invalid Date'],
  ['what writes itself as NaN', { rate: toJsonOf(Number.NaN) }, 'rate'],
  ['what writes itself as null', { tranDate: toJsonOf(null) }, 'tranDate'],
  ['what writes itself as nothing', { tranDate: toJsonOf(undefined) }, 'tranDate'],
  ['what writes itself with NaN inside', { sub: toJsonOf({ rate: Number.NaN }) }, 'sub.rate is NaN'],
  ['a BigInt', { total: 5n }, 'total is 5n'],
  ['a function', { memo: () => 'x' }, 'memo is a function'],
  ['a symbol', { memo: Symbol('x') }, 'memo is Symbol(x)'],
  ['undefined in an array', { odd: ['a', undefined] }, 'odd[1] is undefined'],
  ['a hole in an array', { odd: sparse }, 'odd[1] is undefined'],
  ['an instance of Map', { sub: new Map([['a', 1]]) }, 'sub is an instance of Map'],
  ['an instance of Set', { sub: { list: new Set([1]) } }, 'sub.list is an instance of Set'],
  ['a typed array', { sub: new Uint8Array(2) }, 'sub is an instance of Uint8Array'],
  ['a boxed NaN', { rate: new Number(Number.NaN) }, 'rate is an instance of Number'],
  ['an instance of RegExp', { memo: /x/ }, 'memo is an instance of RegExp'],
  ['an instance of Promise', { memo: Promise.resolve('x') }, 'memo is an instance of Promise'],
  ['an instance of a class', { rate: new Money() }, 'rate is an instance of Money'],
  ['itself', cyclic, 'item.items[0].order'],
  [
    'itself in an array',
    {
      odd: (() => {
        const odd: unknown[] = [];
        odd.push(odd);
        return odd;
      })(),
    },
    'odd[0]',
  ],
  ['too many levels', deep, 'levels'],
  ['a field whose name is no name', { 'a b': { "it's": Number.NaN } }, `["a b"]["it's"] is NaN`],
  ['a field with a very long name', { ['x'.repeat(1e6)]: Number.NaN }, 'is NaN'],
  ['nothing but NaN', Number.NaN, 'the body is NaN'],
  ['a function alone', () => 'x', 'the body is a function'],
  ['a Map alone', new Map(), 'the body is an instance of Map'],
])('refuses a body before it is sent: %s', async (_, body, message) => {
  await using server = await accepting();
  const error: unknown = await send(server, body).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect((error as TypeError).message).toContain(message);
  expect((error as TypeError).message).toContain('PATCH /services/rest/record/v1/salesOrder/5');
  expect((error as TypeError).message.length).toBeLessThan(700);
  expect(server.requests).toHaveLength(0);
});

test('sends everything else as JSON.stringify writes it, and leaves undefined properties out', async () => {
  const shared = { id: '5' };
  const bodies: unknown[] = [
    { empty: null, absent: undefined, zero: -0, text: '\u2028"', nested: { list: [1, 'a', null, true, {}] } },
    { at: new Date(0), link: new URL('https://example.com/'), own: toJsonOf({ id: 5 }) },
    { first: shared, second: shared, lines: [shared, shared] },
    Object.assign(Object.create(null), { a: 1 }),
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
    [1, 2],
    'text',
    null,
  ];
  await using server = await accepting();
  for (const body of bodies) await send(server, body);
  expect(server.requests.map(({ body }) => body)).toEqual(bodies.map((body) => JSON.stringify(body)));
});
