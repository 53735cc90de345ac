import { randomFaults } from '@suitewright/emulator';
import { UnsafeReadError } from '@suitewright/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, readings } from './account.js';

let account: FaultyAccount;
beforeAll(async () => {
  account = await openFaultyAccount();
});
afterAll(() => account[Symbol.asyncDispose]());

const departments = '/services/rest/record/v1/department';

/** Creates departments and deletes them again, until it is told to stop. */
function keepChanging(): () => Promise<void> {
  const connection = account.connect({ concurrency: 2 });
  let goesOn = true;
  async function change(): Promise<void> {
    while (goesOn) {
      const name = `Passing ${Math.random()}`;
      const { headers } = await connection.request({ method: 'POST', path: departments, body: { name } });
      const id = headers.location?.split('/').at(-1);
      await connection.request({ method: 'DELETE', path: `${departments}/${id}` });
    }
  }
  const changing = change();
  return async () => {
    goesOn = false;
    await changing;
    await connection.close();
  };
}

test('rows that stay come once each, while others come and go', { timeout: 60_000 }, async () => {
  const [, readByOffsets] = readings[0] ?? expect.unreachable();
  const [, readInRanges] = readings[1] ?? expect.unreachable();
  const stop = keepChanging();
  const connection = account.connect();
  try {
    const staying = new Set(allIds);
    for (let seed = 1; seed <= 5; seed += 1) {
      account.goWrong(randomFaults({ seed, rates: { late: 0.3 }, latestMs: 20 }));
      const ids = await readInRanges(connection);
      expect(ids.filter((id) => staying.has(id))).toEqual(allIds);
      // Offsets shift: either every row is there, or the read says that it cannot know.
      const offsetIds = await readByOffsets(connection).catch((error: unknown) => error);
      if (Array.isArray(offsetIds)) expect(offsetIds.filter((id) => staying.has(id))).toEqual(allIds);
      else expect(offsetIds).toBeInstanceOf(UnsafeReadError);
    }
  } finally {
    account.goWrong(null);
    await stop();
    await connection.close();
  }
});

test('a read that is given up in the middle leaves nothing under way', async () => {
  account.goWrong(randomFaults({ seed: 7, rates: { late: 0.5, stalled: 0.1, reset: 0.1 }, latestMs: 50 }));
  for (const [, read] of readings) {
    const connection = account.connect();
    const reading = read(connection).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await connection.close();
    expect(await reading).toBeInstanceOf(TypeError);
  }
  account.goWrong(null);
  await expect.poll(() => account.emulator.requests.inFlight).toBe(0);
});
