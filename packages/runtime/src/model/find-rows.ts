import { deferredRowStream, plainRowStream, type RowStream } from '../paging/row-stream.js';
import type { SuiteqlClient } from '../paging/suiteql-client.js';
import { type CompiledQuery, compile } from '../query/compile.js';
import { type ReadPlan, readPlan } from '../query/read-plan.js';
import { readParts, type StreamOptions, streamRows } from '../query/read-rows.js';
import { stableOrder } from '../query/stable-order.js';
import type { CallStatements, RelatedStatement, ShowOptions, WireRow } from '../statement.js';
import { checkCall } from './check-call.js';
import { listStatements } from './compile-list.js';
import { extendedRequest } from './extended-request.js';
import { type FindRequest, planFind } from './find-plan.js';
import { listedRowStream } from './listed-row-stream.js';
import type { ModelContext } from './model-context.js';
import { isBeyondResults, readWindow, windowOf } from './read-window.js';
import { attachLists } from './related-rows.js';
import { rowDecoder } from './row-shape.js';

export interface FindArguments extends FindRequest {
  readonly take?: number;
  readonly skip?: number;
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** Rows of a part of the result, decoded, with the lists of their relations. */
export type FinishRows = (
  wires: readonly WireRow[],
  signal: AbortSignal | undefined,
) => Promise<Record<string, unknown>[]>;

interface CompiledFind {
  readonly query: CompiledQuery;
  /** Of the lists within the rows; compiled before anything is sent, so that what cannot be sent is known. */
  readonly related: readonly RelatedStatement[];
  readonly finish: FinishRows;
  /** Decodes one row. Null: rows get lists, which are read for many rows at a time. */
  readonly decode: ((wire: WireRow) => unknown) | null;
  /** How all rows are read. */
  plan(): ReadPlan;
  /** Whether the call gives a number of rows. */
  readonly isCut: boolean;
}

/** What a call sends, without sending it. */
export async function findStatements(
  given: FindArguments,
  context: ModelContext,
  options: ShowOptions,
): Promise<CallStatements> {
  const { query, related } = await compileFind(given, context, options);
  return { ...query, related };
}

async function compileFind(
  given: FindArguments,
  context: ModelContext,
  options: ShowOptions = {},
): Promise<CompiledFind> {
  const { name, codec } = context;
  const { request, finish } = extendedRequest(given, context);
  const definitionOf = await context.load(name, request);
  const { query, shape, lists } = planFind(name, request, { definitionOf });
  // Rows are skipped by the page, not by the statement: whether SuiteQL takes OFFSET is not documented.
  const take = request.take === undefined ? null : request.take + (request.skip ?? 0);
  const isCut = take !== null || request.skip !== undefined;
  const compiled = compile(isCut ? { ...stableOrder(query), take } : query, codec, options);
  const { columns } = compiled;
  const decodeWire = rowDecoder(shape, columns, codec);
  const decode = (wire: WireRow): Record<string, unknown> => {
    const row = decodeWire(wire);
    finish(row);
    return row;
  };
  return {
    query: compiled,
    related: listStatements(lists, { codec, definitionOf, ...options }),
    decode: lists.length === 0 ? decode : null,
    async finish(wires, signal) {
      if (lists.length === 0) return wires.map(decode);
      const rows = wires.map(decodeWire);
      const { suiteql } = context.connection;
      await attachLists(lists, { columns, wires, rows }, { suiteql, codec, definitionOf, signal });
      for (const row of rows) finish(row);
      return rows;
    },
    plan: () => readPlan(query, isCut ? compile(query, codec) : compiled, codec),
    isCut,
  };
}

/** The rows of a call, in parts as they come. */
function partsOf(
  { query, plan, isCut }: CompiledFind,
  request: FindArguments,
  suiteql: SuiteqlClient,
): AsyncIterable<readonly WireRow[]> {
  if (isCut && !isBeyondResults(request)) return readWindow(suiteql, query, request);
  const parts = readParts(suiteql, plan(), request.signal);
  return isCut ? windowOf(parts, request) : parts;
}

export async function collectRows(request: FindArguments, context: ModelContext): Promise<unknown[]> {
  const { suiteql } = context.connection;
  const found = await compileFind(request, context);
  const rows: unknown[] = [];
  for await (const wires of partsOf(found, request, suiteql)) {
    for (const row of await found.finish(wires, request.signal)) rows.push(row);
  }
  return rows;
}

export function streamModel(
  request: FindArguments & StreamOptions,
  context: ModelContext,
): RowStream<unknown> {
  const { suiteql } = context.connection;
  // What is no object is refused when the stream begins.
  const resume = (request as StreamOptions | null)?.resume;
  return deferredRowStream(async () => {
    checkCall('stream', request, context);
    const found = await compileFind(request, context);
    const { decode, plan, isCut } = found;
    const finish = (part: readonly WireRow[]): Promise<Record<string, unknown>[]> =>
      found.finish(part, request.signal);
    if (isCut) {
      return plainRowStream(async function* () {
        for await (const part of partsOf(found, request, suiteql)) {
          for (const row of await finish(part)) {
            request.signal?.throwIfAborted();
            yield row;
          }
        }
        request.signal?.throwIfAborted();
      }, resume);
    }
    if (decode !== null) return streamRows(suiteql, plan(), { ...request, decode });
    const wires = streamRows(suiteql, plan(), { ...request, decode: (wire) => wire });
    return listedRowStream(wires, { finish, resume, signal: request.signal });
  }, resume);
}
