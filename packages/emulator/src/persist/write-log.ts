import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { RowWrite } from '../database/row-write.js';
import type { RecordValue } from '../records/record-value.js';

/** What was written since the image, in order. */
export type LogEntry =
  | { readonly kind: 'image'; readonly generation: string }
  | { readonly kind: 'rows'; readonly writes: readonly RowWrite[] }
  | {
      readonly kind: 'beside';
      readonly key: string;
      /** Null: they were deleted. */
      readonly values: ReadonlyMap<string, RecordValue> | null;
    };

export interface WriteLog {
  readonly append: (entry: LogEntry) => void;
  readonly close: () => void;
}

/** Opens a log for further entries. Each is on the disk when `append` returns. */
export function openWriteLog(file: string): WriteLog {
  const descriptor = openSync(file, 'a', 0o600);
  let failure: unknown;
  return {
    append: (entry) => {
      // After half an entry, the next one would not be read.
      if (failure !== undefined) throw failure;
      try {
        writeSync(descriptor, `${serialize(entry).toString('base64')}\n`);
        fsyncSync(descriptor);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    close: () => closeSync(descriptor),
  };
}

export interface ReadLog {
  readonly entries: readonly LogEntry[];
  /** Bytes of the entries that are whole: a process that was killed may have left half of one behind them. */
  readonly wholeBytes: number;
}

/** Reads a log; a file that is not there has no entries. */
export function readWriteLog(file: string): ReadLog {
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { entries: [], wholeBytes: 0 };
    throw error;
  }
  const wholeBytes = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, wholeBytes).split('\n').slice(0, -1);
  // Nothing but `append` writes the log, and it was written for this account's own image.
  return { entries: lines.map((line) => deserialize(Buffer.from(line, 'base64')) as LogEntry), wholeBytes };
}
