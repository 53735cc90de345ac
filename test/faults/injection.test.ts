import { type Fault, type FaultRequest, randomFaults, startEmulator } from '@suitewright/emulator';
import { createConnection, OutcomeUnknownError } from '@suitewright/runtime';
import { Agent, fetch, type Response } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectNothingLeftBehind } from './resources.js';

expectNothingLeftBehind();

let fault: Fault | null = null;
const requests: FaultRequest[] = [];
let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator({
    rows: 100,
    faults: (request) => {
      requests.push(request);
      return fault;
    },
  });
});
afterAll(() => emulator.close());

let agent: Agent;
beforeEach(() => {
  agent = new Agent();
});
afterEach(() => agent.destroy());

/** The keys of access tokens: an answer that needs no signature. */
async function ask(next: Fault | null): Promise<Response> {
  fault = next;
  return fetch(`${emulator.url}/services/rest/auth/oauth2/v1/keys`, {
    dispatcher: agent,
    headers: { 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(1500),
  });
}

test('says what it knows of a request when its fault is chosen', async () => {
  await ask(null);
  expect(requests.at(-1)).toMatchObject({
    ...{ service: 'token', method: 'GET', path: '/services/rest/auth/oauth2/v1/keys', inFlight: 1 },
  });
});

test('answers late, with a refusal of NetSuite, or with a page of HTML', async () => {
  const order: string[] = [];
  const seen = requests.length;
  const late = ask({ kind: 'late', milliseconds: 300 }).then(() => order.push('late'));
  await expect.poll(() => requests.length).toBe(seen + 1);
  await ask(null).then(() => order.push('prompt'));
  await late;
  expect(order).toEqual(['prompt', 'late']);
  const refused = await ask({ kind: 'refused', status: 429, retryAfterSeconds: 3 });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
  expect(await refused.json()).toMatchObject({
    'o:errorDetails': [{ 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' }],
  });
  const html = await ask({ kind: 'html' });
  expect([html.status, html.headers.get('content-type')]).toEqual([503, 'text/html;charset=utf-8']);
});

test('cuts, corrupts and breaks a body, and keeps it waiting', async () => {
  const whole = await (await ask(null)).text();
  const cut = await (await ask({ kind: 'cut', at: 0.5 })).text();
  expect(cut).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  const corrupt = await (await ask({ kind: 'corrupt', at: 0.5 })).text();
  expect(corrupt).not.toBe(whole);
  for (const at of [0, 0.5, 1]) {
    const broken = ask({ kind: 'broken', at }).then((response) => response.text());
    await expect(broken).rejects.toThrow(/terminated|fetch failed/);
  }
  await expect(ask({ kind: 'reset' })).rejects.toThrow('fetch failed');
  for (const at of [0, 0.5, 1]) {
    const reset = ask({ kind: 'reset', at }).then((response) => response.text());
    await expect(reset).rejects.toThrow('terminated');
  }
  const stalled = ask({ kind: 'stalled', at: 0.5 }).then((response) => response.text());
  await expect(stalled).rejects.toThrow(/timeout/);
});

test('carries a request out and loses the answer, and repeats pages of the same query alone', async () => {
  const connection = createConnection({
    environment: emulator.environment('tba'),
    retry: { attempts: 1 },
    dispatcher: agent,
  });
  const department = (name: string): Promise<unknown> => {
    const path = '/services/rest/record/v1/department';
    return connection.request({ method: 'POST', path, body: { name } });
  };
  fault = { kind: 'lost' };
  await expect(department('Lost')).rejects.toThrow(OutcomeUnknownError);
  fault = null;
  const page = async (text: string, offset: number): Promise<unknown> =>
    (await connection.suiteql.page({ text, parameters: [] }, { limit: 1, offset })).rows;
  const lost = "SELECT name FROM department WHERE name = 'Lost' ORDER BY id";
  const currencies = 'SELECT symbol FROM currency ORDER BY id';
  expect(await page(lost, 0)).toEqual([{ name: 'Lost' }]);
  const first = await page(currencies, 0);

  fault = { kind: 'repeated' };
  expect(await page("SELECT name FROM department WHERE name = 'Lost'", 0)).toEqual([{ name: 'Lost' }]);
  expect(await page(currencies, 0)).toEqual(first);
  await expect(page(currencies, 1)).rejects.toThrow('its page starts at 0 where 1 was asked for');
  expect(await page(lost, 0)).toEqual([{ name: 'Lost' }]);
});

test('random faults are the same for the same seed, and come about as often as asked', () => {
  const request: FaultRequest = { index: 0, service: 'suiteql', method: 'POST', path: '/', inFlight: 1 };
  const draw = (seed: number): (Fault | null)[] => {
    const choose = randomFaults({ seed, rates: { 429: 0.1, reset: 0.2 } });
    return Array.from({ length: 2000 }, () => choose(request));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const counts = draw(3).reduce((sum, each) => sum + (each === null ? 0 : 1), 0) / 2000;
  expect(counts).toBeGreaterThan(0.25);
  expect(counts).toBeLessThan(0.35);
});
