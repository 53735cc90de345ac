import { NetSuiteError } from './errors/netsuite-error.js';
import type { RestRequest, RestResponse } from './transport/rest.js';

/**
 * Asks the account how many requests it takes at a time from this integration. Null: this role may not know.
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
    return typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1 ? limit : null;
  } catch (error) {
    if (error instanceof NetSuiteError) return null;
    throw error;
  }
}
