import { NetSuiteError } from './errors/netsuite-error.js';
import type { RestRequest, RestResponse } from './transport/rest.js';

/** More than any account has: 20 at most, and 10 for each SuiteCloud Plus license. */
export const largestConcurrency = 1000;

/**
 * Asks the account how many requests it takes at a time from this integration. Null: this role may not know,
 * or the answer is not believable.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0625010817.html
 */
export async function readConcurrencyLimit(
  request: (request: RestRequest) => Promise<RestResponse>,
): Promise<number | null> {
  try {
    const { body } = await request({ method: 'GET', path: '/services/rest/system/v1/governanceLimits' });
    if (typeof body !== 'object' || body === null) return null;
    const { integrationConcurrencyLimit, accountUnallocatedConcurrencyLimit, accountConcurrencyLimit } =
      body as Readonly<Record<string, unknown>>;
    const limit =
      integrationConcurrencyLimit ?? accountUnallocatedConcurrencyLimit ?? accountConcurrencyLimit;
    const isBelievable =
      Number.isSafeInteger(limit) && Number(limit) >= 1 && Number(limit) <= largestConcurrency;
    return isBelievable ? Number(limit) : null;
  } catch (error) {
    if (error instanceof NetSuiteError) return null;
    throw error;
  }
}
