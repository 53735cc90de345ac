import { type ChooseFault, type FaultRequest, randomFaults } from '@suitewright/emulator';
import { UnsafeReadError } from '@suitewright/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, readIds } from './account.js';
import { everyFault, survivable } from './every-fault.js';
import { expectNothingLeftBehind } from './resources.js';

expectNothingLeftBehind();

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

test('rows that stay come once each, while others come and go and everything goes wrong', {
  timeout: 60_000,
}, async () => {
  const stop = keepChanging();
  const connection = account.connect();
  try {
    const staying = new Set(allIds);
    for (let seed = 1; seed <= 5; seed += 1) {
      // A write whose answer is lost is not repeated: only queries go wrong.
      const applies = ({ service }: FaultRequest): boolean => service === 'suiteql';
      const choose = (): ChooseFault =>
        survivable(randomFaults({ seed, rates: everyFault, latestMs: 20, applies }));
      account.goWrong(choose());
      const ids = await readIds('in ranges', connection);
      expect(ids.filter((id) => staying.has(id))).toEqual(allIds);
      // Offsets shift: either every row is there, or the read says that it cannot know.
      account.goWrong(choose());
      const offsetIds = await readIds('by offsets', connection).catch((error: unknown) => error);
      if (Array.isArray(offsetIds)) expect(offsetIds.filter((id) => staying.has(id))).toEqual(allIds);
      else expect(offsetIds).toBeInstanceOf(UnsafeReadError);
    }
  } finally {
    account.goWrong(null);
    await stop();
    await connection.close();
  }
});
