import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreFailedError, type StoreOperation } from '../errors/store-failed-error.js';
import { isPlainObject } from '../show-value.js';
import { fingerprint } from './fingerprint.js';

export type TokenFileContent = Readonly<Record<string, unknown>>;

/** A lock that has not changed hands for so long is left from a process that is gone; it is held for milliseconds. */
const staleAfterMs = 5000;
const longestWaitMs = 8000;
/** Breaking a lock takes milliseconds: who has not done it after so long is gone as well. */
const claimMs = 1000;

/** Who waits for a file in this process, by its path: they come one after the other. */
const queues = new Map<string, Promise<unknown>>();

/**
 * What a file of tokens holds; nothing where there is no such file.
 *
 * @throws {StoreFailedError} It cannot be read, or holds something else.
 */
export async function readTokenFile(path: string, operation: StoreOperation): Promise<TokenFileContent> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw fileFailure(path, operation, `cannot be read (${codeOf(error)})`, 'Check its permissions.');
  }
  const content = parsedObject(text);
  if (content !== null) return content;
  throw fileFailure(
    path,
    operation,
    'does not hold tokens',
    'It was left as it is: move it away, and sign in again where it held a login.',
  );
}

/**
 * Replaces what a file of tokens holds, one change after the other, whichever process makes it.
 *
 * @param change Gives null where the file is to be removed, and its argument where nothing changes.
 * @throws {StoreFailedError} The file cannot be read or written; it is as before.
 */
export async function changeTokenFile(
  path: string,
  operation: StoreOperation,
  change: (content: TokenFileContent) => TokenFileContent | null,
): Promise<void> {
  const file = resolve(path);
  const previous = queues.get(file) ?? Promise.resolve();
  const turn = previous.catch(() => {}).then(() => changeLocked(file, operation, change));
  queues.set(file, turn);
  try {
    await turn;
  } catch (error) {
    if (error instanceof StoreFailedError) throw error;
    throw fileFailure(file, operation, `cannot be written (${codeOf(error)})`, 'Check its folder.');
  } finally {
    if (queues.get(file) === turn) queues.delete(file);
  }
}

async function changeLocked(
  file: string,
  operation: StoreOperation,
  change: (content: TokenFileContent) => TokenFileContent | null,
): Promise<void> {
  const folder = dirname(file);
  const created = await mkdir(folder, { recursive: true, mode: 0o700 });
  // The mode that mkdir is given is narrowed by the umask.
  if (created !== undefined) await chmod(folder, 0o700);
  const lock = `${file}.lock`;
  const holder = await takeLock(lock, file, operation);
  try {
    await removeLeftovers(file);
    const content = await readTokenFile(file, operation);
    const changed = change(content);
    if (changed === null) await rm(file, { force: true });
    else if (changed !== content) await replaceFile(file, JSON.stringify(changed), { lock, holder });
  } finally {
    if ((await holderOf(lock)) === holder) await rm(lock, { force: true });
  }
}

/** Written beside and renamed, so that no process ever reads half of it. */
async function replaceFile(
  file: string,
  text: string,
  { lock, holder }: { readonly lock: string; readonly holder: string },
): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.chmod(0o600);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A process that was stopped for so long that its lock was broken must not undo what came since.
    if ((await holderOf(lock)) !== holder) throw Object.assign(new Error(), { code: 'lock lost' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Takes the lock, and gives what stands in it. */
async function takeLock(lock: string, file: string, operation: StoreOperation): Promise<string> {
  const holder = JSON.stringify({ process: process.pid, host: hostname(), id: randomUUID() });
  const startMs = performance.now();
  let seen: string | null = null;
  let seenAtMs = startMs;
  for (;;) {
    try {
      await writeFile(lock, holder, { flag: 'wx', mode: 0o600 });
      return holder;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const other = await holderOf(lock);
    const nowMs = performance.now();
    if (other !== seen) seenAtMs = nowMs;
    seen = other;
    if (other !== null && (isGone(other) || nowMs - seenAtMs > staleAfterMs)) {
      await breakLock(lock, other, nowMs - seenAtMs > staleAfterMs + claimMs);
    } else if (nowMs - startMs > longestWaitMs) {
      throw fileFailure(
        file,
        operation,
        'is locked by other processes',
        `Try again; if no process uses it, remove ${lock}.`,
      );
    }
    await delay(2 + Math.random() * 10);
  }
}

/** Removes a lock that its holder will not: one process alone, so that none removes the lock of the next holder. */
async function breakLock(lock: string, holder: string, isClaimStale: boolean): Promise<void> {
  const claim = `${lock}.${fingerprint([holder])}`;
  try {
    await writeFile(claim, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isClaimStale) await rm(claim, { force: true });
    return;
  }
  if ((await holderOf(lock)) === holder) await rm(lock, { force: true });
  await rm(claim, { force: true });
}

/** What stands in a lock; null where nobody holds it. */
async function holderOf(lock: string): Promise<string | null> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the process that wrote a lock on this machine has ended. */
function isGone(holder: string): boolean {
  const { process: id, host } = parsedObject(holder) ?? {};
  if (typeof id !== 'number' || host !== hostname()) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Drafts are written under the lock: another one is left from a process that was killed. */
async function removeLeftovers(file: string): Promise<void> {
  const prefix = `${basename(file)}.`;
  const isDraft = (name: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(name);
  for (const name of await readdir(dirname(file))) {
    if (name.startsWith(prefix) && isDraft(name.slice(prefix.length))) {
      await rm(join(dirname(file), name), { force: true });
    }
  }
}

function parsedObject(text: string): TokenFileContent | null {
  try {
    const content: unknown = JSON.parse(text);
    return isPlainObject(content) ? content : null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Without the cause: its message may quote what the file holds. */
function fileFailure(
  path: string,
  operation: StoreOperation,
  what: string,
  advice: string,
): StoreFailedError {
  return new StoreFailedError(`The token file ${path} ${what}. ${advice}`, { store: 'token', operation });
}
