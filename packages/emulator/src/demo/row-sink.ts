import type { DemoBatch, Row } from './row.js';

/** Collects rows by table and hands them on in batches, so that no table is in memory as a whole. */
export interface RowSink {
  add(table: string, row: Row): void;
  /** Takes the batches that are full; until then a row that was added may still be changed. */
  takeFull(): readonly DemoBatch[];
  takeAll(): readonly DemoBatch[];
}

export function createRowSink(batchRows: number): RowSink {
  const pending = new Map<string, Row[]>();
  const take = (minimumRows: number): readonly DemoBatch[] => {
    const batches: DemoBatch[] = [];
    for (const [table, rows] of pending) {
      if (rows.length < minimumRows) continue;
      batches.push({ table, rows });
      pending.delete(table);
    }
    return batches;
  };
  return {
    add: (table, row) => {
      const rows = pending.get(table);
      if (rows === undefined) pending.set(table, [row]);
      else rows.push(row);
    },
    takeFull: () => take(batchRows),
    takeAll: () => take(1),
  };
}
