import type { Clock } from '../clock.js';

/** @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0528010158.html */
export function serverTime(clock: Clock): { readonly serverTime: string } {
  return { serverTime: new Date(clock()).toISOString() };
}

export interface GovernanceLimits {
  readonly accountConcurrencyLimit: number;
  readonly accountUnallocatedConcurrencyLimit: number;
  readonly integrationLimitType: 'accountLimit';
}

/**
 * The limits as an administrator sees them; nothing is reserved for an integration.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0625010817.html
 */
export function governanceLimits(concurrencyLimit: number): GovernanceLimits {
  return {
    accountConcurrencyLimit: concurrencyLimit,
    accountUnallocatedConcurrencyLimit: concurrencyLimit,
    integrationLimitType: 'accountLimit',
  };
}
