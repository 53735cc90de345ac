/**
 * Packs the packages as they would be published, and has publint and attw look for what would break for
 * those who install them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages, type Tarball } from '../packaging/pack-packages.js';
import { repository } from '../packaging/packages.js';
import { runCommand } from '../packaging/run-command.js';

const checkers: readonly (readonly string[])[] = [
  ['node_modules/publint/src/cli.js', 'run', '--strict'],
  [
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    '--profile',
    'esm-only',
    '--no-definitely-typed',
    '--no-color',
  ],
];

const folder = await mkdtemp(join(tmpdir(), 'suitewright-packages-'));
try {
  for (const tarball of await packPackages(folder)) await check(tarball);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function check({ name, path }: Tarball): Promise<void> {
  for (const checker of checkers) {
    const { exitCode, output } = await runCommand({
      program: process.execPath,
      arguments: [...checker, path],
      directory: repository,
    });
    if (exitCode === 0) continue;
    console.error(`${name}:\n${output.trimEnd()}`);
    process.exitCode = 1;
  }
}
