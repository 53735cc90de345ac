import { requestedPage, rowsInReach } from '../server/page.js';
import { pageLinks } from '../server/page-links.js';
import type { RequestUrl } from '../server/request-url.js';
import { filterRecords } from './filter/filter-records.js';
import type { JsonObject } from './record-json.js';
import type { RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { listIds, pageOf } from './stored-row.js';

/**
 * One page of a record's instances: links and ids.
 *
 * @throws {Refusal} A wrong page, or a filter `q` that cannot be.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156414087576.html
 */
export function listRecords(store: RecordStore, type: RecordType, url: RequestUrl): JsonObject {
  const query = new URLSearchParams(url.query);
  const q = query.get('q');
  const rules = { resultsMaximum: Number.POSITIVE_INFINITY };
  const page = requestedPage(query, rules);
  const { ids, total: actual } =
    q === null || q.trim() === '' ? listIds(store, type, page) : pageOf(filterRecords(store, type, q), page);
  // Observed 2026-03, real account: large types had a total of exactly 5000 with pages of 5.
  // Assumed: that this is what 1000 pages, the documented maximum, hold, and not 5000 whatever the page.
  const reachable = rowsInReach(page.limit, rules);
  const total = Math.min(actual, reachable);
  // Observed 2026-03, real account: links to records have the type in lower case, self has it as asked.
  const collectionUrl = `${url.origin}/services/rest/record/v1/${type.record.name}`;
  const selfUrl = `${url.origin}${url.path}${url.query === '' ? '' : `?${url.query}`}`;
  return {
    links: pageLinks({
      page,
      total,
      reachable,
      collectionUrl,
      selfUrl,
      method: 'GET',
      ...(q === null ? {} : { filter: q }),
    }),
    count: ids.length,
    hasMore: page.offset + ids.length < total,
    items: ids.map((id) => ({ links: [{ rel: 'self', href: `${collectionUrl}/${id}`, method: 'GET' }], id })),
    offset: page.offset,
    totalResults: total,
  };
}
