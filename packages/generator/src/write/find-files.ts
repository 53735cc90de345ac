import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of a folder and the folders in it whose names end so, in the order of their paths. Left
 * out are `node_modules`, folders whose name begins with a dot, and folders with a package.json of
 * their own, which are other projects.
 *
 * @param path The folder, or a file, which is given back whatever its name.
 * @throws {Error} It cannot be read: the operating system's error.
 */
export async function findFiles(path: string, endings: readonly string[]): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  return (await filesOf(path, endings)).toSorted();
}

async function filesOf(directory: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(directory, entry.name);
      if (entry.isFile()) return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      return (await isProject(path)) ? [] : filesOf(path, endings);
    }),
  );
  return found.flat();
}

async function isProject(directory: string): Promise<boolean> {
  return stat(join(directory, 'package.json')).then(
    (found) => found.isFile(),
    () => false,
  );
}
