import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import {
  type IntrospectionOptions,
  introspect,
  normalize,
  type RawMetadata,
  rawStore,
} from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import { parseSchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

async function introspected(emulator: Emulator, options: IntrospectionOptions = {}): Promise<RawMetadata> {
  await using connection = createConnection({ environment: emulator.environment() });
  return await introspect(connection, options);
}

/** Requests for metadata so far; sign-in does not count. */
function asked({ requests }: Emulator): number {
  return requests.byService.catalog + requests.byService.suiteql;
}

describe('introspecting an emulated account', () => {
  let emulator: Emulator;
  let raw: RawMetadata;
  let requests: number;

  beforeAll(async () => {
    emulator = await startEmulator({ rows: 100 });
    raw = await introspected(emulator);
    requests = asked(emulator);
  });

  afterAll(() => emulator.close());

  it('describes all of its records and tables, without a warning', () => {
    const document = normalize(raw);
    expect(raw.warnings).toEqual([]);
    expect(document.account.bindParameters).toBe(true);
    expect(document.records.salesorder).toMatchObject({
      restName: 'salesOrder',
      table: { name: 'transaction', discriminator: [{ column: 'type', value: 'SalesOrd' }] },
      fields: {
        tranDate: { type: { kind: 'date' } },
        entity: { type: { kind: 'reference', record: 'customer' } },
        item: { type: { kind: 'sublist', key: ['line'] } },
        custbody_channel: { type: { kind: 'reference', record: 'customlist_sales_channel' }, custom: true },
      },
    });
    expect(document.tables.transactionline?.columns).toMatchObject({
      transaction: { kind: 'ref:transaction' },
      custcol_color: { kind: 'ref:customlist_color', label: 'Color', custom: true, exposed: true },
    });
    expect(document.tables.customrecord_project_milestone).toMatchObject({
      label: 'Project Milestone',
      primaryKey: 'id',
      columns: { custrecord_milestone_order: { kind: 'ref:transaction' } },
    });
    expect(document.tables.transaction?.columns.createdfrom?.exposed).toBe(false);
  });

  it('gives a schema document that reads back the same, and the same one for the same account', async () => {
    const text = serializeSchemaDocument(normalize(raw));
    expect(parseSchemaDocument(text)).toEqual(normalize(raw));
    expect(serializeSchemaDocument(normalize(await introspected(emulator)))).toBe(text);
  });

  it('asks once for the index, each record, the targets and each table, and little else', () => {
    const tables = raw.tables?.size ?? 0;
    const customDefinitions = 6;
    const bindParameters = 1;
    const codeLists = 6;
    expect(emulator.requests.overLimit).toBe(0);
    expect(requests).toBe(1 + raw.records.size + 1 + tables + customDefinitions + bindParameters + codeLists);
  });

  it('goes on after a kill without asking for anything that it kept', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'suitewright-kill-'));
    try {
      const expected = serializeSchemaDocument(normalize(raw));
      for (const part of [0.1, 0.7]) {
        await killedAfter(emulator, directory, Math.round(requests * part));
      }
      const kept = await answers(directory);
      expect(kept).toBeGreaterThan(requests / 2);
      const before = asked(emulator);
      const resumed = await introspected(emulator, { rawStore: rawStore(directory) });
      expect(asked(emulator) - before).toBe(requests - kept);
      expect(serializeSchemaDocument(normalize(resumed))).toBe(expected);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }, 120_000);

  it("finds the definitions of a user's own seed", async () => {
    await using own = disposable(
      await startEmulator({
        seed: {
          tables: { customrecord_flight: [{ id: '1', name: 'OS 87', custrecord_pilot: null }] },
          custom: {
            customrecord_flight: {
              label: 'Flight',
              columns: { id: 'id', name: 'text', custrecord_pilot: 'ref:employee' },
            },
            customer: { columns: { custentity_territory: 'text' } },
          },
        },
      }),
    );
    const { records, tables } = normalize(
      await introspected(own.emulator, { include: ['customrecord_flight', 'customer', 'employee'] }),
    );
    expect(records.customrecord_flight).toMatchObject({
      label: 'Flight',
      custom: 'record',
      fields: { custrecord_pilot: { type: { kind: 'reference', record: 'employee' } } },
    });
    expect(tables.customrecord_flight?.columns.custrecord_pilot).toMatchObject({
      kind: 'ref:employee',
      custom: true,
    });
    expect(tables.customer?.columns.custentity_territory).toMatchObject({ kind: 'text', custom: true });
  });
});

function disposable(emulator: Emulator): AsyncDisposable & { readonly emulator: Emulator } {
  return { emulator, [Symbol.asyncDispose]: () => emulator.close() };
}

/** Introspects in a process of its own, and kills that when so many answers are kept. */
async function killedAfter(emulator: Emulator, directory: string, kept: number): Promise<void> {
  const program = fileURLToPath(new URL('introspect-program.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@suitewright/source', '--import', 'tsx', program, directory],
    { env: { ...process.env, ...emulator.environment() }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await answers(directory)) < kept) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill('SIGKILL');
  const [code, signal] = await ended;
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
}

async function answers(directory: string): Promise<number> {
  const files = await readdir(directory, { recursive: true });
  return files.filter((file) => file.startsWith('answers') && file.endsWith('.json')).length;
}
