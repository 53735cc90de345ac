import { type Page, requestedPage, rowsInReach } from '../server/page.js';
import { pageLinks } from '../server/page-links.js';
import { badRequest } from '../server/refusals.js';
import type { RequestUrl } from '../server/request-url.js';
import { SuiteqlRejection } from '../suiteql/rejection.js';
import type { StatementPage } from '../workers/messages.js';
import { resultPageBody } from './result-page.js';
import { parseStatementRequest, requireTransient, type StatementRequest } from './statement-request.js';

export interface RunStatementOptions {
  readonly execute: StatementExecutor;
  readonly resultsMaximum: number;
  readonly totalResults: TotalResults;
}

/** @throws {SuiteqlRejection} NetSuite would not run the statement. */
export type StatementExecutor = (statement: StatementRequest & Page) => Promise<StatementPage>;

/** What `totalResults` says when a result has more rows than offsets can reach. */
export type TotalResults = 'capped' | 'actual';

export interface StatementHttpRequest {
  readonly url: RequestUrl;
  readonly prefer: string | undefined;
  readonly body: string;
}

/**
 * Runs a SuiteQL request and gives the response's body.
 *
 * @throws {Refusal} NetSuite's error for what is wrong with header, page, body or statement.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157909186990.html
 */
export async function runStatement(
  request: StatementHttpRequest,
  options: RunStatementOptions,
): Promise<string> {
  const { resultsMaximum } = options;
  requireTransient(request.prefer);
  const page = requestedPage(new URLSearchParams(request.url.query), { resultsMaximum });
  const statement = parseStatementRequest(request.body);
  const {
    items,
    count,
    totalResults: actual,
  } = await execute({ ...statement, ...reachable(page, resultsMaximum) }, options);
  // Assumed: what NetSuite says of rows out of reach. Clients that stop at 100,000 rows without an error
  // have been seen, hence 'capped' is the default.
  const total = options.totalResults === 'capped' ? Math.min(actual, resultsMaximum) : actual;
  const { origin, path, query } = request.url;
  const collectionUrl = `${origin}${path}`;
  const selfUrl = query === '' ? collectionUrl : `${collectionUrl}?${query}`;
  const inReach = rowsInReach(page.limit, { resultsMaximum });
  const links = pageLinks({ page, total, reachable: inReach, collectionUrl, selfUrl, method: 'POST' });
  return resultPageBody({
    items,
    count,
    page,
    totalResults: total,
    hasMore: page.offset + count < total,
    links,
  });
}

function reachable({ limit, offset }: Page, resultsMaximum: number): Page {
  return { offset, limit: Math.min(limit, resultsMaximum - offset) };
}

async function execute(
  statement: StatementRequest & Page,
  options: RunStatementOptions,
): Promise<StatementPage> {
  try {
    return await options.execute(statement);
  } catch (error) {
    if (!(error instanceof SuiteqlRejection)) throw error;
    const { detail, reason } = error;
    throw badRequest({ detail, 'o:errorQueryParam': 'q', 'o:errorCode': 'INVALID_PARAMETER' }, reason);
  }
}
