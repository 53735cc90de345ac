import {
  type ChooseFault,
  type Emulator,
  type Fault,
  randomFaults,
  startEmulator,
} from '@suitewright/emulator';
import { OutcomeUnknownError } from '@suitewright/runtime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type Client, createClient } from '../../generated/netsuite/index.js';
import { everyFault } from './every-fault.js';
import { expectNothingLeftBehind } from './resources.js';

expectNothingLeftBehind();

let choose: ChooseFault = () => null;
let emulator: Emulator;
let ns: Client;
let order: { readonly entity: { readonly id: string }; readonly tranDate: string };
let item: string;
beforeAll(async () => {
  emulator = await startEmulator({ rows: 100, faults: (request) => choose(request) });
  await using setup = createClient({ environment: emulator.environment('tba') });
  order = { entity: { id: await setup.customer.create(customer) }, tranDate: '2026-02-01' };
  ({ id: item } = await setup.item.findFirstOrThrow({ select: { id: true } }));
});
beforeEach(() => {
  ns = createClient({
    environment: emulator.environment('tba'),
    timeouts: { headersMs: 300, bodyMs: 300 },
    retry: { attempts: 25, baseDelayMs: 1, maximumDelayMs: 5, budget: 1000 },
  });
});
afterEach(() => {
  choose = () => null;
  return ns.$close();
});
afterAll(() => emulator.close());

const customer = { companyName: 'Lost Ltd', subsidiary: { id: '1' } } as const;

/** Each way to lose the answer to a write that was carried out. */
const losses: readonly Fault[] = [
  { kind: 'lost' },
  { kind: 'reset', at: 0.5 },
  { kind: 'broken', at: 0 },
  { kind: 'cut', at: 0.9 },
  { kind: 'corrupt', at: 0.5 },
  { kind: 'stalled', at: 0.5 },
];

/** The first request to the record service goes wrong; gives how many came. */
function losing(fault: Fault): { requests: number } {
  const seen = { requests: 0 };
  choose = ({ service }) => {
    if (service !== 'record') return null;
    seen.requests += 1;
    return seen.requests === 1 ? fault : null;
  };
  return seen;
}

const customersWith = (externalid: string): Promise<number> => ns.customer.count({ where: { externalid } });

function lines(...quantities: readonly number[]) {
  return { items: quantities.map((quantity) => ({ item: { id: item }, quantity, amount: 1 })) };
}

async function quantitiesOf(externalId: string): Promise<unknown[]> {
  const found = await ns.salesorder.get({ externalId }, { expandSubResources: true });
  return (found.item?.items ?? []).map(({ quantity }) => quantity);
}

