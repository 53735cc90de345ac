import {
  bindClient,
  type ClientBase,
  defineTable,
  MissingIdError,
  type RecordOperations,
  type Table,
} from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { answerJson, bearer, startServer } from '../local-server.js';

interface CustomerBody {
  readonly companyName: string;
}

interface OneRecordClient extends ClientBase {
  readonly customer: RecordOperations<CustomerBody, Partial<CustomerBody>>;
}

const customer: Table<'customer', { readonly id: string }> = defineTable(
  'customer',
  { id: 'id' },
  { record: 'customer' },
);

function connect(url: string): OneRecordClient {
  const models = { customer: async () => ({ customer }) };
  const generated = { format: 1, schema: 'one', bindParameters: true, timeZone: null, models } as const;
  return bindClient<OneRecordClient>(generated, {
    account: '1234567_SB1',
    baseUrl: url,
    auth: bearer,
    environment: {},
  });
}

const records = '/services/rest/record/v1/customer';

test.each([
  ['none', undefined],
  ['empty', ''],
  ['a job', 'https://1234567.suitetalk.api.netsuite.com/services/rest/async/v1/job/5'],
  ['the collection', `https://1234567.suitetalk.api.netsuite.com${records}`],
  ['an external id', `https://1234567.suitetalk.api.netsuite.com${records}/eid:5`],
  ['a sublist', `https://1234567.suitetalk.api.netsuite.com${records}/7/addressBook/5`],
])(
  'a write that was carried out and whose answer tells no id says so, and is not repeated: %s',
  async (_, location) => {
    await using server = await startServer((__, response) =>
      response
        .writeHead(204, { 'x-n-operationid': '9ac7dc0f', ...(location !== undefined && { location }) })
        .end(),
    );
    await using ns = connect(server.url);
    const body = { companyName: 'Acme' };
    const facts = {
      name: 'MissingIdError',
      code: 'NETSUITE_MISSING_ID',
      status: 204,
      operationId: '9ac7dc0f',
    };

    const created: unknown = await ns.customer.create(body).catch((error: unknown) => error);
    expect(created).toBeInstanceOf(MissingIdError);
    expect(created).toMatchObject({ ...facts, method: 'POST', resource: records });
    expect((created as Error).message).toContain('was carried out');

    const upserted: unknown = await ns.customer.upsert('ACME-1', body).catch((error: unknown) => error);
    expect(upserted).toBeInstanceOf(MissingIdError);
    expect(upserted).toMatchObject({ ...facts, method: 'PUT', resource: `${records}/eid:ACME-1` });
    expect(server.requests).toHaveLength(2);
  },
);

test.each([
  `https://1234567.suitetalk.api.netsuite.com${records}/647`,
  `${records}/647/`,
  `/services/rest/record/v1/Customer/647?expand=x`,
])('reads the id from the address %s, whatever the status', async (location) => {
  await using server = await startServer((_, response, index) =>
    index === 0 ? response.writeHead(204, { location }).end() : answerJson(response, 201, {}, { location }),
  );
  await using ns = connect(server.url);
  expect(await ns.customer.create({ companyName: 'Acme' })).toBe('647');
  expect(await ns.customer.upsert('ACME-1', { companyName: 'Acme' })).toBe('647');
});
