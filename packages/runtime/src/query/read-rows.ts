import { plainRowStream, type RowStream } from '../paging/row-stream.js';
import type { SuiteqlClient } from '../paging/suiteql-client.js';
import type { WireRow } from '../statement.js';
import type { ReadPlan } from './read-plan.js';

export interface StreamOptions {
  /** A checkpoint of an earlier stream of the same query: the stream begins behind it. */
  readonly resume?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Every row of a query, in parts as they come: by the statement that is shown where it has one page. */
export async function* readParts(
  suiteql: SuiteqlClient,
  plan: ReadPlan,
  signal?: AbortSignal,
): AsyncGenerator<readonly WireRow[], void, undefined> {
  const first = await suiteql.page(plan.statement, { signal });
  if (!first.hasMore) {
    yield first.parsedRows;
    return;
  }
  const keyed = plan.keyed();
  if (keyed !== null) {
    const begun = keyed.beginsLikeQuery ? { first } : {};
    for await (const { rows } of suiteql.rangePages(keyed, { signal, ...begun })) yield rows;
    return;
  }
  const ordered = plan.ordered();
  const begun = ordered.text === plan.statement.text ? { first } : {};
  const { columns } = plan;
  for await (const { parsedRows } of suiteql.pages(ordered, { signal, columns, ...begun })) yield parsedRows;
}

/** The rows of a query one by one; where its form allows it, in ranges from the first row on, so that it can be resumed. */
export function streamRows<Row>(
  suiteql: SuiteqlClient,
  plan: ReadPlan,
  options: StreamOptions & { readonly decode: (wire: WireRow) => Row },
): RowStream<Row> {
  const { decode, signal, resume } = options;
  const keyed = plan.keyed();
  if (keyed !== null) return suiteql.ranges(keyed, { decode, signal, resume });
  return plainRowStream(async function* () {
    const { columns } = plan;
    for await (const { parsedRows } of suiteql.pages(plan.ordered(), { signal, columns })) {
      for (const wire of parsedRows) {
        signal?.throwIfAborted();
        yield decode(wire);
      }
    }
  }, resume);
}
