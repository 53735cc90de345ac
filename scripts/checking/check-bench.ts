/**
 * Type-checks the bench. Its peers are installed beside it when they are not there yet, from its own lock file.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../packaging/packages.js';
import { type CommandOutcome, runCommand } from '../packaging/run-command.js';

const directory = join(repository, 'bench');

if (!existsSync(join(directory, 'node_modules', 'kysely'))) {
  report(await runCommand({ program: 'npm', arguments: ['ci', '--no-workspaces'], directory }));
}
report(
  await runCommand({
    program: process.execPath,
    arguments: ['node_modules/typescript/bin/tsc', '--project', 'bench'],
    directory: repository,
  }),
);

function report({ exitCode, output }: CommandOutcome): void {
  if (exitCode === 0) return;
  console.log(output.trimEnd());
  process.exit(1);
}
