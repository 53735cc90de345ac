import { startEmulator } from '@suitewright/emulator';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallOptions, call } from '../signing.js';

const emulator = await startEmulator({
  seed: {
    tables: { subsidiary: [{ id: 1, name: 'Parent Company' }], vendor: [{ id: 7, companyname: 'Seven' }] },
  },
});
afterAll(() => emulator.close());

const vendors = '/services/rest/record/v1/vendor';
const body = JSON.stringify({ companyName: 'Twice', subsidiary: { id: '1' } });

async function vendorCount(): Promise<number> {
  const list = (await (await call(emulator, vendors)).json()) as { readonly totalResults: number };
  return list.totalResults;
}

const resource = 'application/vnd.oracle.resource+json';

describe('a request for something else than one record now', () => {
  let before = 0;
  beforeEach(async () => {
    before = await vendorCount();
  });

  it.each<[string, string, CallOptions]>([
    [
      'the options of a new record',
      '',
      { method: 'POST', headers: { accept: `${resource}; type=select-options` } },
    ],
    ['a form for a new record', '', { method: 'POST', headers: { accept: `${resource}; type=create-form` } }],
    [
      'the options of a record',
      '/7',
      { method: 'PATCH', headers: { accept: `${resource};type="select-options"` } },
    ],
    ['a form for a record', '/7', { method: 'PATCH', headers: { accept: `${resource}; type=edit-form` } }],
    ['a job', '', { method: 'POST', headers: { prefer: 'respond-async' } }],
    ['a job that deletes', '/7', { method: 'DELETE', headers: { prefer: 'respond-async' } }],
    ['a batch', '', { method: 'POST', headers: { 'content-type': `${resource}; type=collection` } }],
    ['the records of some ids', '?ids=7,8', {}],
    ['records in full', '?expandRecords=true', {}],
    ['the emptying of fields that are left out', '/7?replaceSelectedFields=true', { method: 'PATCH' }],
    ['a transformation', '/7/!transform/customer', { method: 'POST' }],
    ['an action', '/7/@approve', { method: 'POST' }],
  ])('is refused and logged: %s', async (_what, path, options) => {
    const withBody = options.method === 'POST' || options.method === 'PATCH' ? { body } : {};
    const response = await call(emulator, `${vendors}${path}`, { ...options, ...withBody });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ 'o:errorDetails': [{ 'o:errorCode': 'INVALID_REQUEST' }] });
    expect(emulator.log.at(-1)).toMatchObject({ event: 'not emulated' });
    expect(await vendorCount()).toBe(before);
    expect(await (await call(emulator, `${vendors}/7`)).json()).toMatchObject({ companyName: 'Seven' });
  });
});

it('writes once with an idempotency key', async () => {
  const headers = { 'X-NetSuite-Idempotency-Key': '0f4e9a5c-54f5-4d15-9e0e-7f3a3d1b8b11' };
  const before = await vendorCount();
  expect((await call(emulator, vendors, { method: 'POST', headers, body })).status).toBe(204);
  const again = await call(emulator, vendors, { method: 'POST', headers, body });
  expect(again.status).toBe(400);
  expect(await again.json()).toMatchObject({
    title: 'Conflict',
    status: 400,
    'o:errorDetails': [
      {
        detail:
          'A request with the same idempotency key is already submitted. See the "Location" header for a link to the previously submitted job',
        'o:errorCode': 'IDEMPOTENCY_ERROR',
      },
    ],
  });
  expect(await vendorCount()).toBe(before + 1);
  const other = { 'X-NetSuite-Idempotency-Key': '7c1d3f60-0b3c-4f5c-8f86-0f3b6f3b2f9d' };
  expect((await call(emulator, vendors, { method: 'POST', headers: other, body })).status).toBe(204);
});
