import {
  bindClient,
  type ClientBase,
  defineTable,
  MalformedResponseError,
  MissingIdError,
  type RecordOperations,
  type Table,
} from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { answerJson, bearer, startServer, testClock } from '../local-server.js';

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

function connect(url: string, retry: { attempts?: number } = {}): OneRecordClient {
  const models = { customer: async () => ({ customer }) };
  const generated = { format: 1, schema: 'one', bindParameters: true, timeZone: null, models } as const;
  return bindClient<OneRecordClient>(generated, {
    account: '1234567_SB1',
    baseUrl: url,
    auth: bearer,
    environment: {},
    clock: testClock(),
    retry,
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
  ['another record', 'https://1234567.suitetalk.api.netsuite.com/services/rest/record/v1/vendor/99'],
  ['a record whose name begins alike', `https://1234567.suitetalk.api.netsuite.com${records}Deposit/99`],
  ['another service', 'https://1234567.suitetalk.api.netsuite.com/services/rest/query/v1/customer/99'],
  ['a path of another kind', 'https://1234567.suitetalk.api.netsuite.com/app/record/v1/customer/99'],
  ['a query string', `https://1234567.suitetalk.api.netsuite.com/login?back=${records}/99`],
  ['a fragment', `https://1234567.suitetalk.api.netsuite.com/login#${records}/99`],
  ['more digits than an id has', `${records}/${'9'.repeat(21)}`],
  ['an escape that is none', '/services/rest/record/v1/%E0%A4%A/99'],
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
  `http://127.0.0.1:8080/services/rest/record/v1/CUSTOMER/647#top`,
  `/proxy${records}/647`,
])('reads the id from the address %s, whatever the status', async (location) => {
  await using server = await startServer((_, response, index) =>
    index === 0 ? response.writeHead(204, { location }).end() : answerJson(response, 201, {}, { location }),
  );
  await using ns = connect(server.url);
  expect(await ns.customer.create({ companyName: 'Acme' })).toBe('647');
  expect(await ns.customer.upsert('ACME-1', { companyName: 'Acme' })).toBe('647');
});

test.each(['null', '[]', '[{"id":"7"}]', '7', 'true', '"customer"', ''])(
  'takes %j for no record, and asks again',
  async (text) => {
    await using server = await startServer((_, response, index) =>
      response.end(index === 1 ? '{"id":"7"}' : text),
    );
    await using ns = connect(server.url);
    expect(await ns.customer.get(7)).toEqual({ id: '7' });
    expect(server.requests).toHaveLength(2);

    await using impatient = connect(server.url, { attempts: 1 });
    const failure: unknown = await impatient.customer.get(7).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MalformedResponseError);
    expect(failure).toMatchObject({ status: 200 });
    expect((failure as Error).message).toContain(`GET ${records}/7 answered 200`);
  },
);
