export type IntrospectionErrorCode =
  | 'INTROSPECTION_NO_CATALOG'
  | 'INTROSPECTION_NO_RECORDS'
  | 'INTROSPECTION_STORE_FOREIGN'
  | 'INTROSPECTION_STORE_DAMAGED'
  | 'INTROSPECTION_STORE_INCOMPLETE';

/** An introspection could not be done with what the account or the raw store gave. */
export class IntrospectionError extends Error {
  override readonly name = 'IntrospectionError';
  readonly code: IntrospectionErrorCode;

  constructor(code: IntrospectionErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