async function failureOf(write: Promise<unknown>): Promise<unknown> {
  return write.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.each(losses)('the answer to a write is lost: %o', (fault) => {
  const name = fault.kind;

  it('a create, a change and a deletion are carried out once, and their outcome is unknown', async () => {
    const created = losing(fault);
    expect(await failureOf(ns.customer.create({ ...customer, externalId: name }))).toBeInstanceOf(
      OutcomeUnknownError,
    );
    expect(created.requests).toBe(1);
    expect(await customersWith(name)).toBe(1);

    const changed = losing(fault);
    const change = ns.customer.update({ externalId: name }, { comments: 'changed' });
    expect(await failureOf(change)).toMatchObject({ name: 'OutcomeUnknownError', method: 'PATCH' });
    expect(changed.requests).toBe(1);
    expect(await ns.customer.get({ externalId: name })).toMatchObject({ comments: 'changed' });

    const deleted = losing(fault);
    const deletion = ns.customer.delete({ externalId: name });
    expect(await failureOf(deletion)).toMatchObject({ name: 'OutcomeUnknownError', method: 'DELETE' });
    expect(deleted.requests).toBe(1);
    expect(await customersWith(name)).toBe(0);
  });

  it('an upsert without lines is repeated, and gives the id', async () => {
    const seen = losing(fault);
    const id = await ns.customer.upsert(`up-${name}`, customer);
    expect(seen.requests).toBe(2);
    expect(await ns.customer.get(id)).toMatchObject({ companyName: customer.companyName });
  });

  it('an upsert whose lines would be appended again is not repeated', async () => {
    const seen = losing(fault);
    const externalId = `lines-${name}`;
    const upsert = ns.salesorder.upsert(externalId, { ...order, item: lines(1, 2) });
    expect(await failureOf(upsert)).toMatchObject({ name: 'OutcomeUnknownError', method: 'PUT' });
    expect(seen.requests).toBe(1);
    expect(await quantitiesOf(externalId)).toEqual([1, 2]);
  });

  it('an upsert whose lines replace those that were there is repeated', async () => {
    const seen = losing(fault);
    const externalId = `replaced-${name}`;
    await ns.salesorder.upsert(externalId, { ...order, item: lines(1, 2) }, { replace: ['item'] });
    expect(seen.requests).toBe(2);
    expect(await quantitiesOf(externalId)).toEqual([1, 2]);
  });
});

test('a write that is repeated and then refused has an unknown outcome: its first attempt may have been carried out', async () => {
  const id = await ns.customer.create(customer);
  const seen = losing({ kind: 'lost' });
  const path = `/services/rest/record/v1/customer/${id}`;
  const error = await failureOf(ns.$connection.request({ method: 'DELETE', path, repeatable: true }));
  expect(error).toMatchObject({
    name: 'OutcomeUnknownError',
    method: 'DELETE',
    cause: { name: 'NotFoundError' },
  });
  expect(seen.requests).toBe(2);

  let requests = 0;
  choose = ({ service }) => {
    if (service !== 'record') return null;
    requests += 1;
    return requests === 1 ? { kind: 'lost' } : { kind: 'refused', status: 429 };
  };
  const limited = await failureOf(ns.customer.upsert('limited', customer));
  expect(limited).toMatchObject({
    name: 'OutcomeUnknownError',
    method: 'PUT',
    cause: { name: 'RateLimitedError' },
  });
  choose = () => null;
  expect(await customersWith('limited')).toBe(1);

  // Nothing was carried out: the refusal is the outcome.
  choose = ({ service }) => (service === 'record' ? { kind: 'refused', status: 429 } : null);
  expect(await failureOf(ns.customer.upsert('never', customer))).toMatchObject({ name: 'RateLimitedError' });
});

/** As many mixtures as the environment says: `SUITEWRIGHT_MIXTURES=1000`. */
const mixtures = Number(process.env.SUITEWRIGHT_MIXTURES ?? 30);

test(`no line comes twice in ${mixtures} mixtures of all faults`, {
  timeout: 60_000 + mixtures * 3000,
}, async () => {
  for (let seed = 1; seed <= mixtures; seed += 1) {
    const externalId = `mixture-${seed}`;
    const replace = seed % 2 === 0 ? ['item'] : [];
    // Signatures are refused for good.
    const rates = { ...everyFault, 401: 0, lost: 0.2, cut: 0.1, reset: 0.1 };
    const applies = ({ service }: { readonly service: string }): boolean => service === 'record';
    choose = randomFaults({ seed, rates, latestMs: 20, applies });
    const error = await failureOf(
      ns.salesorder.upsert(externalId, { ...order, item: lines(1, 2) }, { replace }),
    );
    choose = () => null;
    if (replace.length > 0) expect(error, externalId).toBeNull();
    else if (error !== null) expect(error, externalId).toBeInstanceOf(OutcomeUnknownError);
    const isThere = (await ns.salesorder.count({ where: { externalid: externalId } })) === 1;
    expect(isThere || error !== null, externalId).toBe(true);
    if (isThere) expect(await quantitiesOf(externalId), externalId).toEqual([1, 2]);
  }
});
