import { MalformedResponseError } from '../errors/network-error.js';
import { ownProperty } from '../own-property.js';
import { showValue } from '../show-value.js';
import type { WireRow } from '../statement.js';
import type { RestResponse } from '../transport/rest.js';
import { maximumResults } from './page-bounds.js';

/** One page of a query's rows. */
export interface SuiteqlPage {
  /** Keys in lower case, without the `links` that NetSuite puts into each row. Made when first asked for. */
  readonly rows: WireRow[];
  /** The rows as they were parsed, `links` included, where that can be read as it is; otherwise `rows`. */
  readonly parsedRows: readonly WireRow[];
  /** Of the whole query. */
  readonly totalResults: number;
  readonly hasMore: boolean;
  readonly offset: number;
  readonly count: number;
}

/**
 * Reads a page, and makes sure that it is the page that was asked for, that it is whole, and that what it says of itself
 * fits together: a page whose end counts as the end of the result must be it.
 *
 * @throws {MalformedResponseError} It is not.
 */
export function readPage(
  response: RestResponse,
  asked: { readonly offset: number; readonly limit: number },
): SuiteqlPage {
  const { body } = response;
  const fail = (what: string): never => {
    throw new MalformedResponseError(
      `The query service answered ${response.status}, and ${what}. Run the query again.`,
      {
        status: response.status,
        operationId: response.operationId,
      },
    );
  };
  if (!isObject(body) || !Array.isArray(body.items)) return fail('its body is not a page of rows');
  const { items, totalResults, hasMore, offset, count } = body;
  if (!isTotal(totalResults) || typeof hasMore !== 'boolean') return fail('its page says no total');
  if (offset !== asked.offset)
    return fail(`its page starts at ${showValue(offset)} where ${asked.offset} was asked for`);
  if (count !== items.length)
    return fail(`its page holds ${items.length} rows where it says ${showValue(count)}`);
  if (items.length > asked.limit) {
    return fail(`its page holds ${items.length} rows where ${asked.limit} were asked for`);
  }
  if (hasMore && count !== asked.limit) {
    return fail(`its page holds ${count} rows of the ${asked.limit} asked for, though there are more`);
  }
  const end = asked.offset + items.length;
  if (!hasMore && end < Math.min(totalResults, maximumResults)) {
    return fail(`its page ends after row ${end} of ${totalResults}, though it is the last one`);
  }
  const isBeyond = hasMore ? end >= totalResults : end > totalResults;
  // A total of exactly NetSuite's limit may be larger in truth.
  if (isBeyond && items.length > 0 && totalResults !== maximumResults) {
    return fail(
      `its page ends with row ${end} of ${totalResults}${hasMore ? ', though there are more' : ''}`,
    );
  }
  if (!items.every(isRow)) return fail('its page holds a row that is not an object');
  let rows: WireRow[] | undefined;
  return {
    get rows() {
      rows ??= items.map(plainRow);
      return rows;
    },
    get parsedRows() {
      return hasPlainKeys(items) ? items : this.rows;
    },
    totalResults,
    hasMore,
    offset,
    count: items.length,
  };
}

/** Documented: the casing of the keys "can change". Assumed: from answer to answer, not from row to row. */
function hasPlainKeys(items: readonly WireRow[]): boolean {
  return items.length === 0 || Object.keys(items[0] ?? {}).every((key) => key === key.toLowerCase());
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isRow(value: unknown): value is WireRow {
  return isObject(value) && !Array.isArray(value);
}

/** A number of rows. */
function isTotal(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function plainRow(item: WireRow): WireRow {
  const row: Record<string, unknown> = {};
  for (const key in item) {
    const value = item[key];
    // NetSuite's own `links` is an array; a column that a query names so is a text.
    if (key === 'links' && Array.isArray(value)) continue;
    ownProperty(row, key.toLowerCase(), value);
  }
  return row;
}
