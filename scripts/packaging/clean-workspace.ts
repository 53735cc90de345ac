import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packageFolders, repository } from './packages.js';

/** A copy of the sources, in which building leaves the checkout alone and finds nothing left over. */
export interface CleanWorkspace extends AsyncDisposable {
  readonly directory: string;
}

/** Makes the copy; it is deleted when it is disposed of. */
export async function cleanWorkspace(): Promise<CleanWorkspace> {
  const directory = await mkdtemp(join(tmpdir(), 'suitewright-build-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    await copySources(directory);
    await linkDependencies(directory);
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, [Symbol.asyncDispose]: remove };
}

async function copySources(directory: string): Promise<void> {
  const files = ['LICENSE', 'package.json', 'tsconfig.base.json', 'tsconfig.package.json', 'templates'];
  for (const file of files) await cp(join(repository, file), join(directory, file), { recursive: true });
  const leftOver = new Set(['node_modules', 'dist']);
  await cp(join(repository, 'packages'), join(directory, 'packages'), {
    recursive: true,
    filter: (path) => !leftOver.has(basename(path)),
  });
}

/** The dependencies of the checkout, but the copy's own packages. */
async function linkDependencies(directory: string): Promise<void> {
  await linkEntries(join(repository, 'node_modules'), join(directory, 'node_modules'), [
    '@suitewright',
    'suitewright',
  ]);
  await mkdir(join(directory, 'node_modules', '@suitewright'));
  for (const folder of packageFolders) {
    const own = join(directory, 'packages', folder);
    if (folder !== 'cli') await link(own, join(directory, 'node_modules', '@suitewright', folder));
    await linkEntries(join(repository, 'packages', folder, 'node_modules'), join(own, 'node_modules'), []);
  }
}

async function linkEntries(from: string, to: string, except: readonly string[]): Promise<void> {
  const names = await readdir(from).catch(() => []);
  if (names.length === 0) return;
  await mkdir(to);
  for (const name of names) if (!except.includes(name)) await link(join(from, name), join(to, name));
}

/** A junction is what Windows lets every user make. */
async function link(target: string, path: string): Promise<void> {
  await symlink(target, path, 'junction');
}
