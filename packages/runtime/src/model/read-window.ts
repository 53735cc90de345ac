import { largestPageRows, maximumResults } from '../paging/page-bounds.js';
import { refuseChange } from '../paging/read-pages.js';
import type { SuiteqlClient } from '../paging/suiteql-client.js';
import type { Statement, WireRow } from '../statement.js';

interface Window {
  readonly take?: number;
  readonly skip?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Whether the rows of a window reach beyond those that one result has. */
export function isBeyondResults({ take = 0, skip = 0 }: Window): boolean {
  return skip + take > maximumResults;
}

/** The rows of a statement that itself ends after `skip + take` rows, without the first `skip`; in parts, as they come. */
export async function* readWindow(
  suiteql: SuiteqlClient,
  statement: Statement,
  { take, skip = 0, signal }: Window,
): AsyncGenerator<readonly WireRow[], void, undefined> {
  if (take === 0) return;
  if (take !== undefined && take <= largestPageRows && skip % take === 0) {
    yield (await suiteql.page(statement, { limit: take, offset: skip, signal })).parsedRows;
    return;
  }
  if (skip === 0) {
    for await (const { parsedRows } of suiteql.pages(statement, { signal })) yield parsedRows;
    return;
  }
  // An offset must be a multiple of the limit: start with the page that holds the first wanted row.
  let offset = skip - (skip % largestPageRows);
  let expected: number | null = null;
  for (;;) {
    const page = await suiteql.page(statement, { limit: largestPageRows, offset, signal });
    const { parsedRows, hasMore } = page;
    expected ??= page.totalResults;
    refuseChange(page, expected, statement);
    yield parsedRows.slice(Math.max(0, skip - offset));
    if (!hasMore) return;
    offset += largestPageRows;
  }
}

/** The rows of a window, of parts that hold all rows. Those behind it are not asked for. */
export async function* windowOf(
  parts: AsyncIterable<readonly WireRow[]>,
  { take = Number.POSITIVE_INFINITY, skip = 0 }: Window,
): AsyncGenerator<readonly WireRow[], void, undefined> {
  let position = 0;
  for await (const part of parts) {
    yield part.slice(Math.max(0, skip - position), Math.max(0, skip + take - position));
    position += part.length;
    if (position >= skip + take) return;
  }
}
