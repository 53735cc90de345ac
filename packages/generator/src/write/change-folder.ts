import { copyFile, link, lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EmittedFile } from '../emit/emit.js';
import { generatedMark } from '../generated-mark.js';
import { allSettled } from './all-settled.js';
import {
  type Claim,
  type Journal,
  openStaging,
  readJournal,
  requireOwner,
  type Staging,
  writeJournal,
} from './staging.js';

/** What is to become of a folder. */
export interface FolderChange {
  /** Files that are new, with their text. */
  readonly added: readonly EmittedFile[];
  /** Files with a new text. */
  readonly replaced: readonly EmittedFile[];
  readonly removed: readonly string[];
}

/**
 * Changes a folder as a whole; it is made where it is missing.
 *
 * The new files are written beside it first, since that is where writing fails; only then they are
 * moved in. A failure moves the previous ones back. Where the process dies in between,
 * `undoUnfinishedChange` finds the journal and does the same.
 */
export async function changeFolder(
  folder: string,
  { change, claimed }: { readonly change: FolderChange; readonly claimed: Claim },
): Promise<void> {
  const { staging } = claimed;
  const { added, replaced, removed } = change;
  const incoming = [...added, ...replaced];
  if (incoming.length === 0 && removed.length === 0) return;
  const made = await mkdir(folder, { recursive: true });
  const journal: Journal = { added: added.map(nameOf), replaced: replaced.map(nameOf), removed };
  try {
    await openStaging(staging);
    await allSettled(incoming.map(({ name, text }) => writeFile(join(staging.incoming, name), text)));
    await allSettled(
      [...journal.replaced, ...removed].map((name) => keep(join(folder, name), join(staging.previous, name))),
    );
    await requireOwner(claimed, folder);
    await moveIn(folder, { staging, journal, incoming });
  } catch (error) {
    if (made !== undefined) await removeEmptyFolders(folder, made);
    throw error;
  }
}

async function moveIn(
  folder: string,
  change: {
    readonly staging: Staging;
    readonly journal: Journal;
    readonly incoming: readonly EmittedFile[];
  },
): Promise<void> {
  const { staging, journal, incoming } = change;
  await writeJournal(staging, journal);
  try {
    // Removed first: on some file systems `Customer.ts` and `customer.ts` are one file.
    await allSettled(journal.removed.map((name) => rm(join(folder, name))));
    await allSettled(incoming.map(({ name }) => rename(join(staging.incoming, name), join(folder, name))));
  } catch (error) {
    await undoUnfinishedChange(folder, staging);
    throw error;
  }
}

/**
 * Gives a folder back the files that it had before a change that was begun and not completed. Only generated files are
 * removed or replaced, by generated ones alone.
 *
 * @throws {WriteError} The journal of the change is not one of ours.
 */
export async function undoUnfinishedChange(folder: string, staging: Staging): Promise<void> {
  const journal = await readJournal(staging);
  if (journal === null) return;
  if (!(await isFolder(staging.previous))) return;
  await allSettled(journal.added.map((name) => removeGenerated(join(folder, name))));
  const previous = [...journal.replaced, ...journal.removed];
  await allSettled(previous.map((name) => restore(join(staging.previous, name), join(folder, name))));
}

async function removeGenerated(path: string): Promise<void> {
  if ((await contentOf(path)) === 'generated') await rm(path);
}

async function restore(from: string, to: string): Promise<void> {
  if ((await contentOf(from)) !== 'generated' || (await contentOf(to)) === 'foreign') return;
  await rename(from, to);
}

/** What a path holds; no link is followed. */
async function contentOf(path: string): Promise<'generated' | 'foreign' | 'nothing'> {
  try {
    if (!(await lstat(path)).isFile()) return 'foreign';
    return (await readFile(path, 'utf8')).startsWith(generatedMark) ? 'generated' : 'foreign';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'nothing';
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function nameOf({ name }: EmittedFile): string {
  return name;
}

/** A second name for a file costs nothing and keeps its time of change; not every file system has it. */
async function keep(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}

/** From the folder up to `last`, as long as nothing is in them. */
export async function removeEmptyFolders(folder: string, last: string): Promise<void> {
  try {
    for (let path = folder; path.length >= last.length; path = dirname(path)) await rmdir(path);
  } catch {
    // Something is in it: it stays.
  }
}
