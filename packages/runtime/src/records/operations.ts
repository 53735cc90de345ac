import type { Fetched } from './types.js';

/** An internal id, or an external one as `{ externalId: 'ACME-1' }`. */
export type RecordKey<InternalId extends string = string> =
  | InternalId
  | number
  | { readonly externalId: string };

/** The ids of the rows of a model, so that the id of another record is not taken. */
type IdIn<Model> = Model extends { readonly $row: { readonly id: infer InternalId extends string } }
  ? InternalId
  : string;

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface GetOptions extends RequestOptions {
  /** Sublists and subrecords in full, not as links. Default false. */
  readonly expandSubResources?: boolean;
}

export interface WriteOptions extends RequestOptions {
  /**
   * Sublists of the body whose lines take the place of all lines that were there (`['item']`). Default: lines with a key
   * change the line that has the same key, others are appended.
   *
   * @see SuiteTalk REST guide, "Working with Sublists"
   */
  readonly replace?: readonly string[];
}

/**
 * The operations of a REST record. Field names are REST's (`tranDate`).
 *
 * Ids are those of the model that the operations belong to, which is what `this` stands for.
 */
export interface RecordOperations<Create, Update> {
  /**
   * Reads a record.
   *
   * @throws {NotFoundError} There is none with that id.
   * @see SuiteTalk REST guide, "Getting a Record Instance"
   */
  get(key: RecordKey<IdIn<this>>, options?: GetOptions): Promise<Fetched<Create>>;
  /**
   * Creates a record, and gives its internal id. It is not repeated when the answer is lost.
   *
   * @throws {RequestRejectedError} A value does not fit its field, or a mandatory field is missing.
   * @throws {MissingIdError} It was created, and NetSuite's answer does not tell its id.
   * @see SuiteTalk REST guide, "Creating a Record Instance"
   */
  create(body: Create, options?: RequestOptions): Promise<IdIn<this>>;
  /** Changes the fields given; null empties one. */
  update(key: RecordKey<IdIn<this>>, body: Update, options?: WriteOptions): Promise<void>;
  /**
   * Creates the record with this external id, or changes it where it exists, and gives its internal id.
   *
   * @throws {MissingIdError} It was carried out, and NetSuite's answer does not tell the id.
   * @see SuiteTalk REST guide, "Using External IDs"
   */
  upsert(externalId: string, body: Create, options?: WriteOptions): Promise<IdIn<this>>;
  /** Deletes a record. */
  delete(key: RecordKey<IdIn<this>>, options?: RequestOptions): Promise<void>;
}
