import { Refusal } from '../server/refusal.js';
import type { AssertionError } from './client-assertion.js';

export type TokenError = AssertionError | 'invalid_request' | 'unsupported_grant_type';

/** OAuth's error code in the body; the reason goes to the log only. */
export function tokenRefusal(error: TokenError, reason: string, accountId: string): Refusal {
  const unauthorized = error === 'invalid_client';
  return new Refusal({
    status: unauthorized ? 401 : 400,
    body: { error },
    contentType: 'application/json; charset=UTF-8',
    headers: unauthorized ? { 'www-authenticate': `Basic realm="${accountId}"` } : {},
    event: 'login refused',
    reason: `${error}: ${reason}`,
  });
}
