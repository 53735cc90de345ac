import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { type FileSearch, findFiles, type SourceText } from '@suitewright/generator';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from './file-problem.js';
import { decodeText } from './read-text.js';

/**
 * The files that paths name, and those in the folders that they name; each once.
 *
 * @param paths None: the working directory.
 * @throws {CommandError} One cannot be read.
 */
export async function readSources(
  paths: readonly string[],
  search: FileSearch,
): Promise<readonly SourceText[]> {
  const found = await Promise.all(
    (paths.length === 0 ? ['.'] : paths).map((path) => reading(path, () => findFiles(path, search))),
  );
  const files = [...new Set(found.flat())];
  return Promise.all(
    files.map(async (file) => {
      const bytes = await reading(file, () => readFile(file));
      return { path: file.split(sep).join('/'), text: decodeText(bytes, file) };
    }),
  );
}

async function reading<Content>(path: string, read: () => Promise<Content>): Promise<Content> {
  try {
    return await read();
  } catch (error) {
    if (!isFileError(error)) throw error;
    const message =
      error.code === 'ENOENT'
        ? `There is no ${error.path ?? path}. Check the path.`
        : `${error.path ?? path} cannot be read: ${describeFileProblem(error)}. Check the path and its permissions.`;
    throw new CommandError(message, { cause: error });
  }
}
