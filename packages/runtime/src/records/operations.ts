import type { Id } from '../values.js';
import type { Fetched } from './types.js';

/** An internal id, or an external one as `{ externalId: 'ACME-1' }`. */
export type RecordKey = Id<string> | number | { readonly externalId: string };

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface GetOptions extends RequestOptions {
  /** Sublists and subrecords in full, not as links. Default false. */
  readonly expandSubResources?: boolean;
}

/** The operations of a REST record. Field names are REST's (`tranDate`). */
export interface RecordOperations<Create, Update> {
  /**
   * Reads a record.
   *
   * @throws {NotFoundError} There is none with that id.
   * @see SuiteTalk REST guide, "Getting a Record Instance"
   */
  get(key: RecordKey, options?: GetOptions): Promise<Fetched<Create>>;
  /**
   * Creates a record, and gives its internal id. It is not repeated when the answer is lost.
   *
   * @throws {RequestRejectedError} A value does not fit its field, or a mandatory field is missing.
   * @see SuiteTalk REST guide, "Creating a Record Instance"
   */
  create(body: Create, options?: RequestOptions): Promise<string>;
  /** Changes the fields given; null empties one. */
  update(key: RecordKey, body: Update, options?: RequestOptions): Promise<void>;
  /** Creates the record with this external id, or changes it where it exists. */
  upsert(externalId: string, body: Create, options?: RequestOptions): Promise<void>;
  /** Deletes a record. */
  delete(key: RecordKey, options?: RequestOptions): Promise<void>;
}
