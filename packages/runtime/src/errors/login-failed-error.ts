import { NetSuiteError } from './netsuite-error.js';

/**
 * - `state`: the browser came back with another state than it was sent with: not from this login.
 * - `refused`: the person or NetSuite said no; `detail` has NetSuite's word for it.
 * - `no code`: the browser came back without a code.
 * - `other account`: the person signed in to another account than the one of the settings.
 * - `no refresh token`: NetSuite gave an access token alone.
 */
export type LoginFailure = 'state' | 'refused' | 'no code' | 'other account' | 'no refresh token';

/** A person's login did not come about. */
export class LoginFailedError extends NetSuiteError {
  override readonly name = 'LoginFailedError';
  override readonly code = 'NETSUITE_LOGIN_FAILED';
  readonly reason: LoginFailure;
  /** NetSuite's own word, such as `access_denied`; null where it gave none. */
  readonly detail: string | null;

  constructor(reason: LoginFailure, message: string, detail: string | null = null) {
    super(message);
    this.reason = reason;
    this.detail = detail;
  }
}
