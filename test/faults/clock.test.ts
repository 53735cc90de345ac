import { startEmulator } from '@suitewright/emulator';
import { createConnection } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { clockThatIsOff } from './clock-that-is-off.js';
import { expectNothingLeftBehind } from './resources.js';

expectNothingLeftBehind();

test.each([
  ['tba', 10],
  ['tba', -10],
  ['oauth2', 70],
  ['oauth2', -70],
] as const)(
  'signs in by %s with a clock that is %i minutes off, by the time that NetSuite tells',
  async (method, minutes) => {
    // Node itself writes the Date header, from the machine's clock: the client's is the one that is off.
    await using emulator = await startEmulator({ rows: 100 }).then((started) => ({
      ...started,
      [Symbol.asyncDispose]: started.close,
    }));
    await using connection = createConnection({
      environment: emulator.environment(method),
      clock: clockThatIsOff(minutes),
    });
    const statement = { text: 'SELECT COUNT(*) AS n FROM subsidiary', parameters: [] };
    expect(Number((await connection.suiteql.all(statement))[0]?.n)).toBeGreaterThan(0);
    const refusals = emulator.log.length;
    expect(refusals).toBe(1);
    await connection.suiteql.all(statement);
    expect(emulator.log).toHaveLength(refusals);
  },
);
