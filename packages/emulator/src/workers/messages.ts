import type { AccountDefinition } from '../account/definition.js';
import type { RowWrite } from '../database/row-write.js';
import type { SuiteqlRequest } from '../suiteql/execute.js';

/** What a worker is started with. */
export interface WorkerSetup {
  /** A copy of the account's rows, the worker's own. */
  readonly file: string;
  readonly account: AccountDefinition;
  /** See `EmulatorDatabase`. */
  readonly wideColumns: readonly string[];
  readonly memoryMaximumBytes: number;
}

/** A worker runs one statement at a time; writes come in between, in order. */
export type WorkerOrder =
  | { readonly kind: 'statement'; readonly request: SuiteqlRequest; readonly now: number }
  | { readonly kind: 'writes'; readonly writes: readonly RowWrite[] };

export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'page'; readonly page: StatementPage }
  | {
      readonly kind: 'rejected';
      readonly description: string;
      readonly reason: string;
      /** SQLite has all the memory that it may have, and gives none back. */
      readonly outOfMemory: boolean;
    };

/** One page of a statement's result. */
export interface StatementPage {
  /** The rows as JSON, without the brackets of their list. */
  readonly items: string;
  readonly count: number;
  /** Rows of all pages, uncapped. */
  readonly totalResults: number;
}
