import { NetSuiteError } from './netsuite-error.js';

/** Why going on would have lost or repeated rows. */
export type UnsafeReadReason =
  | 'the result changed'
  | 'rows are missing'
  | 'the rows have no order'
  | 'the key is not a whole number'
  | 'the rows are not in the order of the key'
  | 'too many rows have the same key';

/** The read was given up, because rows could have been lost or repeated. What was handed over before was right. */
export class UnsafeReadError extends NetSuiteError {
  override readonly name = 'UnsafeReadError';
  override readonly code = 'NETSUITE_UNSAFE_READ';
  readonly reason: UnsafeReadReason;
  /** The statement's text with its `?` placeholders, without the values. */
  readonly statement: string;

  constructor(message: string, facts: { reason: UnsafeReadReason; statement: string }) {
    super(message);
    this.reason = facts.reason;
    this.statement = facts.statement;
  }
}
