import { type Emulator, type EmulatorOptions, startEmulator } from '@suitewright/emulator';
import { describe, expect, it } from 'vitest';
import { sign } from '../signing.js';

/** Where the clock of an emulator stands, if not where the machine's does. */
const clocks = new WeakMap<Emulator, () => number>();

function authorization(emulator: Emulator, url: string): string {
  const seconds = Math.floor((clocks.get(emulator) ?? Date.now)() / 1000);
  return sign(emulator, { method: 'POST', url, oauth: { oauth_timestamp: String(seconds) } });
}

async function firstRow(emulator: Emulator, q: string): Promise<unknown> {
  const url = `${emulator.url}/services/rest/query/v1/suiteql`;
  const response = await emulator.handle(
    new Request(url, {
      method: 'POST',
      headers: {
        authorization: authorization(emulator, url),
        'content-type': 'application/json',
        prefer: 'transient',
      },
      body: JSON.stringify({ q }),
    }),
  );
  const { items } = (await response.json()) as { items: readonly Record<string, unknown>[] };
  const { links: _, ...row } = items[0] ?? {};
  return row;
}

async function withEmulator<T>(
  options: EmulatorOptions,
  use: (emulator: Emulator) => Promise<T>,
): Promise<T> {
  await using emulator = await startEmulator(options);
  if (options.clock !== undefined) clocks.set(emulator, options.clock);
  return await use(emulator);
}

const newest = 'SELECT MAX(trandate) AS newest FROM transaction';

describe("an account's day", () => {
  it("is the clock's in the account's time zone, and the newest transactions are of it", async () => {
    // 3 March in Berlin, still 2 March in Los Angeles.
    const clock = (): number => Date.parse('2026-03-03T02:00:00Z');
    const read = (timeZone: string): Promise<unknown> =>
      withEmulator({ rows: 100, clock, timeZone }, async (emulator) => [
        emulator.settings.today,
        await firstRow(emulator, "SELECT TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI') AS now FROM currency"),
        await firstRow(emulator, newest),
      ]);

    expect(await read('Europe/Berlin')).toEqual([
      '2026-03-03',
      { now: '2026-03-03 03:00' },
      { newest: '3/3/2026' },
    ]);
    expect(await read('America/Los_Angeles')).toEqual([
      '2026-03-02',
      { now: '2026-03-02 18:00' },
      { newest: '3/2/2026' },
    ]);
  });

  it('is the one that was asked for, at the time of day of the clock, in SuiteQL and in what REST writes', async () => {
    // Clocks in Los Angeles are an hour ahead in July, not in January.
    const clock = (): number => Date.parse('2026-01-20T23:30:00Z');
    const day = "TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI') AS now";
    await withEmulator({ rows: 100, clock, today: '2024-07-31' }, async (emulator) => {
      const url = `${emulator.url}/services/rest/record/v1/customer`;
      const created = await emulator.handle(
        new Request(url, {
          method: 'POST',
          headers: {
            authorization: authorization(emulator, url),
            'content-type': 'application/json',
          },
          body: JSON.stringify({ companyName: 'Late', subsidiary: { id: '1' } }),
        }),
      );
      expect(created.status).toBe(204);
      const written = `SELECT TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI') AS at FROM customer WHERE companyname = 'Late'`;

      expect(await firstRow(emulator, `SELECT ${day} FROM currency`)).toEqual({ now: '2024-07-31 15:30' });
      expect(await firstRow(emulator, newest)).toEqual({ newest: '7/31/2024' });
      expect(await firstRow(emulator, written)).toEqual({ at: '2024-07-31 15:30' });
    });
  });

  it('gives the same rows whenever the emulator starts', async () => {
    const query =
      "SELECT SUM(foreigntotal) AS total, TO_CHAR(MAX(lastmodifieddate), 'YYYY-MM-DD HH24:MI:SS') AS latest FROM transaction";
    const read = (now: string): Promise<unknown> =>
      withEmulator({ rows: 300, today: '2025-02-28', clock: () => Date.parse(now) }, (emulator) =>
        firstRow(emulator, query),
      );

    expect(await read('2026-01-20T23:30:00Z')).toEqual(await read('2031-12-01T00:01:00Z'));
  });
});

describe("an account's preferences", () => {
  it('decide how dates are printed and read, and which zone the variables name', async () => {
    const rows = { customer: [{ id: 1, datecreated: '2026-01-31T09:30:00Z' }] };
    await withEmulator(
      {
        seed: { tables: rows },
        timeZone: 'Europe/Berlin',
        dateFormat: 'D.M.YYYY',
        numberFormat: '1.000.000,00',
      },
      async (emulator) => {
        const query =
          "SELECT datecreated, TO_CHAR(datecreated, 'HH24:MI') AS at FROM customer WHERE datecreated > '30.1.2026'";

        expect(await firstRow(emulator, query)).toEqual({ datecreated: '31.1.2026', at: '10:30' });
        expect(emulator.environment().NETSUITE_TIME_ZONE).toBe('Europe/Berlin');
        expect(emulator.settings).toMatchObject({
          timeZone: 'Europe/Berlin',
          dateFormat: 'D.M.YYYY',
          numberFormat: '1.000.000,00',
        });
      },
    );
  });

  it.each([
    ['1,000,000.00', '1,234.50', '1,234.50'],
    ['1.000.000,00', '1.234,50', '1,234.50'],
    ["1'000'000.00", "1'234.50", '1,234.50'],
    ['1 000 000,00', '1 234,50', '1,234.50'],
  ] as const)(
    '%s decides what D and G of a number mask are, not a point and a comma',
    async (numberFormat, local, usual) => {
      await withEmulator({ seed: { tables: { currency: [{ id: 1 }] } }, numberFormat }, async (emulator) => {
        const quoted = local.replaceAll("'", "''");
        const statement =
          "SELECT TO_CHAR(1234.5, 'FM9G999D00') AS local, TO_CHAR(1234.5, 'FM9,999.00') AS usual, " +
          `TO_NUMBER('${quoted}', '9G999D99') AS back, id FROM currency`;

        expect(await firstRow(emulator, statement)).toEqual({ local, usual, back: '1234.5', id: '1' });
      });
    },
  );

  it.each([
    [{ today: '2026-02-30' }, "option today is '2026-02-30'. Give a day from 1980-01-01"],
    [{ today: '30.6.2026' }, "option today is '30.6.2026'"],
    [{ today: '1492-10-12' }, "option today is '1492-10-12'"],
    [
      { timeZone: 'Europe/Atlantis' },
      "option timeZone is 'Europe/Atlantis'. Give the IANA name of a time zone",
    ],
    [{ dateFormat: 'YY' }, "option dateFormat is 'YY'. Give one of M/D/YYYY, "],
    [{ numberFormat: '1.0' }, "option numberFormat is '1.0'. Give one of 1,000,000.00 | "],
    [{ progress: 1 }, 'option progress is 1. Give a function.'],
    [{ credentials: { algorithm: 'RS256' } }, "option credentials.algorithm is 'RS256'. Give one of ES256, "],
    [{ credentials: { seed: 5 } }, 'option credentials is something else. Give an object with tba, oauth2'],
  ])('are refused where there are none such: %j', async (options, message) => {
    await expect(startEmulator({ rows: 100, ...options } as never)).rejects.toThrow(message);
  });
});
