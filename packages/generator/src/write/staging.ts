import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { WriteError } from './write-error.js';

/** A folder beside the output folder, in which a change of it is prepared. */
export interface Staging {
  readonly path: string;
  /** Files that are to be moved in. */
  readonly incoming: string;
  /** Files as they were. */
  readonly previous: string;
}

/** The right of this call to change a folder. */
export interface Claim {
  readonly staging: Staging;
  readonly token: string;
}

/** What a change does to a folder, by file name: all that is needed to undo it. */
export interface Journal {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
}

/** On the same file system as the folder, so that files can be moved, and out of the way of its globs. */
export function stagingOf(folder: string): Staging {
  const path = join(dirname(folder), `.${basename(folder)}.suitewright`);
  return { path, incoming: join(path, 'incoming'), previous: join(path, 'previous') };
}

/** No change takes longer; after that, the process that left its mark is gone, whoever has its number now. */
const longestChangeMs = 10 * 60 * 1000;
/** How long a file may stay empty between its creation and its first byte. */
const longestCreationMs = 10 * 1000;
/** How exactly a process knows its own start: the clock may have been set meanwhile. */
const startToleranceMs = 5000;

const journalName = 'journal.json';
const firstOwner = 'process.json';

const fileName = z.string().regex(/^\w[\w.-]*\.ts$/i);
const journalSchema: z.ZodType<Journal> = z.object({
  added: z.array(fileName),
  replaced: z.array(fileName),
  removed: z.array(fileName),
});

const ownerSchema = z.object({
  process: z.number().int().positive(),
  /** When the process started, in milliseconds. */
  started: z.number().optional(),
  host: z.string().optional(),
  token: z.string().optional(),
});

/** Whoever has the right to change the folder, or had it when its process died. */
interface Owner {
  /** Who takes over from this owner makes a file of this name; of several, one succeeds. */
  readonly successor: string;
  readonly token: string | null;
  readonly isGone: boolean;
}

/**
 * Takes the right to change a folder. Give it back with `release`.
 *
 * Each owner is a file that only one process can create: the first `process.json`, the one that takes over from a dead
 * owner `after-<its token>.json`. The last in this chain owns the folder.
 *
 * @throws {WriteError} Someone else has it.
 */
export async function claim(folder: string): Promise<Claim> {
  const staging = stagingOf(folder);
  const token = randomUUID();
  while (true) {
    await makeFolder(staging.path);
    const last = await lastOwner(staging);
    if (last !== null && !last.isGone) throw inProgress(folder);
    const created = await createOwner(join(staging.path, last?.successor ?? firstOwner), token);
    if (created && (await isOwner({ staging, token }))) return { staging, token };
  }
}

/** Whether the right is still this call's: a process that was halted for long may have lost it. */
async function isOwner({ staging, token }: Claim): Promise<boolean> {
  return (await lastOwner(staging))?.token === token;
}

/** @throws {WriteError} The right has been lost. */
export async function requireOwner(claimed: Claim, folder: string): Promise<void> {
  if (!(await isOwner(claimed))) throw inProgress(folder);
}

/** The staging folder goes away as a whole, so that nobody finds half of it. */
export async function release(claimed: Claim): Promise<void> {
  if (!(await isOwner(claimed))) return;
  const { path } = claimed.staging;
  const prefix = `${basename(path)}-released-`;
  await rename(path, join(dirname(path), `${prefix}${claimed.token}`));
  // Those of processes that died here, too.
  const released = (await readdir(dirname(path))).filter((name) => name.startsWith(prefix));
  await Promise.all(released.map((name) => rm(join(dirname(path), name), { recursive: true, force: true })));
}

/** Empties the staging folder for a change. */
export async function openStaging({ path, incoming, previous }: Staging): Promise<void> {
  await rm(join(path, journalName), { force: true });
  for (const folder of [incoming, previous]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
  }
}

/** From now on the change counts as begun. */
export async function writeJournal(staging: Staging, journal: Journal): Promise<void> {
  const draft = join(staging.path, `${journalName}.draft`);
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(journal), { flag: 'wx' });
  await rename(draft, join(staging.path, journalName));
}

/**
 * The journal of a change that was begun and not completed; null: there is none.
 *
 * @throws {WriteError} It is not one that `writeJournal` wrote.
 */
export async function readJournal(staging: Staging): Promise<Journal | null> {
  const path = join(staging.path, journalName);
  const text = await ownText(path);
  if (text === null) return null;
  const parsed = journalSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw foreign(path, 'it names more than files of the output folder', staging);
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const found = await lstat(path).catch(() => null);
    if (found === null || found.isDirectory()) return;
    throw new WriteError(
      `${path} is not a folder, and suitewright prepares its files there. ` +
        'Nothing was written. Move it elsewhere, then run this again.',
      { code: 'WRITE_FOREIGN_FILE', path },
    );
  }
}

/** @returns False: someone else was faster, or the folder has gone. */
async function createOwner(path: string, token: string): Promise<boolean> {
  const owner = { process: process.pid, started: processStart(), host: hostname(), token };
  try {
    await writeFile(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

async function lastOwner(staging: Staging): Promise<Owner | null> {
  let last: Owner | null = null;
  const names = new Set<string>();
  for (let name = firstOwner; ; name = last.successor) {
    if (names.has(name)) throw foreign(join(staging.path, name), 'it follows itself', staging);
    names.add(name);
    const owner = await readOwner(join(staging.path, name), name);
    if (owner === null) return last;
    last = owner;
  }
}

async function readOwner(path: string, name: string): Promise<Owner | null> {
  const text = await ownText(path);
  if (text === null) return null;
  const ageMs =
    Date.now() -
    (await lstat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    ));
  const parsed = ownerSchema.safeParse(parseJson(text));
  const nameless = `after-${name}`;
  if (!parsed.success) return { successor: nameless, token: null, isGone: ageMs > longestCreationMs };
  const { token = null } = parsed.data;
  const hasPlainToken = token !== null && /^[\w-]{1,64}$/.test(token);
  return {
    successor: hasPlainToken ? `after-${token}.json` : nameless,
    token,
    isGone: ageMs > longestChangeMs || !isRunning(parsed.data),
  };
}

function isRunning({ process: id, started, host }: z.infer<typeof ownerSchema>): boolean {
  // What runs on another machine cannot be asked.
  if (host !== undefined && host !== hostname()) return true;
  if (id === process.pid) {
    return started === undefined || Math.abs(started - processStart()) < startToleranceMs;
  }
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function processStart(): number {
  return Math.round(Date.now() - process.uptime() * 1000);
}

/** The text of a file, no link followed; null: there is none. */
async function ownText(path: string): Promise<string | null> {
  try {
    if (!(await lstat(path)).isFile()) return '';
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function foreign(path: string, reason: string, staging: Staging): WriteError {
  return new WriteError(
    `${path} was not written by suitewright: ${reason}. ` +
      `Nothing was written. Check where ${staging.path} comes from, delete it, then run this again.`,
    { code: 'WRITE_FOREIGN_FILE', path },
  );
}

function inProgress(folder: string): WriteError {
  return new WriteError(
    `Another process is writing generated files to ${folder}. Nothing was written. Wait for it, then run this again.`,
    { code: 'WRITE_IN_PROGRESS', path: folder },
  );
}
