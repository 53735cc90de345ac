import type { Connection } from '../connection.js';
import { deferredRowStream, plainRowStream, type RowStream } from '../paging/row-stream.js';
import { pending } from '../pending.js';
import { type CompiledQuery, compile } from '../query/compile.js';
import { type ReadPlan, readPlan } from '../query/read-plan.js';
import { readParts, type StreamOptions, streamRows } from '../query/read-rows.js';
import { stableOrder } from '../query/stable-order.js';
import type { ValueCodec } from '../value-codec.js';
import { type DefinitionOf, type FindRequest, planCount, planFind } from './find-plan.js';
import type { Model } from './model.js';
import { readRows } from './read-rows.js';
import { type RowDecoder, rowDecoder } from './row-shape.js';

/** Gives the definitions of a model and of all models that the arguments reach through relations. */
export type LoadDefinitions = (model: string, request: FindRequest) => Promise<DefinitionOf>;

interface FindArguments extends FindRequest {
  readonly take?: number;
  readonly skip?: number;
  readonly signal?: AbortSignal;
}

interface CompiledFind {
  readonly query: CompiledQuery;
  readonly decode: RowDecoder;
  /** Null: a number of rows is given, and they are read by the page. */
  readonly plan: ReadPlan | null;
}

/** The implementation behind every {@link Model}; the types are the interface's business. */
export function createModel(
  name: string,
  context: { readonly connection: Connection; readonly codec: ValueCodec; readonly load: LoadDefinitions },
): Model<unknown, unknown> {
  const { connection, codec, load } = context;

  async function compileFind(request: FindArguments): Promise<CompiledFind> {
    checkRows('take', request.take);
    checkRows('skip', request.skip);
    const { query, shape } = planFind(name, request, await load(name, request));
    // Rows are skipped by the page, not by the statement: whether SuiteQL takes OFFSET is not documented.
    const take = request.take === undefined ? null : request.take + (request.skip ?? 0);
    const isCut = take !== null || request.skip !== undefined;
    const compiled = compile(isCut ? { ...stableOrder(query), take } : query, codec);
    const decode = rowDecoder(shape, compiled.columns, codec);
    return { query: compiled, decode, plan: isCut ? null : readPlan(query, compiled, codec) };
  }

  function stream(request: FindArguments & StreamOptions = {}): RowStream<unknown> {
    return deferredRowStream(async () => {
      const { query, decode, plan } = await compileFind(request);
      if (plan !== null) return streamRows(connection.suiteql, plan, { ...request, decode });
      return plainRowStream(async function* () {
        for await (const part of readRows(connection.suiteql, query, request)) {
          for (const wire of part) yield decode(wire);
        }
      }, request.resume);
    }, request.resume);
  }

  async function collect(request: FindArguments): Promise<unknown[]> {
    const { query, decode, plan } = await compileFind(request);
    const rows: unknown[] = [];
    const parts =
      plan === null
        ? readRows(connection.suiteql, query, request)
        : readParts(connection.suiteql, plan, request.signal);
    for await (const part of parts) {
      for (const wire of part) rows.push(decode(wire));
    }
    return rows;
  }

  async function compileCount(where: unknown): Promise<CompiledQuery> {
    return compile(planCount(name, where, await load(name, { where })), codec);
  }

  // The arguments are checked by the interface's types at the call, and by the planner when it reads them.
  return {
    findMany: (request: FindArguments = {}) =>
      pending({
        statement: async () => (await compileFind(request)).query,
        run: () => collect(request),
      }),
    findFirst: (request: FindArguments = {}) => {
      const first = { ...request, take: 1 };
      return pending({
        statement: async () => (await compileFind(first)).query,
        run: async () => (await collect(first))[0] ?? null,
      });
    },
    count: ({ where, signal }: FindArguments = {}) =>
      pending({
        statement: () => compileCount(where),
        run: async () => {
          const { rows } = await connection.suiteql.page(await compileCount(where), { signal });
          return Number(rows[0]?.c0 ?? 0);
        },
      }),
    stream,
  } as Model<unknown, unknown>;
}

function checkRows(name: 'take' | 'skip', rows: number | undefined): void {
  if (rows === undefined || (Number.isSafeInteger(rows) && rows >= 0)) return;
  throw new TypeError(`${name}: ${String(rows)} is not a number of rows. Give a whole number, 0 or more.`);
}
