import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many lines some files of a folder have. */
export async function countLines(directory: string, names: readonly string[]): Promise<number> {
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return texts.reduce((lines, text) => lines + text.split('\n').length - 1, 0);
}
