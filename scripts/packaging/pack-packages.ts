import { cp, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cleanWorkspace } from './clean-workspace.js';
import { packageFolders } from './packages.js';
import { mustSucceed } from './run-command.js';

/** A packed package. */
export interface Tarball {
  readonly name: string;
  readonly path: string;
}

/**
 * Builds what is published, from a clean copy of the sources.
 *
 * @param destination The folder for the tarballs; made where it is missing.
 */
export async function packPackages(destination: string): Promise<readonly Tarball[]> {
  await mkdir(destination, { recursive: true });
  await using workspace = await cleanWorkspace();
  const { directory } = workspace;
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  await mustSucceed({
    program: process.execPath,
    arguments: [compiler, '--build', ...packageFolders.map((folder) => join('packages', folder))],
    directory,
  });
  await cp(join(directory, 'templates'), join(directory, 'packages', 'generator', 'templates'), {
    recursive: true,
  });
  const tarballs: Tarball[] = [];
  for (const folder of packageFolders)
    tarballs.push(await pack(join(directory, 'packages', folder), destination));
  return tarballs;
}

async function pack(directory: string, destination: string): Promise<Tarball> {
  await cp(join(directory, '..', '..', 'LICENSE'), join(directory, 'LICENSE'));
  const output = await mustSucceed({
    program: 'npm',
    arguments: ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination],
    directory,
  });
  // A workspace package: it has a name. `npm pack` prints the file's name last.
  const { name } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as {
    readonly name: string;
  };
  return { name, path: join(destination, output.trim().split('\n').at(-1) ?? '') };
}
