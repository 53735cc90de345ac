import { readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { EncodingError } from '../encoding-error.js';
import type { QuerySource } from '../queries/query-source.js';
import { findFiles } from './find-files.js';
import { utf8Text } from './utf8-text.js';

/**
 * Reads the `.suiteql` files of a folder and the folders in it, as `findFiles` finds them.
 *
 * @param directory The folder, or one file.
 * @param ignore Patterns of what to leave out, as `findFiles` takes them. Default: none.
 * @throws {EncodingError} A file is not in UTF-8.
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
      text: await textOf(file),
    })),
  );
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return utf8Text(bytes);
  } catch (cause) {
    throw new EncodingError(withSlashes(file), cause);
  }
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
