import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run-node.js';

export const repository = fileURLToPath(new URL('../', import.meta.url));

/**
 * Puts the program into a folder in which it finds generated code where the repository has it.
 *
 * @returns The folder for the generated code.
 */
export async function layOut(folder: string): Promise<string> {
  await mkdir(join(folder, 'demo'));
  for (const file of ['program.ts', 'show.ts']) {
    await copyFile(join(repository, 'demo', file), join(folder, 'demo', file));
  }
  const configuration = {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true },
    include: ['demo', 'generated'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  return join(folder, 'generated', 'netsuite');
}

/** Runs the program; what it prints is printed. */
export async function runProgram(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await runNode(['--import', 'tsx', '--conditions=@suitewright/source', join(folder, 'demo', 'program.ts')], {
    ...process.env,
    ...environment,
  });
}
