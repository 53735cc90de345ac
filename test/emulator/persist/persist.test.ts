import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type EmulatorOptions, PersistError, startEmulator } from '@suitewright/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suitewright-test-'));
  file = join(folder, 'shop.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const seed = {
  custom: { customrecord_machine: { columns: { custrecord_serial: 'text' } } },
  tables: {
    subsidiary: [{ id: 1, name: 'Acme Inc.', currency: 1 }],
    currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
    customer: [{ id: 7, companyname: 'Acme', datecreated: '2026-01-31T09:30:00' }],
    customrecord_machine: [{ id: 1, name: 'One', custrecord_serial: 'S-1' }],
  },
};
const kept = (options: EmulatorOptions = {}): Promise<Emulator> =>
  startEmulator({ seed, persist: file, ...options });

const json = { 'content-type': 'application/json' };

async function create(emulator: Emulator, record: string, body: object): Promise<string> {
  const response = await call(emulator, `/services/rest/record/v1/${record}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(204);
  return (response.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

async function read(emulator: Emulator, path: string): Promise<unknown> {
  return (await call(emulator, `/services/rest/record/v1/${path}`)).json();
}

async function rows(emulator: Emulator, statement: string): Promise<unknown> {
  const { items } = (await (await query(emulator, statement)).json()) as { items: Record<string, unknown>[] };
  return items.map(({ links: _, ...row }) => row);
}

const names = 'SELECT id, companyname FROM customer ORDER BY id';

describe('an emulator with a file', () => {
  it("has after a restart what was created, changed and deleted over REST, and the seed's own definitions", async () => {
    const first = await kept();
    const id = await create(first, 'customer', {
      companyName: 'Blå & Søn',
      subsidiary: { id: '1' },
      // No column of a table that SuiteQL shows.
      globalSubscriptionStatus: { id: '1' },
      creditLimit: 1234.5,
    });
    const gone = await create(first, 'customer', { companyName: 'Gone', subsidiary: { id: '1' } });
    await call(first, '/services/rest/record/v1/customer/7', {
      method: 'PATCH',
      headers: json,
      body: JSON.stringify({ companyName: "Acme's" }),
    });
    await call(first, `/services/rest/record/v1/customer/${gone}`, { method: 'DELETE' });
    const whole = await read(first, `customer/${id}`);
    const before = await rows(first, names);
    await first.close();

    // The file's rows, whatever else would fill a new one.
    await using second = await startEmulator({ persist: file, rows: 100, port: first.port });
    expect(before).toEqual([
      { id: '7', companyname: "Acme's" },
      { id, companyname: 'Blå & Søn' },
    ]);
    expect(await rows(second, names)).toEqual(before);
    expect(await read(second, `customer/${id}`)).toEqual(whole);
    expect(await rows(second, 'SELECT custrecord_serial FROM customrecord_machine')).toEqual([
      { custrecord_serial: 'S-1' },
    ]);
    const next = await create(second, 'customer', { companyName: 'Next', subsidiary: { id: '1' } });
    expect(Number(next)).toBeGreaterThan(Number(gone));
  });

  it('opens after a kill at any byte of the log, with every write before it', async () => {
    const first = await kept();
    const sizes: number[] = [];
    for (const companyName of ['A', 'B', 'C']) {
      await create(first, 'customer', { companyName, subsidiary: { id: '1' } });
      sizes.push((await readFile(`${file}.log`)).length);
    }
    await first.close();
    const image = await readFile(file);
    const log = await readFile(`${file}.log`);
    const header = log.indexOf('\n') + 1;
    for (const [bytes, count] of [
      [0, 1],
      [header - 1, 1],
      [header, 1],
      [header + 40, 1],
      [sizes[0] ?? 0, 2],
      [(sizes[1] ?? 0) - 1, 3],
      [log.length, 4],
    ] as const) {
      await writeFile(file, image);
      await writeFile(`${file}.log`, log);
      await truncate(`${file}.log`, bytes);
      // What a process that was killed while it wrote an image, or while SQLite read one, leaves.
      await writeFile(`${file}.new`, 'half');
      await writeFile(`${file}.pid`, '999999999');
      const second = await kept();
      const found = (await rows(second, names)) as unknown[];
      // A create is two entries where the record has values that its table has no column for.
      expect(found.length, `${bytes} bytes`).toBeGreaterThanOrEqual(count);
      const added = await create(second, 'customer', { companyName: 'D', subsidiary: { id: '1' } });
      await second.close();
      await using third = await kept();
      expect(await rows(third, `SELECT companyname FROM customer WHERE id = ${added}`)).toEqual([
        { companyname: 'D' },
      ]);
    }
  });

  it('keeps the demo data, and the time zone of its moments', async () => {
    const first = await startEmulator({
      persist: file,
      rows: 100,
      timeZone: 'Europe/Berlin',
      today: '2025-05-05',
    });
    const statement =
      "SELECT COUNT(*) AS n, TO_CHAR(MAX(lastmodifieddate), 'YYYY-MM-DD HH24:MI') AS latest FROM transaction";
    const before = await rows(first, statement);
    await first.close();
    await using second = await startEmulator({ persist: file });

    expect(second.settings.timeZone).toBe('Europe/Berlin');
    expect(await rows(second, statement)).toEqual(before);
  });

  it.each<[string, (path: string) => Promise<unknown>, EmulatorOptions, RegExp]>([
    [
      'of another account',
      () => kept().then((emulator) => emulator.close()),
      { account: '1234567_SB1' },
      /holds the data of the account TSTDRV1234567, not of 1234567_SB1\. Name another file, or serve TSTDRV1234567\.$/,
    ],
    [
      'of another time zone',
      () => kept().then((emulator) => emulator.close()),
      { timeZone: 'Europe/Berlin' },
      /holds data of the time zone America\/Los_Angeles, not of Europe\/Berlin\./,
    ],
    [
      'of some other program',
      (path) => writeFile(path, 'name,amount\n'),
      {},
      /is not a file that the emulator wrote, so it was left alone\. Name another one\.$/,
    ],
    [
      'that is damaged',
      (path) =>
        kept()
          .then((emulator) => emulator.close())
          .then(() => truncate(path, 9000)),
      {},
      /is damaged\. Name another file, or delete it to start anew\.$/,
    ],
  ])('refuses a file %s, and leaves it as it is', async (_, prepare, options, message) => {
    await prepare(file);
    const before = await readFile(file);
    const refusal = await kept(options).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(PersistError);
    expect((refusal as Error).message).toMatch(message);
    expect((refusal as Error).message.startsWith(file)).toBe(true);
    expect(await readFile(file)).toEqual(before);
    await expect(readFile(`${file}.pid`)).rejects.toThrow('ENOENT');
  });

  it('refuses a folder, and a file in a folder that is not there', async () => {
    await expect(kept({ persist: folder })).rejects.toThrow(/cannot keep the data: it is a folder/);
    await expect(kept({ persist: join(folder, 'a', 'b') })).rejects.toThrow(/its folder is not there/);
  });

  it('refuses a file that another emulator uses, and takes it once that has ended', async () => {
    const first = await kept();
    await expect(kept()).rejects.toThrow(
      /is in use by another emulator \(process \d+\)\. End that one, or name another file/,
    );
    await first.close();
    await using second = await kept();
    expect(await rows(second, names)).toHaveLength(1);
  });

  it('gives the file back where it does not start', async () => {
    const taken = await startEmulator({ seed });
    await expect(kept({ port: taken.port })).rejects.toThrow('EADDRINUSE');
    await taken.close();
    await using next = await kept();
    expect(await rows(next, names)).toHaveLength(1);
  });
});
