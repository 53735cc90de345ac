import { readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import type { QuerySource } from '../queries/query-source.js';
import { findFiles } from './find-files.js';

/**
 * Reads the `.suiteql` files of a folder and the folders in it, as `findFiles` finds them.
 *
 * @param directory The folder, or one file.
 * @throws {Error} It cannot be read: the operating system's error.
 */
export async function readQueryFiles(directory: string): Promise<readonly QuerySource[]> {
  const files = await findFiles(directory, ['.suiteql']);
  return Promise.all(
    files.map(async (file) => ({
      path: withSlashes(file),
      name: file === directory ? basename(file) : withSlashes(relative(directory, file)),
      text: await readFile(file, 'utf8'),
    })),
  );
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
