/** What is wrong with a schema document. */
export type SchemaFormatErrorCode = 'SCHEMA_NOT_JSON' | 'SCHEMA_FORMAT_UNKNOWN' | 'SCHEMA_INVALID';

/** A schema document could not be read. */
export class SchemaFormatError extends Error {
  override readonly name = 'SchemaFormatError';
  readonly code: SchemaFormatErrorCode;
  /** Where in the document, as a JSON path (`$.records.customer.label`). Null: the document as a whole. */
  readonly path: string | null;

  constructor(
    message: string,
    facts: { readonly code: SchemaFormatErrorCode; readonly path: string | null; readonly cause?: unknown },
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.path = facts.path;
  }
}
