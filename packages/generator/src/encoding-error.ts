/** A `.suiteql` file is not in UTF-8. Nothing was generated. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly code = 'FILE_NOT_UTF8';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} is not in UTF-8. Save it as UTF-8.`, { cause });
    this.path = path;
  }
}
