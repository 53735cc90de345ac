import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { QuerySource } from '../queries/query-source.js';

/**
 * Reads the `.suiteql` files of a folder and the folders in it, sorted by path. Left out are
 * `node_modules`, folders whose name begins with a dot, and folders with a package.json of their own,
 * which are other projects.
 *
 * @param directory The folder, or one file.
 * @throws {Error} It cannot be read: the operating system's error.
 */
export async function readQueryFiles(directory: string): Promise<readonly QuerySource[]> {
  const isFile = (await stat(directory)).isFile();
  const files = isFile ? [directory] : await queryFiles(directory);
  const sources = await Promise.all(
    files.map(
      async (file): Promise<QuerySource> => ({
        path: withSlashes(file),
        name: isFile ? basename(file) : withSlashes(relative(directory, file)),
        text: await readFile(file, 'utf8'),
      }),
    ),
  );
  return sources.sort((left, right) => (left.name < right.name ? -1 : 1));
}

async function queryFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return isOfProject(entry.name) ? queryFilesOfFolder(path) : [];
      return entry.isFile() && entry.name.endsWith('.suiteql') ? [path] : [];
    }),
  );
  return found.flat();
}

async function queryFilesOfFolder(directory: string): Promise<readonly string[]> {
  const isProject = await stat(join(directory, 'package.json')).then(
    (found) => found.isFile(),
    () => false,
  );
  return isProject ? [] : queryFiles(directory);
}

function isOfProject(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
