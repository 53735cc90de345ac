import { NetSuiteError } from './netsuite-error.js';

/**
 * A record was created or upserted, and the answer does not tell its internal id. The write was carried out: repeating a
 * create would make a second record.
 */
export class MissingIdError extends NetSuiteError {
  override readonly name = 'MissingIdError';
  override readonly code = 'NETSUITE_MISSING_ID';
  readonly method: string;
  /** Path without the query string. */
  readonly resource: string;
  readonly status: number;
  readonly operationId: string | null;

  constructor(facts: { method: string; resource: string; status: number; operationId: string | null }) {
    const { method, resource, status, operationId } = facts;
    super(
      `${method} ${resource} was carried out (${status}), but its Location header does not name a record of this type, so that the internal id is not known. ` +
        'Do not repeat it: look the record up by its external id or other fields of its own.',
    );
    this.method = method;
    this.resource = resource;
    this.status = status;
    this.operationId = operationId;
  }
}
