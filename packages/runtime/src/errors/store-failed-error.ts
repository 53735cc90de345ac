import { NetSuiteError } from './netsuite-error.js';

/** What is kept outside of the connection: leases of a shared limit, or tokens. */
export type StoreKind = 'lease' | 'token';

export type StoreOperation = 'acquire' | 'release' | 'read' | 'write' | 'remove';

/** A lease store or a token store failed or did not answer in time. The request that needed it was not sent. */
export class StoreFailedError extends NetSuiteError {
  override readonly name = 'StoreFailedError';
  override readonly code = 'NETSUITE_STORE_FAILED';
  readonly store: StoreKind;
  readonly operation: StoreOperation;

  constructor(message: string, facts: { store: StoreKind; operation: StoreOperation; cause?: unknown }) {
    super(message, facts.cause === undefined ? {} : { cause: facts.cause });
    this.store = facts.store;
    this.operation = facts.operation;
  }
}
