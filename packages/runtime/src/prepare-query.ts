import { type UndefinedInFilters, undefinedRefused } from './model/check-tree.js';
import { type RowDecoder, rowDecoder } from './model/row-shape.js';
import { compile, compileRaw } from './query/compile.js';
import { undefinedIn } from './query/logic.js';
import { nestedShape } from './query/nested-shape.js';
import type { RawQueryNode, StatementNode } from './query/nodes.js';
import { statementOf } from './query/query.js';
import { type ReadPlan, rawReadPlan, readPlan } from './query/read-plan.js';
import { rawDecoder } from './raw/raw-decoder.js';
import type { ShowOptions, Statement } from './statement.js';
import type { ValueCodec } from './value-codec.js';

/** What it takes to run a query. */
export interface PreparedQuery {
  readonly statement: Statement;
  /** Gives what the row type of the query says. */
  readonly decode: RowDecoder;
  readonly plan: ReadPlan;
}

/** What it takes to prepare a query. */
export interface QueryContext {
  readonly codec: ValueCodec;
  readonly undefinedInFilters: UndefinedInFilters;
}

/**
 * The statement of a query, and how its rows are decoded.
 *
 * @param call Names the call in messages.
 * @throws {TypeError} It is not a query, or holds `undefined` that the client refuses.
 */
export function prepareQuery(query: unknown, call: string, context: QueryContext): PreparedQuery {
  const { codec } = context;
  const of = selectingStatement(query, call, context);
  if ('type' in of && of.type === 'raw query') {
    const statement = compileRaw(of.text, codec);
    const columns = of.columns === null ? undefined : Object.keys(of.columns);
    return { statement, decode: rawDecoder(of.columns, codec), plan: rawReadPlan(statement, columns) };
  }
  const compiled = compile(of, codec);
  const decode = rowDecoder(nestedShape(compiled.columns), compiled.columns, codec);
  return { statement: compiled, decode, plan: readPlan(of, compiled, codec) };
}

/**
 * The statement of a query, without what it takes to run it.
 *
 * @param options.format Whether it has a line for each clause; one that is text stays as it was written.
 */
export function statementText(
  query: unknown,
  context: QueryContext,
  { call, format = false }: ShowOptions & { readonly call: string },
): Statement {
  const { codec } = context;
  const of = selectingStatement(query, call, context);
  return 'type' in of && of.type === 'raw query'
    ? compileRaw(of.text, codec)
    : compile(of, codec, { format });
}

/** @throws {TypeError} It is no query, or a builder that has selected nothing yet, or holds what the client refuses. */
function selectingStatement(
  query: unknown,
  call: string,
  { undefinedInFilters }: QueryContext,
): StatementNode | RawQueryNode {
  const of = statementOf(query, call);
  if (!('type' in of) && of.selection.length === 0) {
    throw new TypeError(`${call}: The query selects no column. Call .select({ … }) on it before it is sent.`);
  }
  const undefinedAt = undefinedInFilters === 'refuse' ? undefinedIn(of) : null;
  if (undefinedAt !== null) throw undefinedRefused(`${call}: ${undefinedAt}`);
  return of;
}
