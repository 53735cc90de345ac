import { OutcomeUnknownError } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { createClient } from '../../../generated/netsuite/index.js';
import { bearer, startServer } from '../local-server.js';

const line = { item: { id: '7' }, quantity: 2 };
const location = '/services/rest/record/v1/salesOrder/9';

/** How often an upsert is sent whose first answer is lost. */
async function sent(body: object, replace: readonly string[]): Promise<number> {
  await using server = await startServer((_, response, index) =>
    index === 0 ? response.socket?.resetAndDestroy() : response.writeHead(204, { location }).end(),
  );
  await using ns = createClient({
    account: '1234567_SB1',
    baseUrl: server.url,
    auth: bearer,
    environment: {},
    retry: { baseDelayMs: 1 },
  });
  const error: unknown = await ns.salesorder.upsert('SO-1', body, { replace }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (server.requests.length === 1) expect(error).toBeInstanceOf(OutcomeUnknownError);
  else expect(error).toBeNull();
  return server.requests.length;
}

test.each([
  ['fields alone', { memo: 'x', entity: { id: '5' }, tranDate: '2026-02-01', total: null }],
  ['a subrecord', { billingAddress: { country: { id: 'DE' }, zip: '1' } }],
  ['references', { salesTeam: { items: [{ id: '1' }, { externalId: 'B' }, { id: '2', refName: 'C' }] } }],
  ['lists without lines', { item: { items: [] }, salesTeam: { items: null }, partners: null }],
  ['lines that are replaced', { item: { items: [line] } }, ['item']],
  ['lines in lines that are replaced', { item: { items: [{ ...line, tax: { items: [line] } }] } }, ['item']],
  ['what JSON leaves out', { item: undefined, memo: 'x' }],
])('an upsert is repeated where it has %s', async (_, body: object, replace: readonly string[] = []) => {
  expect(await sent(body, replace)).toBe(2);
});

test.each([
  ['lines', { item: { items: [line] } }],
  ['lines beside a reference', { item: { items: [{ id: '7' }, line] } }],
  ['lines that are empty', { item: { items: [{}] } }],
  ['lines that tell their number', { item: { items: [{ line: 1, ...line }] } }],
  [
    'lines beside others that are replaced',
    { item: { items: [line] }, expense: { items: [line] } },
    ['expense'],
  ],
  ['lines in a subrecord', { shippingAddress: { parcels: { items: [line] } } }],
  [
    'lines in a subrecord that has the name of a list that is replaced',
    { sub: { item: { items: [line] } } },
    ['item'],
  ],
  ['lines in a form that is not known', { item: [line] }],
  ['lines that an object writes itself', { item: { toJSON: () => ({ items: [line] }) } }],
])('an upsert is not repeated where it has %s', async (_, body: object, replace: readonly string[] = []) => {
  expect(await sent(body, replace)).toBe(1);
});
