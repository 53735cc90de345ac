import type { PrintedRow } from './print-row.js';

/** A statement's result that is read page by page. Must be closed. */
export interface OpenResult {
  readonly volatile: boolean;
  /** Whether the page can be read without starting anew. */
  readonly canRead: (offset: number, limit: number) => boolean;
  readonly read: (offset: number, limit: number) => readonly PrintedRow[];
  readonly total: () => number;
  readonly close: () => void;
}
