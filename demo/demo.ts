/**
 * The whole way, on this machine: an emulated account is introspected, its client is generated and
 * type-checked, and a program that imports the client runs.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { generate, introspect, normalize } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import type { SchemaDocument } from '@suitewright/schema';
import { countLines } from './count-lines.js';
import { layOut, repository, runProgram } from './program-folder.js';
import { report, secondsSince } from './report.js';
import { compilerVersion, typeCheck } from './type-check.js';

const rows = 10_000;

console.log('\nSuitewright: from an account to a typed query\n');
const startedAt = performance.now();
// Inside the repository, so that the generated code finds @suitewright/runtime.
const parent = join(repository, '.suitewright');
await mkdir(parent, { recursive: true });
const folder = await mkdtemp(join(parent, 'demo-'));
try {
  const emulator = await report(
    () => startEmulator({ rows }),
    ({ account, url }) => `Emulator: account ${account}, about ${rows} transaction lines, at ${url}`,
  );
  try {
    await demonstrate(emulator);
  } finally {
    await emulator.close();
  }
  console.log(
    `${secondsSince(startedAt)}  All of it. Read demo/program.ts, and the client in generated/netsuite.\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function demonstrate(emulator: Emulator): Promise<void> {
  const schema = await report(
    () => introspectAccount(emulator),
    ({ records, tables }) =>
      `Introspected over OAuth 2.0: ${Object.keys(records).length} records, ` +
      `${Object.keys(tables).length} SuiteQL tables, ${emulator.requests.total} requests`,
  );
  const directory = await layOut(folder);
  const { written } = await report(
    () => generate(schema, { directory }),
    (result) => `Generated the client: ${result.written.length} files`,
  );
  const lines = await countLines(directory, written);
  await report(
    () => typeCheck(folder),
    () => `Type-checked its ${lines} lines, and demo/program.ts, with TypeScript ${compilerVersion}`,
  );
  const before = emulator.requests.total;
  console.log('\n         ───── demo/program.ts');
  await report(
    async () => {
      await runProgram(folder, emulator.environment('oauth2'));
      console.log('\n         ─────\n');
    },
    () => `Ran demo/program.ts: ${emulator.requests.total - before} requests`,
  );
}

async function introspectAccount(emulator: Emulator): Promise<SchemaDocument> {
  await using connection = createConnection({ environment: emulator.environment('oauth2') });
  return normalize(await introspect(connection, { timeZone: 'America/Los_Angeles' }));
}
