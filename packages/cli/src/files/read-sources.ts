import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { findFiles, type SourceText } from '@suitewright/generator';
import { CommandError } from '../command-error.js';

/**
 * The files that paths name, and those in the folders that they name; each once.
 *
 * @param paths None: the working directory.
 * @param endings What the names of files in folders end with.
 * @throws {CommandError} There is nothing at a path.
 */
export async function readSources(
  paths: readonly string[],
  endings: readonly string[],
): Promise<readonly SourceText[]> {
  const found = await Promise.all((paths.length === 0 ? ['.'] : paths).map((path) => filesAt(path, endings)));
  const files = [...new Set(found.flat())];
  return Promise.all(
    files.map(async (file) => ({ path: file.split(sep).join('/'), text: await readFile(file, 'utf8') })),
  );
}

async function filesAt(path: string, endings: readonly string[]): Promise<readonly string[]> {
  try {
    return await findFiles(path, endings);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CommandError(`There is no ${path}. Check the path.`, { cause: error });
    }
    throw error;
  }
}
