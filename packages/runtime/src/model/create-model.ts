import { MalformedResponseError } from '../errors/network-error.js';
import { NoRowError } from '../errors/no-row-error.js';
import { type Pending, pending } from '../pending.js';
import { compile } from '../query/compile.js';
import { readPlan } from '../query/read-plan.js';
import { readParts, type StreamOptions } from '../query/read-rows.js';
import { showValue } from '../show-value.js';
import type { ShowOptions, Statement, WireRow } from '../statement.js';
import { type AggregateRequest, planAggregate } from './aggregate-plan.js';
import { type CallName, checkCall } from './check-call.js';
import { extendedWhere } from './extended-request.js';
import { planCount, planExists } from './find-plan.js';
import { collectRows, type FindArguments, findStatements, streamModel } from './find-rows.js';
import type { Model } from './model.js';
import { modelContext } from './model.js';
import type { ModelContext } from './model-context.js';
import { type PaginateArguments, pageStatements, readModelPage } from './paginate.js';
import { readWindow } from './read-window.js';
import { includeOf } from './related-groups.js';
import { rowDecoder } from './row-shape.js';

interface AggregateArguments extends AggregateRequest {
  readonly take?: number;
  readonly skip?: number;
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** The implementation behind every {@link Model}; the types are the interface's business. */
export function createModel(context: ModelContext): Model<unknown, unknown> {
  const { name, codec, load, extension } = context;
  const { suiteql } = context.connection;

  /** A call whose arguments are checked before anything else is done with them. */
  function checked<Value>(
    call: CallName,
    given: unknown,
    work: Parameters<typeof pending<Value>>[0],
  ): Pending<Value> {
    return pending({
      statements: async (options) => {
        checkCall(call, given, context);
        return work.statements(options);
      },
      run: async () => {
        checkCall(call, given, context);
        return work.run();
      },
    });
  }

  function findFirst(request: FindArguments = {}): Pending<unknown> {
    const first = (): FindArguments => ({ ...request, take: Math.min(request.take ?? 1, 1) });
    return checked('findFirst', request, {
      statements: (options) => findStatements(first(), context, options),
      run: async () => (await collectRows(first(), context))[0] ?? null,
    });
  }

  function findUnique(request: FindArguments): Pending<unknown> {
    const unique = async (): Promise<FindArguments> => {
      const { primaryKey } = (await load(name, {}))(name);
      checkUnique(request.where, primaryKey, name);
      return { ...request, take: 1 };
    };
    return checked('findUnique', request, {
      statements: async (options) => findStatements(await unique(), context, options),
      run: async () => (await collectRows(await unique(), context))[0] ?? null,
    });
  }

  function orThrow(found: Pending<unknown>): Pending<unknown> {
    return pending({
      statements: (options) => found.toSuiteQL(options),
      run: async () => {
        const row = await found;
        if (row !== null) return row;
        throw new NoRowError({ model: name, statement: (await found.toSuiteQL()).text });
      },
    });
  }

  async function compileSingle(
    planSingle: typeof planCount,
    request: FindArguments,
    options?: ShowOptions,
  ): Promise<Statement> {
    const where = extendedWhere(request, extension);
    return compile(planSingle(name, where, await load(name, { where })), codec, options);
  }

  async function compileAggregate(request: AggregateArguments, options?: ShowOptions) {
    const where = extendedWhere(request, extension);
    const { byRelated, orderBy } = request;
    const definitionOf = await load(name, { where, include: includeOf(byRelated), orderBy });
    const { query, shape } = planAggregate(name, { ...request, where }, definitionOf);
    const take = request.take === undefined ? null : request.take + (request.skip ?? 0);
    const compiled = compile({ ...query, take }, codec, options);
    return { query, compiled, decode: rowDecoder(shape, compiled.columns, codec) };
  }

  async function aggregateRows(request: AggregateArguments): Promise<unknown[]> {
    const { query, compiled, decode } = await compileAggregate(request);
    const isCut = request.take !== undefined || request.skip !== undefined;
    const parts = isCut
      ? readWindow(suiteql, compiled, request)
      : readParts(suiteql, readPlan(query, compiled, codec), request.signal);
    const rows: unknown[] = [];
    for await (const part of parts) for (const wire of part) rows.push(decode(wire));
    return rows;
  }

  function grouping(request: AggregateArguments): AggregateArguments {
    if (request.by !== undefined || request.byRelated !== undefined) return request;
    throw new TypeError(
      `groupBy of ${name}: give by or byRelated, the fields whose equal values make a group. Over all rows, use aggregate.`,
    );
  }

  // The arguments are checked by the interface's types, here where the call begins, and by the planner that reads them.
  return {
    [modelContext]: context,
    findMany: (request: FindArguments = {}) =>
      checked('findMany', request, {
        statements: (options) => findStatements(request, context, options),
        run: () => collectRows(request, context),
      }),
    findFirst,
    findFirstOrThrow: (request: FindArguments = {}) => orThrow(findFirst(request)),
    findUnique,
    findUniqueOrThrow: (request: FindArguments) => orThrow(findUnique(request)),
    exists: (request: FindArguments = {}) =>
      checked('exists', request, {
        statements: (options) => compileSingle(planExists, request, options),
        run: async () => {
          const { signal } = request;
          const { rows } = await suiteql.page(await compileSingle(planExists, request), { limit: 1, signal });
          return rows.length > 0;
        },
      }),
    count: (request: FindArguments = {}) =>
      checked('count', request, {
        statements: (options) => compileSingle(planCount, request, options),
        run: async () => {
          const { rows } = await suiteql.page(await compileSingle(planCount, request), {
            signal: request.signal,
          });
          return countIn(rows[0], `count of ${name}`);
        },
      }),
    aggregate: (request: AggregateArguments) =>
      checked('aggregate', request, {
        statements: async (options) => (await compileAggregate(request, options)).compiled,
        run: async () => {
          const [row] = await aggregateRows(request);
          if (row !== undefined) return row;
          throw incomplete(`aggregate of ${name}: NetSuite returned no row`);
        },
      }),
    groupBy: (request: AggregateArguments) =>
      checked('groupBy', request, {
        statements: async (options) => (await compileAggregate(grouping(request), options)).compiled,
        run: () => aggregateRows(grouping(request)),
      }),
    paginate: (request: PaginateArguments = {}) =>
      checked('paginate', request, {
        statements: (options) => pageStatements(request, context, options),
        run: () => readModelPage(request, context),
      }),
    stream: (request: FindArguments & StreamOptions = {}) => streamModel(request, context),
  } as unknown as Model<unknown, unknown>;
}

/**
 * The number in the one row of a count.
 *
 * @throws {MalformedResponseError} There is no row, or no number in it.
 */
function countIn(row: WireRow | undefined, call: string): number {
  const count = row?.c0;
  if (typeof count === 'string' && /^\d+$/.test(count)) return Number(count);
  throw incomplete(
    `${call}: NetSuite returned ${row === undefined ? 'no row' : `${showValue(count)} as the number`}`,
  );
}

function incomplete(what: string): MalformedResponseError {
  return new MalformedResponseError(`${what}. Run the query again.`, { status: 200, operationId: null });
}

function checkUnique(where: unknown, primaryKey: string | null, model: string): void {
  if (primaryKey === null)
    throw new TypeError(`${model} has no key that is known. Use findFirst with conditions of your own.`);
  const value =
    typeof where === 'object' && where !== null && Object.hasOwn(where, primaryKey)
      ? (where as Readonly<Record<string, unknown>>)[primaryKey]
      : undefined;
  if (typeof value === 'string' || typeof value === 'number') return;
  throw new TypeError(
    `findUnique of ${model} needs its key: where: { ${primaryKey}: … }. To look for anything else, use findFirst.`,
  );
}
