import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from './file-problem.js';

/**
 * Writes a file whole or not at all, in place of one that is there, whose owner and rights it keeps. Folders on the way to
 * it are made; where a link stands, the file that it leads to is written.
 *
 * @param newMode Who may do what with a new file. Default 0o666 less umask.
 * @throws {CommandError} It cannot be written.
 */
export async function writeWhole(file: string, content: string | Uint8Array, newMode = 0o666): Promise<void> {
  try {
    await replace(await targetOf(file), content, newMode);
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new CommandError(
      `${file} cannot be written: ${describeFileProblem(error)}. Check the path, its permissions and the free space.`,
      { cause: error },
    );
  }
}

async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (!isFileError(error) || error.code !== 'ENOENT') throw error;
  }
  const isThere = await lstat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return file;
  throw new CommandError(
    `${file} is a link to a file that does not exist. Delete the link, or make that file.`,
  );
}

async function replace(file: string, content: string | Uint8Array, newMode: number): Promise<void> {
  const folder = dirname(file);
  const unfinished = join(folder, `.${basename(file)}.${randomUUID()}`);
  const before = await statOf(file);
  if (before !== null && !before.isFile()) {
    throw new CommandError(`${file} is not a file that can be written. Choose another path.`);
  }
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(unfinished, content, { mode: newMode, flag: 'wx' });
    if (before !== null) {
      // Another owner is only root's to give; the file keeps its rights either way.
      await chown(unfinished, before.uid, before.gid).catch(() => undefined);
      await chmod(unfinished, before.mode & 0o7777);
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function statOf(file: string): Promise<Stats | null> {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
