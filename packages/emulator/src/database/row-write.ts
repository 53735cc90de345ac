import type { KnownTable } from '@suitewright/schema';
import type { Database, SQLiteValue } from 'node-sqlite3-wasm';
import { loadRows } from './load-rows.js';
import type { RowBatch } from './row.js';

/** A change of an account's rows, as plain data: it can be made again on a copy of them. */
export type RowWrite =
  | { readonly kind: 'insert'; readonly batch: RowBatch }
  | {
      readonly kind: 'statement';
      readonly text: string;
      readonly values: readonly SQLiteValue[];
      /** Of what is written, what belongs to `wideColumns` of the database. */
      readonly wideColumns?: readonly string[];
    };

export interface WriteTarget {
  readonly sqlite: Database;
  readonly tables: ReadonlyMap<string, KnownTable>;
  readonly timeZone: string;
  readonly wideColumns: Set<string>;
  /** Counts writes. */
  revision: number;
}

export function applyWrite(target: WriteTarget, write: RowWrite): void {
  if (write.kind === 'insert') loadRows(target, [write.batch]);
  else {
    for (const column of write.wideColumns ?? []) target.wideColumns.add(column);
    target.sqlite.run(write.text, [...write.values]);
  }
  target.revision += 1;
}
