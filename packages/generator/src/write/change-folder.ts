import { copyFile, link, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EmittedFile } from '../emit/emit.js';
import { allSettled } from './all-settled.js';
import {
  closeStaging,
  type Journal,
  openStaging,
  readJournal,
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
  { change, staging }: { readonly change: FolderChange; readonly staging: Staging },
): Promise<void> {
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
    await writeJournal(staging, journal);
    // Removed first: on some file systems `Customer.ts` and `customer.ts` are one file.
    await allSettled(removed.map((name) => rm(join(folder, name))));
    await allSettled(incoming.map(({ name }) => rename(join(staging.incoming, name), join(folder, name))));
  } catch (error) {
    await undoUnfinishedChange(folder, staging);
    await closeStaging(staging);
    if (made !== undefined) await removeEmptyFolders(folder, made);
    throw error;
  }
}

/** Gives a folder back the files that it had before a change that was begun and not completed. */
export async function undoUnfinishedChange(folder: string, staging: Staging): Promise<void> {
  const journal = await readJournal(staging);
  if (journal === null) return;
  await allSettled(journal.added.map((name) => rm(join(folder, name), { force: true })));
  const previous = [...journal.replaced, ...journal.removed];
  await allSettled(previous.map((name) => rename(join(staging.previous, name), join(folder, name))));
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
async function removeEmptyFolders(folder: string, last: string): Promise<void> {
  try {
    for (let path = folder; path.length >= last.length; path = dirname(path)) await rmdir(path);
  } catch {
    // Something is in it: it stays.
  }
}
