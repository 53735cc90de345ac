import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'suitewright-emulator-';
const abandonedAfterMs = 3_600_000;

/** A folder for a copy of the rows. Must be removed. */
export function makeSnapshotFolder(): string {
  removeAbandoned();
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Where a file that is open can be removed, it is gone at once, and its bytes once it is closed. */
export function removeSnapshotFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps what is open: it goes when the worker has ended.
  }
}

/** Folders of processes that were killed before they could remove theirs. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedAfterMs) removeSnapshotFolder(folder);
  }
}
