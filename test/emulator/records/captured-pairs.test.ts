import { existsSync, readFileSync } from 'node:fs';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../signing.js';

interface Json {
  readonly [name: string]: Json;
}

interface Pair {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly response: Json;
}

const file = new URL('../../../../shared/netsuite/responses.json', import.meta.url);
const pairs = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly pairs: readonly Pair[] }).pairs
  : [];

const capturedOrigin = 'https://1234567-sb1.suitetalk.api.netsuite.com';
const vendorName = '2024/03/04-177';

type Rows = readonly Readonly<Record<string, unknown>>[];

function numbered(first: number, count: number, columns: Readonly<Record<string, unknown>> = {}): Rows {
  return Array.from({ length: count }, (_, index) => ({ id: first + index, ...columns }));
}

function transactions(first: number, type: string, count: number): Rows {
  return numbered(first, count, { type });
}

/** An account with as many records as the captured one had, and with a vendor of its. */
function startCaptured(): Promise<Emulator> {
  const total = (record: string): number =>
    Number(pairs.find(({ path }) => path === `/record/v1/${record}`)?.response.totalResults ?? 0);
  const suiteqlVendors = [
    { id: -3 },
    { id: 8, companyname: 'Tax Office' },
    ...[7, 6, 2].map((id) => ({ id })),
  ];
  const currencies = { 1: 'EUR', 2: 'USD', 4: 'GBP' };
  return startEmulator({
    seed: {
      tables: {
        currency: numbered(1, total('currency')).map(({ id }) => {
          const name = currencies[id as keyof typeof currencies] ?? `C${id}`;
          return { id, name, symbol: name };
        }),
        subsidiary: numbered(1, total('subsidiary'), { name: 'Example SAS', country: 'FR' }),
        employee: numbered(1, total('employee')),
        account: numbered(1, total('account')),
        department: numbered(1, total('department')),
        salestaxitem: numbered(1, total('salestaxitem')),
        location: numbered(1, total('location')),
        classification: numbered(1, total('classification')),
        vendor: [
          ...suiteqlVendors,
          ...numbered(1000, total('vendor') - suiteqlVendors.length - 1),
          {
            id: 134775,
            entityid: vendorName,
            companyname: vendorName,
            legalname: vendorName,
            currency: 1,
            isperson: false,
            isinactive: false,
            datecreated: '2024-04-09T10:08:00Z',
            lastmodifieddate: '2024-04-09T10:08:00Z',
          },
        ],
        vendorsubsidiaryrelationship: [
          { id: 1, entity: 134775, subsidiary: 1, isprimarysub: true, primarycurrency: 1 },
          { id: 2, entity: 134775, subsidiary: 2, isprimarysub: false, primarycurrency: 4 },
          { id: 3, entity: 134775, subsidiary: 3, isprimarysub: false, primarycurrency: 2 },
        ],
        vendoraddressbook: [
          {
            internalid: 682940,
            entity: 134775,
            addressbookaddress: 1,
            defaultbilling: true,
            defaultshipping: true,
          },
        ],
        vendoraddressbookentityaddress: [
          { nkey: 1, addressee: vendorName, addrtext: vendorName, country: 'FR' },
        ],
        // More than the 5000 that a total counts to with pages of five.
        transaction: [
          ...transactions(10_000, 'VendBill', 5003),
          ...transactions(20_000, 'VendPymt', 5003),
          ...numbered(30_000, 5003, { type: 'Journal', recordtype: 'journalentry' }),
          ...transactions(40_000, 'ExpRept', total('expenseReport')),
          ...transactions(50_000, 'VendCred', total('vendorCredit')),
        ],
      },
      custom: {
        vendor: {
          columns: {
            custentity1: 'bool',
            custentity_11724_pay_bank_fees: 'bool',
            custentity_2663_payment_method: 'bool',
          },
        },
      },
    },
  });
}

/** As the pair was asked: its URL, query included, is in its own answer. */
function urlOf({ path, response }: Pair): string {
  const links = (response.links ?? []) as unknown as readonly {
    readonly rel: string;
    readonly href: string;
  }[];
  const self = links.find(({ rel }) => rel === 'self')?.href;
  return self === undefined ? `/services/rest${path}` : self.slice(capturedOrigin.length);
}

// The pair does not have its statement; the order of its rows is the account's own.
const statement =
  'SELECT id, companyname FROM vendor WHERE id < 9 ORDER BY SIGN(id), id DESC FETCH FIRST 5 ROWS ONLY';

/** What an account chooses itself: ids of the records on a page, and its forms. */
function withoutOwn(body: unknown, origin: string): unknown {
  const json = JSON.parse(JSON.stringify(body).replaceAll(origin, '')) as Json;
  const items = json.items as unknown as readonly Json[] | undefined;
  const isPage = items?.every((item) => Object.keys(item).sort().join() === 'id,links') === true;
  const hasLinks = items?.some(({ links }) => (links as unknown as readonly unknown[]).length > 0) === true;
  return {
    ...json,
    ...(json.customForm === undefined
      ? {}
      : { customForm: { ...json.customForm, id: 'its own', refName: 'its own' } }),
    ...(isPage && hasLinks
      ? { items: items?.map((item) => JSON.stringify(item).replaceAll(/\/-?\d+"|"-?\d+"/g, '"')) }
      : {}),
  };
}

const transport = new Set(['connection', 'content-encoding', 'content-length', 'date']);
const perRequest = new Set(['x-n-operationid', 'x-netsuite-jobid']);

describe.skipIf(pairs.length === 0)('captured pairs of requests and responses', async () => {
  const emulator = await startCaptured();
  afterAll(() => emulator.close());
  it.each(pairs)('$name', async (pair) => {
    const { method, status, responseHeaders, response } = pair;
    const body = method === 'POST' ? { body: JSON.stringify({ q: statement }) } : {};
    const answer = await call(emulator, urlOf(pair), { method, headers: pair.requestHeaders, ...body });
    expect(answer.status).toBe(status);
    for (const [header, value] of Object.entries(responseHeaders)) {
      if (transport.has(header)) continue;
      expect([header, answer.headers.get(header)]).toEqual([
        header,
        perRequest.has(header) ? expect.stringMatching(/^[0-9a-f-]{36}$/) : value,
      ]);
    }
    expect(withoutOwn(await answer.json(), emulator.url)).toEqual(withoutOwn(response, capturedOrigin));
  });
});
