import { clip } from './clip.js';

/** Every code that an error of this package can carry. */
export type NetSuiteErrorCode =
  | 'NETSUITE_CONFIGURATION'
  | 'NETSUITE_AUTHENTICATION'
  | 'NETSUITE_LOGIN_FAILED'
  | 'NETSUITE_PERMISSION_DENIED'
  | 'NETSUITE_NOT_FOUND'
  | 'NETSUITE_REQUEST_REJECTED'
  | 'NETSUITE_QUERY_REJECTED'
  | 'NETSUITE_RATE_LIMITED'
  | 'NETSUITE_SERVER_FAILED'
  | 'NETSUITE_CONNECTION_FAILED'
  | 'NETSUITE_TIMED_OUT'
  | 'NETSUITE_MALFORMED_RESPONSE'
  | 'NETSUITE_MISSING_ID'
  | 'NETSUITE_TOO_MANY_RESULTS'
  | 'NETSUITE_UNSAFE_READ'
  | 'NETSUITE_NO_ROW'
  | 'NETSUITE_OUTCOME_UNKNOWN'
  | 'NETSUITE_STORE_FAILED';

/** A ConfigurationError lists every setting at fault, one line each; nothing else comes near. */
const longestMessage = 6000;

/**
 * The base of every failure that lies outside the caller's code. A caller's own mistake is a `TypeError`.
 *
 * The message says what happened, to what, and what to do next. It never holds a secret, a token or a header.
 */
export abstract class NetSuiteError extends Error {
  abstract readonly code: NetSuiteErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(clip(message, longestMessage), options);
  }
}
