import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WriteError } from './write-error.js';

/** A folder beside the output folder, in which a change of it is prepared. */
export interface Staging {
  readonly path: string;
  /** Files that are to be moved in. */
  readonly incoming: string;
  /** Files as they were. */
  readonly previous: string;
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
const ownerName = 'process.json';
const journalName = 'journal.json';
const changing = new Set<string>();

/**
 * Takes the right to change a folder. Give it back with `release`.
 *
 * @throws {WriteError} Someone else has it.
 */
export async function claim(folder: string): Promise<Staging> {
  const staging = stagingOf(folder);
  if (changing.has(folder)) throw inProgress(folder);
  changing.add(folder);
  try {
    if (await isOwned(staging)) throw inProgress(folder);
    return staging;
  } catch (error) {
    changing.delete(folder);
    throw error;
  }
}

export async function release(folder: string, staging: Staging): Promise<void> {
  try {
    await closeStaging(staging);
  } finally {
    changing.delete(folder);
  }
}

/** Makes the staging folder, marked as this process's. */
export async function openStaging(staging: Staging): Promise<void> {
  await closeStaging(staging);
  await mkdir(staging.path, { recursive: true });
  await writeFile(join(staging.path, ownerName), JSON.stringify({ process: process.pid }));
  await mkdir(staging.incoming);
  await mkdir(staging.previous);
}

export async function closeStaging(staging: Staging): Promise<void> {
  await rm(staging.path, { recursive: true, force: true });
}

/** From now on the change counts as begun. */
export async function writeJournal(staging: Staging, journal: Journal): Promise<void> {
  const draft = join(staging.path, `${journalName}.draft`);
  await writeFile(draft, JSON.stringify(journal));
  await rename(draft, join(staging.path, journalName));
}

/** The journal of a change that was begun and not completed; null: there is none. */
export async function readJournal(staging: Staging): Promise<Journal | null> {
  const text = await textOf(join(staging.path, journalName));
  // It was written by `writeJournal`, whole.
  return text === null ? null : (JSON.parse(text) as Journal);
}

async function isOwned(staging: Staging): Promise<boolean> {
  const path = join(staging.path, ownerName);
  const text = await textOf(path);
  const owner = /"process":(\d+)/.exec(text ?? '')?.[1];
  if (owner === undefined || Number(owner) === process.pid) return false;
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs < longestChangeMs && isAlive(Number(owner));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function inProgress(folder: string): WriteError {
  return new WriteError(
    `Another process is writing generated files to ${folder}. Nothing was written. Wait for it, then run this again.`,
    { code: 'WRITE_IN_PROGRESS', path: folder },
  );
}
