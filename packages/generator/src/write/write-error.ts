/**
 * `WRITE_FOREIGN_FILE`: a file of someone else has the name of a generated one.
 * `WRITE_IN_PROGRESS`: another process writes to the folder.
 * `WRITE_FAILED`: the file system refused; the folder is as it was before.
 */
export type WriteErrorCode = 'WRITE_FOREIGN_FILE' | 'WRITE_IN_PROGRESS' | 'WRITE_FAILED';

/** The generated files could not be written. Nothing was changed. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly code: WriteErrorCode;
  readonly path: string;

  constructor(
    message: string,
    facts: { readonly code: WriteErrorCode; readonly path: string; readonly cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.code = facts.code;
    this.path = facts.path;
  }
}
