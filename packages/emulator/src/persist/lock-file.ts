import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PersistError } from './persist-error.js';

/** Locks of this process, so that one of an earlier process that had the same number is not taken for one of them. */
const held = new Set<string>();

/**
 * Makes this process the only one that uses a file, until the result is called. A lock whose process is gone counts
 * for nothing.
 *
 * @throws {PersistError} Another emulator uses the file.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.pid`;
  if (!tryLock(lock)) {
    const owner = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
    if (held.has(lock) || (owner !== process.pid && isRunning(owner))) {
      throw new PersistError(
        file,
        `is in use by another emulator (process ${owner}). End that one, or name another file; ` +
          `if process ${owner} is no emulator, delete ${lock}.`,
      );
    }
    rmSync(lock, { force: true });
    if (!tryLock(lock)) throw new PersistError(file, 'is in use by another emulator. Name another file.');
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
