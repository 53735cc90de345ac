import { invalidQueryParameter } from './refusals.js';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface PageRules {
  /** How many results a client can reach by offset. NetSuite: 100,000 without SuiteAnalytics Connect. */
  readonly resultsMaximum: number;
}

const pageSizeMaximum = 1000;
const pagesMaximum = 1000;

/** How many rows the offsets of pages of this size can reach: those of 1000 pages at most. */
export function rowsInReach(limit: number, { resultsMaximum }: PageRules): number {
  return Math.min(resultsMaximum, pagesMaximum * limit);
}

/**
 * The page that a request asks for; the first 1000 results where it does not say.
 *
 * @throws {Refusal} limit over 1000, an offset that limit does not divide, or a page past the last
 * allowed one. Assumed: the wording, for which there is no source.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156414087576.html
 */
export function requestedPage(query: URLSearchParams, rules: PageRules): Page {
  const limit = wholeNumber('limit', query.get('limit') ?? String(pageSizeMaximum));
  if (limit < 1 || limit > pageSizeMaximum) {
    throw invalidQueryParameter(
      'limit',
      `Invalid limit. The value must be between 1 and ${pageSizeMaximum}.`,
    );
  }
  const offset = wholeNumber('offset', query.get('offset') ?? '0');
  if (offset % limit !== 0) {
    throw invalidQueryParameter(
      'offset',
      `Invalid offset. The value must be divisible by the limit, ${limit}.`,
    );
  }
  const reachable = rowsInReach(limit, rules);
  if (offset >= reachable) {
    throw invalidQueryParameter('offset', `Invalid offset. The value must be less than ${reachable}.`);
  }
  return { limit, offset };
}

function wholeNumber(parameter: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw invalidQueryParameter(parameter, `Invalid value '${value}' for query parameter ${parameter}.`);
  }
  return Number(value);
}
