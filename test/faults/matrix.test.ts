import { type ChooseFault, type FaultRates, randomFaults } from '@suitewright/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, readings } from './account.js';

let account: FaultyAccount;
beforeAll(async () => {
  account = await openFaultyAccount();
});
afterAll(() => account[Symbol.asyncDispose]());

/** A page that comes twice in place of the very first one of a read could be any query's: nothing would tell. */
function afterFirstPage(choose: ChooseFault): ChooseFault {
  let hasFirstPage = false;
  return (request) => {
    const fault = choose(request);
    if (fault?.kind === 'repeated' && !hasFirstPage) return null;
    if (request.service === 'suiteql' && (fault === null || fault.kind === 'late')) hasFirstPage = true;
    return fault;
  };
}

/** Asserts that both ways of reading give every row once, in order, and leave nothing under way. */
async function expectEveryRowOnce(
  rates: FaultRates,
  seed: number,
  names = ['by offsets', 'in ranges'],
): Promise<void> {
  for (const [name, read] of readings) {
    if (!names.includes(name)) continue;
    account.goWrong(afterFirstPage(randomFaults({ seed, rates, latestMs: 60 })));
    const connection = account.connect();
    try {
      expect(await read(connection), name).toEqual(allIds);
    } finally {
      account.goWrong(null);
      await connection.close();
    }
  }
}

test.each([
  ['late answers with a long tail', { late: 0.5 }],
  ['429', { 429: 0.2 }],
  ['500', { 500: 0.05 }],
  ['502 and 503', { 502: 0.1, 503: 0.1 }],
  ['pages of HTML', { html: 0.1 }],
  ['connections that break before the answer', { reset: 0.1 }],
  ['connections that break in the middle of it', { broken: 0.1 }],
  ['bodies that are cut', { cut: 0.1 }],
  ['bodies that stall', { stalled: 0.01 }],
  ['bodies whose compression is corrupt', { corrupt: 0.1 }],
  ['pages that come twice', { repeated: 0.1 }],
] satisfies [string, FaultRates][])(
  'every row comes once and in order in spite of %s',
  { timeout: 60_000 },
  async (_, rates) => {
    for (let seed = 1; seed <= 3; seed += 1) await expectEveryRowOnce(rates, seed);
  },
);

test('every row comes once and in order in spite of tokens that expire in the middle', async () => {
  for (const [name, read] of readings) {
    account.goWrong(expiringTokens(11));
    const connection = account.connect();
    expect(await read(connection), name).toEqual(allIds);
    account.goWrong(null);
    await connection.close();
  }
});

/** Every so many queries, the token is not good any more. */
function expiringTokens(every: number): ChooseFault {
  let queries = 0;
  return ({ service }) => {
    if (service !== 'suiteql') return null;
    queries += 1;
    return queries % every === every - 1 ? { kind: 'refused', status: 401 } : null;
  };
}

test('a body may be cut at any place', { timeout: 60_000 }, async () => {
  const [, read] = readings[1] ?? expect.unreachable();
  for (const kind of ['cut', 'broken'] as const) {
    let index = 0;
    account.goWrong(() => {
      index += 1;
      // Every other answer, at one hundred places one after the other.
      return index % 2 === 0 && index <= 200 ? { kind, at: (index / 2 - 1) / 100 } : null;
    });
    const connection = account.connect();
    for (let round = 0; round < 4; round += 1) expect(await read(connection)).toEqual(allIds);
    expect(index).toBeGreaterThan(200);
    account.goWrong(null);
    await connection.close();
  }
});

test('bursts of 429, and a lower limit halfway, slow a read down and harm nothing', {
  timeout: 60_000,
}, async () => {
  for (const [name, read] of readings) {
    let seen = 0;
    account.goWrong(({ inFlight }) => {
      seen += 1;
      const isBurst = seen % 20 < 5;
      const isOverLowerLimit = seen > 40 && inFlight > 2;
      return isBurst || isOverLowerLimit ? { kind: 'refused', status: 429 } : null;
    });
    const connection = account.connect({ concurrency: 10 });
    expect(await read(connection), name).toEqual(allIds);
    account.goWrong(null);
    await connection.close();
  }
});

/** As many mixtures as the environment says: `SUITEWRIGHT_MIXTURES=1000`. */
const mixtures = Number(process.env.SUITEWRIGHT_MIXTURES ?? 30);

test(`every row comes once and in order in ${mixtures} mixtures of all faults`, {
  timeout: 60_000 + mixtures * 3000,
}, async () => {
  for (let seed = 1; seed <= mixtures; seed += 1) {
    await expectEveryRowOnce(
      {
        ...{ late: 0.1, 429: 0.05, 500: 0.01, 502: 0.02, 503: 0.02, html: 0.02 },
        ...{ reset: 0.02, broken: 0.02, cut: 0.02, stalled: 0.002, corrupt: 0.02, repeated: 0.01 },
      },
      seed,
      [seed % 2 === 0 ? 'by offsets' : 'in ranges'],
    );
  }
});
