import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import sqliteModule, { type Database } from 'node-sqlite3-wasm';
import type { CustomSection } from '../account/extend-account.js';
import { completeTable, quoteName } from '../database/create-tables.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { type OpenFilledOptions, openFilled } from '../database/open.js';
import type { RecordValue } from '../records/record-value.js';
import { PersistError } from './persist-error.js';

/** What an image says of itself and of what is not in its tables. */
export interface ImageFacts {
  readonly format: typeof imageFormat;
  readonly account: string;
  /** The rows' datetimes are of its wall clock. */
  readonly timeZone: string;
  /** Of the image, and of the log that goes on from it. */
  readonly generation: string;
  /** The `custom` section of the seed that the rows are from. */
  readonly custom: CustomSection;
  readonly wideColumns: readonly string[];
  readonly beside: ReadonlyMap<string, ReadonlyMap<string, RecordValue>>;
}

export const imageFormat = 1 as const;

const factsTable = quoteName('emulator facts');
const sqliteHeader = 'SQLite format 3\0';

/** Writes an image in the place of the one that is there, all of it or nothing. */
export function writeImage(
  sqlite: Database,
  { file, facts }: { readonly file: string; readonly facts: ImageFacts },
): void {
  const fresh = `${file}.new`;
  removeWorkingFiles(file);
  try {
    sqlite.exec(`CREATE TABLE ${factsTable} (facts BLOB)`);
    sqlite.run(`INSERT INTO ${factsTable} VALUES (?)`, [new Uint8Array(serialize(facts))]);
    sqlite.exec(`VACUUM INTO '${fresh.replaceAll("'", "''")}'`);
  } finally {
    sqlite.exec(`DROP TABLE IF EXISTS ${factsTable}`);
  }
  const descriptor = openSync(fresh, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}

/** What SQLite, or a process that was killed, left beside the file. To be called by who has its lock. */
export function removeWorkingFiles(file: string): void {
  for (const name of [`${file}.new`, `${file}.new-journal`, `${file}.new.lock`, `${file}.lock`]) {
    rmSync(name, { recursive: true, force: true });
  }
}

/**
 * What an image says of itself.
 *
 * @throws {PersistError} The file is not an image, or it is damaged.
 */
export function readImageFacts(file: string): ImageFacts {
  if (!isSqliteFile(file)) throw foreign(file);
  return reading(file, () => {
    const sqlite = new sqliteModule.Database(file, { fileMustExist: true, readOnly: true });
    try {
      return factsOf(sqlite, file);
    } finally {
      sqlite.close();
    }
  });
}

export interface OpenImageOptions extends OpenFilledOptions {
  readonly file: string;
}

/**
 * Opens an in-memory database with the rows of an image. Tables and columns that were not known when it was written
 * are empty.
 *
 * @throws {PersistError} The image is damaged.
 */
export function openImage({ file, ...options }: OpenImageOptions): EmulatorDatabase {
  return openFilled(options, ({ sqlite, tables }) => {
    reading(file, () => copyTables(sqlite, file));
    for (const table of tables.values()) completeTable(sqlite, table);
  });
}

/** All tables but those that `openFilled` makes itself. */
function copyTables(sqlite: Database, file: string): void {
  sqlite.run('ATTACH ? AS image', [file]);
  try {
    const tables = sqlite.all(
      "SELECT name, sql FROM image.sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' " +
        "AND substr(name, 1, 6) <> 'names.' AND name <> 'emulator facts'",
    );
    for (const { name: stored, sql } of tables) {
      const name = quoteName(String(stored));
      sqlite.exec(String(sql));
      sqlite.exec(`INSERT INTO main.${name} SELECT * FROM image.${name}`);
    }
  } finally {
    sqlite.exec('DETACH image');
  }
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PersistError) throw error;
    throw new PersistError(file, 'is damaged. Name another file, or delete it to start anew.', {
      cause: error,
    });
  }
}

function factsOf(sqlite: Database, file: string): ImageFacts {
  const marked = sqlite.get("SELECT name FROM sqlite_master WHERE name = 'emulator facts'");
  if (marked === null) throw foreign(file);
  const row = sqlite.get(`SELECT facts FROM ${factsTable}`) as { readonly facts: Uint8Array } | null;
  // Only `writeImage` makes this table.
  const facts = deserialize(Buffer.from(row?.facts ?? [])) as ImageFacts;
  if (facts.format === imageFormat) return facts;
  throw new PersistError(file, 'was written by another version of the emulator. Name another file.');
}

function foreign(file: string): PersistError {
  return new PersistError(
    file,
    'is not a file that the emulator wrote, so it was left alone. Name another one.',
  );
}

function isSqliteFile(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(sqliteHeader.length);
    readSync(descriptor, header, 0, header.length, 0);
    return header.toString('latin1') === sqliteHeader;
  } finally {
    closeSync(descriptor);
  }
}
