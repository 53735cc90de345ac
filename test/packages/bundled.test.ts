import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../../scripts/packaging/packages.js';
import { mustSucceed } from '../../scripts/packaging/run-command.js';

const program = `
import { createClient } from ${JSON.stringify(join(repository, 'generated', 'netsuite', 'index.ts'))};

const query = { select: { name: true, symbol: true }, orderBy: { id: 'asc' }, take: 2 };

async function main() {
  const ns = createClient();
  const { text: statement } = await ns.currency.findMany(query).toSuiteQL();
  const rows = await ns.currency.findMany(query);
  await ns.$close();
  // Nothing listens there, but whether a socket is tried tells whether TLS was found.
  const environment = { ...process.env, NETSUITE_AUTH_TYPE: 'tba', NETSUITE_BASE_URL: 'https://127.0.0.1:1' };
  const secure = createClient({ environment, retry: { attempts: 1 } });
  const refused = await secure.currency.findMany(query).catch((error) => error);
  await secure.$close();
  console.log(JSON.stringify({ statement, rows, refused: refused.cause.code, made: 'require' in globalThis }));
}
main();
`;

const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

describe('a program that is bundled into one file, packages and all', () => {
  let directory: string;
  let emulator: Emulator;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'suitewright-bundled-'));
    emulator = await startEmulator({
      seed: {
        tables: {
          currency: [
            { id: 1, name: 'US Dollar', symbol: 'USD' },
            { id: 2, name: 'Euro', symbol: 'EUR' },
          ],
        },
      },
    });
    await writeFile(join(directory, 'main.ts'), program);
  });
  afterAll(async () => {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  });

  it.each<{
    readonly as: string;
    readonly file: string;
    readonly options: BuildOptions;
    readonly made: boolean;
  }>([
    { as: 'an ES module', file: 'main.mjs', options: { format: 'esm' }, made: true },
    { as: 'CommonJS', file: 'main.cjs', options: { format: 'cjs' }, made: false },
    {
      as: 'a module with a banner',
      file: 'banner.mjs',
      options: { format: 'esm', banner: { js: banner } },
      made: false,
    },
  ])(
    'runs as $as over HTTP and TLS, with a global require: $made',
    async ({ file, options, made }) => {
      const { warnings } = await build({
        entryPoints: [join(directory, 'main.ts')],
        outfile: join(directory, file),
        bundle: true,
        platform: 'node',
        target: 'node20',
        conditions: ['@suitewright/source'],
        logLevel: 'silent',
        ...options,
      });
      expect(warnings).toEqual([]);
      const printed = await mustSucceed({
        program: process.execPath,
        arguments: [join(directory, file)],
        directory,
        environment: emulator.environment(),
      });
      expect(JSON.parse(printed)).toEqual({
        statement:
          'SELECT t0.name AS c0, t0.symbol AS c1 FROM currency t0 ORDER BY t0.id ASC FETCH FIRST 2 ROWS ONLY',
        rows: [
          { name: 'US Dollar', symbol: 'USD' },
          { name: 'Euro', symbol: 'EUR' },
        ],
        refused: 'ECONNREFUSED',
        made,
      });
    },
    120_000,
  );
});
