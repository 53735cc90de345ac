import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { mustSucceed } from '../../scripts/packaging/run-command.js';
import {
  type EmulatorProcess,
  removeFolder,
  runSuitewright,
  startEmulatorProcess,
  temporaryFolder,
} from '../cli/suitewright-process.js';
import { installPacked } from './install-packed.js';

const program = `
import { count, from } from '@suitewright/runtime';
import { createClient } from './netsuite/index.js';
import { customer } from './netsuite/tables.js';

await using ns = createClient();
const customers = await ns.customer.findMany({ select: { companyname: true }, take: 3 });
const all = await ns.$first(from(customer).select({ customers: count() }));
const named: readonly (string | null)[] = customers.map(({ companyname }) => companyname);
console.log(JSON.stringify({ named: named.length, counted: all === null ? null : all.customers > 3 }));
`;

const configuration = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: ['node'],
    rootDir: 'src',
    outDir: 'build',
  },
  include: ['src'],
};

describe('the packed packages, installed into an empty folder', () => {
  let directory: string;
  let bin: string;
  let emulator: EmulatorProcess;

  beforeAll(async () => {
    directory = await temporaryFolder();
    await installPacked(directory);
    bin = join(directory, 'node_modules', 'suitewright', 'bin', 'suitewright.js');
    emulator = await startEmulatorProcess(['--rows', '300'], { directory, bin });
  }, 180_000);

  afterAll(async () => {
    await emulator?.stop();
    await removeFolder(directory);
  });

  it('put the command where npx finds it', async () => {
    const output = await mustSucceed({
      program: 'npx',
      arguments: ['--offline', 'suitewright', '--version'],
      directory,
    });
    expect(output).toContain('0.1.0');
  });

  it('introspect and generate with their own templates, and the code compiles, runs and bundles on them', async () => {
    const introspected = await runSuitewright(['introspect', '--env', emulator.envFile], {
      directory,
      bin,
    });
    expect(introspected, introspected.stderr).toMatchObject({ exitCode: 0, stdout: '' });
    const generated = await runSuitewright(['generate'], { directory, bin });
    expect(generated, generated.stderr).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await readdir(join(directory, 'src', 'netsuite'))).toEqual(
      expect.arrayContaining(['customer.ts', 'enums.ts', 'index.ts', 'subrecords.ts', 'tables.ts']),
    );

    await writeFile(join(directory, 'src', 'main.ts'), program);
    await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration));
    await mustSucceed({
      program: process.execPath,
      arguments: [join(directory, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', directory],
      directory,
    });
    // Where no package is found: the bundle is complete.
    const bundle = join(await temporaryFolder(), 'main.mjs');
    onTestFinished(() => removeFolder(dirname(bundle)));
    await build({
      entryPoints: [join(directory, 'src', 'main.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'silent',
    });
    for (const file of [join('build', 'main.js'), bundle]) {
      const output = await mustSucceed({
        program: process.execPath,
        arguments: [`--env-file=${emulator.envFile}`, file],
        directory,
      });
      expect(JSON.parse(output)).toEqual({ named: 3, counted: true });
    }
  }, 180_000);
});
