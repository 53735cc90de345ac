import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ConnectionFailedError } from '@suitewright/runtime';
import { beforeEach, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, readIds, readings } from './account.js';
import { expectNothingLeftBehind, expectNothingSince, resourcesNow } from './resources.js';

expectNothingLeftBehind();

let account: FaultyAccount;
beforeEach(async () => {
  account = await openFaultyAccount();
});

/** The account goes away when it was asked so many queries; resolves when nobody listens any more. */
function goesAwayAfter(queries: number): Promise<void> {
  let seen = 0;
  return new Promise((resolve, reject) => {
    account.goWrong(({ service }) => {
      if (service === 'suiteql') seen += 1;
      if (service === 'suiteql' && seen === queries) account.goAway().then(resolve, reject);
      return null;
    });
  });
}

/** Resolves when so many attempts have failed from now on. */
function failedAttempts(count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    const listener = (): void => {
      left -= 1;
      if (left > 0) return;
      unsubscribe('suitewright:retry', listener);
      resolve();
    };
    subscribe('suitewright:retry', listener);
  });
}

test.each(readings)(
  'every row comes once, %s, though connections are refused for a while',
  async (reading) => {
    const away = goesAwayAfter(20);
    const connection = account.connect({
      retry: { attempts: 500, baseDelayMs: 1, maximumDelayMs: 20, budget: 5000 },
    });
    const reads = readIds(reading, connection);
    await away;
    // The answers that were under way broke off; from here on every connection is refused.
    await failedAttempts(25);
    await account.comeBack();
    expect(await reads).toEqual(allIds);
    await connection.close();
    await account.goAway();
  },
);

test.each(readings)('a read ends, %s, when connections stay refused', async (reading) => {
  const away = goesAwayAfter(20);
  const connection = account.connect({ retry: { attempts: 10, baseDelayMs: 1, maximumDelayMs: 5 } });
  const before = resourcesNow();
  const failed: unknown = await readIds(reading, connection).catch((error: unknown) => error);
  await away;
  expect(failed).toBeInstanceOf(ConnectionFailedError);
  expect(failed).toMatchObject({ reason: 'ECONNREFUSED', mayHaveStarted: false });
  expect(String(failed)).toMatch(
    /^ConnectionFailedError: POST \/services\/rest\/query\/v1\/suiteql on 127\.0\.0\.1:\d+ broke off \(ECONNREFUSED\)\. Nothing was sent: check the network and the base URL\.$/,
  );
  await expectNothingSince(before, 'packages/runtime');
  await connection.close();
});
