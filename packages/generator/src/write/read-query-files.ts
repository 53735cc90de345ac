import { readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import type { QuerySource } from '../queries/query-source.js';
import { findFiles } from './find-files.js';

/**
 * Reads the `.suiteql` files of a folder and the folders in it, as `findFiles` finds them.
 *
 * @param directory The folder, or one file.
 * @param ignore Patterns of what to leave out, as `findFiles` takes them. Default: none.
 * @throws {Error} It cannot be read: the operating system's error.
 */
export async function readQueryFiles(
  directory: string,
  ignore: readonly string[] = [],
): Promise<readonly QuerySource[]> {
  const files = await findFiles(directory, { endings: ['.suiteql'], ignore });
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
