import { randomUUID } from 'node:crypto';
import { realpathSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CustomSection } from '../account/extend-account.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { applyWrite } from '../database/row-write.js';
import type { RecordValue } from '../records/record-value.js';
import { type ImageFacts, imageFormat, readImageFacts, removeWorkingFiles, writeImage } from './image.js';
import { lockFile } from './lock-file.js';
import { PersistError } from './persist-error.js';
import { openWriteLog, readWriteLog, type WriteLog } from './write-log.js';

/** Values of records that their tables have no column for, by table and id. */
export type BesideValues = Map<string, ReadonlyMap<string, RecordValue>>;

/**
 * A file that keeps an account's data between starts: an image of all rows, which is only ever replaced as a whole, and
 * beside it a log of what was written since, which is only ever added to. Whenever the process is killed, the image and
 * the whole entries of the log are there. Must be closed.
 */
export interface KeptFile {
  readonly path: string;
  /** Null: there is no data yet. */
  readonly facts: ImageFacts | null;
  /** Makes the writes of the log again, and puts every further one into it; gives the values beside the tables. */
  readonly attach: (database: EmulatorDatabase, custom: CustomSection) => BesideValues;
  readonly close: () => void;
}

export interface KeptFileOptions {
  readonly account: string;
  /** Undefined: the file's own. */
  readonly timeZone: string | undefined;
}

/** Above this, a start takes less time with a new image than with the log. */
const logBytesMaximum = 4 * 2 ** 20;

/**
 * Locks a file and reads what it says of itself.
 *
 * @throws {PersistError} It is in use, or of another account, or no file of an emulator, or cannot be read or written.
 */
export function openKeptFile(given: string, { account, timeZone }: KeptFileOptions): KeptFile {
  const path = pathOf(given);
  const unlock = withFileProblems(given, () => lockFile(path));
  let log: WriteLog | undefined;
  const close = (): void => {
    log?.close();
    log = undefined;
    unlock();
  };
  try {
    const facts = withFileProblems(given, () => {
      removeWorkingFiles(path);
      return hasContent(path) ? readImageFacts(path) : null;
    });
    if (facts !== null) checkFacts(facts, { file: given, account, timeZone });
    const logPath = `${path}.log`;
    return {
      path,
      facts,
      attach: (database, custom) =>
        withFileProblems(given, () => {
          const beside = new Map(facts?.beside);
          const replayed =
            facts === null ? null : replay(database, { beside, logPath, generation: facts.generation });
          if (replayed === null || replayed > logBytesMaximum) {
            const generation = randomUUID();
            const wideColumns = [...database.wideColumns];
            const fresh = {
              format: imageFormat,
              account,
              timeZone: database.timeZone,
              custom,
              wideColumns,
              beside,
            };
            writeImage(database.sqlite, { file: path, facts: { ...fresh, generation } });
            writeFileSync(logPath, '', { mode: 0o600 });
            log = openWriteLog(logPath);
            log.append({ kind: 'image', generation });
          } else {
            truncateSync(logPath, replayed);
            log = openWriteLog(logPath);
          }
          database.writes.subscribe((writes) => log?.append({ kind: 'rows', writes }));
          return new LoggedValues(beside, (key, values) => log?.append({ kind: 'beside', key, values }));
        }),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

interface Replay {
  readonly beside: BesideValues;
  readonly logPath: string;
  readonly generation: string;
}

/** The bytes of the log that count. Null: it is not the log of this image, and an image has to be written. */
function replay(database: EmulatorDatabase, { beside, logPath, generation }: Replay): number | null {
  const { entries, wholeBytes } = readWriteLog(logPath);
  const [first, ...rest] = entries;
  if (first?.kind !== 'image' || first.generation !== generation) return null;
  database.sqlite.exec('BEGIN');
  for (const entry of rest) {
    if (entry.kind === 'rows') for (const write of entry.writes) applyWrite(database, write);
    else if (entry.kind === 'beside' && entry.values === null) beside.delete(entry.key);
    else if (entry.kind === 'beside' && entry.values !== null) beside.set(entry.key, entry.values);
  }
  database.sqlite.exec('COMMIT');
  return wholeBytes;
}

/** Tells of each change. */
class LoggedValues extends Map<string, ReadonlyMap<string, RecordValue>> {
  readonly #changed: ((key: string, values: ReadonlyMap<string, RecordValue> | null) => void) | undefined;

  constructor(
    values: BesideValues,
    changed: (key: string, values: ReadonlyMap<string, RecordValue> | null) => void,
  ) {
    super();
    // The private field is not there yet while Map's own constructor adds entries.
    for (const [key, value] of values) super.set(key, value);
    this.#changed = changed;
  }

  override set(key: string, values: ReadonlyMap<string, RecordValue>): this {
    super.set(key, values);
    this.#changed?.(key, values);
    return this;
  }

  override delete(key: string): boolean {
    const isThere = super.delete(key);
    if (isThere) this.#changed?.(key, null);
    return isThere;
  }
}

interface Wanted extends KeptFileOptions {
  readonly file: string;
}

function checkFacts(facts: ImageFacts, { file, account, timeZone }: Wanted): void {
  if (facts.account !== account) {
    throw new PersistError(
      file,
      `holds the data of the account ${facts.account}, not of ${account}. Name another file, or serve ${facts.account}.`,
    );
  }
  if (timeZone === undefined || timeZone === facts.timeZone) return;
  throw new PersistError(
    file,
    `holds data of the time zone ${facts.timeZone}, not of ${timeZone}. Name another file, or keep to ${facts.timeZone}.`,
  );
}

/** A link leads to the file that is replaced; the link stays. */
function pathOf(given: string): string {
  try {
    return realpathSync(given);
  } catch {
    return resolve(given);
  }
}

function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

const problems: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

function withFileProblems<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    const problem = problems[String(error.code)] ?? `the operating system says ${String(error.code)}`;
    throw new PersistError(file, `cannot keep the data: ${problem}. Name another file.`, { cause: error });
  }
}
