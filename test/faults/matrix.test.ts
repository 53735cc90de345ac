import { type ChooseFault, type FaultRates, randomFaults } from '@suitewright/emulator';
import type { ConnectionOptions } from '@suitewright/runtime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, type Reading, readIds, readings } from './account.js';
import { clockThatIsOff } from './clock-that-is-off.js';
import { burstsOf429, either, everyFault, expiringTokens, lowerLimit, survivable } from './every-fault.js';
import { expectNothingLeftBehind } from './resources.js';

expectNothingLeftBehind();

let account: FaultyAccount;
beforeEach(async () => {
  account = await openFaultyAccount();
});
afterEach(() => account[Symbol.asyncDispose]());

/** Asserts that a read of everything gives every row once, in order. */
async function expectEveryRowOnce(
  reading: Reading,
  choose: ChooseFault,
  { seed, ...options }: ConnectionOptions & { readonly seed?: number } = {},
): Promise<void> {
  account.goWrong(choose);
  const connection = account.connect(options);
  try {
    expect(await readIds(reading, connection), `${reading}, seed ${seed}`).toEqual(allIds);
  } finally {
    account.goWrong(null);
    await connection.close();
  }
}

test.each([
  ['late answers with a long tail', { late: 0.5 }],
  ['429', { 429: 0.2 }],
  ['500', { 500: 0.05 }],
  ['502, 503 and 504', { 502: 0.1, 503: 0.1, 504: 0.05 }],
  ['pages of HTML', { html: 0.1 }],
  ['connections that are reset before the answer and in the middle of it', { reset: 0.2 }],
  ['connections that are closed in the middle of the answer', { broken: 0.1 }],
  ['bodies that are cut', { cut: 0.1 }],
  ['bodies that stall', { stalled: 0.01 }],
  ['bodies whose compression is corrupt', { corrupt: 0.1 }],
  ['pages that come twice', { repeated: 0.1 }],
  ['answers that are lost', { lost: 0.1 }],
] satisfies [string, FaultRates][])(
  'every row comes once and in order in spite of %s',
  { timeout: 60_000 },
  async (_, rates) => {
    for (const reading of readings) {
      for (let seed = 1; seed <= 3; seed += 1) {
        await expectEveryRowOnce(reading, survivable(randomFaults({ seed, rates, latestMs: 60 })), { seed });
      }
    }
  },
);

test.each(readings)('every row comes once, %s, in spite of tokens that expire in the middle', (reading) =>
  expectEveryRowOnce(reading, expiringTokens(11)),
);

test.each(readings)(
  'a body may be cut, or its connection break, at any place: %s',
  { timeout: 60_000 },
  async (reading) => {
    for (const kind of ['cut', 'broken'] as const) {
      let asked = 0;
      account.goWrong(() => {
        asked += 1;
        // Every other answer, at one hundred places one after the other.
        return asked % 2 === 0 && asked <= 200 ? { kind, at: (asked / 2 - 1) / 100 } : null;
      });
      await using connection = account.connect();
      for (let round = 0; round < 4; round += 1) expect(await readIds(reading, connection)).toEqual(allIds);
      expect(asked).toBeGreaterThan(200);
    }
    account.goWrong(null);
  },
);

test.each(readings)(
  'bursts of 429, and a lower limit halfway, slow a read down and harm nothing: %s',
  { timeout: 60_000 },
  (reading) =>
    expectEveryRowOnce(reading, either(burstsOf429(20, 5), lowerLimit(2, 40)), { concurrency: 10 }),
);

let away: Promise<void> | null = null;

/** After so many queries nobody listens for a moment. */
function awayAfter(queries: number): ChooseFault {
  let seen = 0;
  return ({ service }) => {
    if (service === 'suiteql') seen += 1;
    if (service === 'suiteql' && seen === queries) away = account.goAway().then(account.comeBack);
    return null;
  };
}

/** As many mixtures as the environment says: `SUITEWRIGHT_MIXTURES=1000`. */
const mixtures = Number(process.env.SUITEWRIGHT_MIXTURES ?? 30);

test(`every row comes once and in order in ${mixtures} mixtures of all faults`, {
  timeout: 60_000 + mixtures * 3000,
}, async () => {
  for (let seed = 1; seed <= mixtures; seed += 1) {
    const reading = seed % 2 === 0 ? 'by offsets' : 'in ranges';
    const isClockOff = seed % 7 === 0;
    const goesAway = seed % 11 === 0;
    // A signature that is refused for anything but its time is final; all tokens end when the account goes away.
    const rates = isClockOff || goesAway ? { ...everyFault, 401: 0 } : everyFault;
    const faults = [randomFaults({ seed, rates, latestMs: 60 })];
    if (seed % 3 === 0) faults.push(burstsOf429(40, 5));
    if (seed % 5 === 0) faults.push(lowerLimit(2, 30));
    if (goesAway) faults.push(awayAfter(25));
    await expectEveryRowOnce(reading, survivable(either(...faults)), {
      seed,
      ...(isClockOff && { environment: account.emulator.environment('tba'), clock: clockThatIsOff(10) }),
      ...(goesAway && { retry: { attempts: 500, baseDelayMs: 1, maximumDelayMs: 20, budget: 5000 } }),
    });
    await away;
  }
});
