import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, in place of one that is there. Folders on the way to it are made.
 *
 * @param mode Who may do what with it, also where the file that was there had other rights. Default 0o666 less umask.
 */
export async function writeWhole(file: string, text: string, mode = 0o666): Promise<void> {
  const folder = dirname(file);
  const unfinished = join(folder, `.${basename(file)}.${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(unfinished, text, { mode, flag: 'wx' });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
