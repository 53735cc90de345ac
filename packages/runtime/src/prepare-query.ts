import { type RowDecoder, rowDecoder } from './model/row-shape.js';
import { compile, compileRaw } from './query/compile.js';
import { nestedShape } from './query/nested-shape.js';
import type { RawQueryNode, StatementNode } from './query/nodes.js';
import { type Query, statementOf } from './query/query.js';
import { type ReadPlan, rawReadPlan, readPlan } from './query/read-plan.js';
import { rawDecoder } from './raw/raw-decoder.js';
import type { Statement } from './statement.js';
import type { ValueCodec } from './value-codec.js';

/** What it takes to run a query. */
export interface PreparedQuery {
  readonly statement: Statement;
  /** Gives what the row type of the query says. */
  readonly decode: RowDecoder;
  readonly plan: ReadPlan;
}

/** The statement of a query, and how its rows are decoded. */
export function prepareQuery(query: Query<unknown, string>, codec: ValueCodec): PreparedQuery {
  const of = selectingStatement(query);
  if ('type' in of && of.type === 'raw query') {
    const statement = compileRaw(of.text, codec);
    const columns = of.columns === null ? undefined : Object.keys(of.columns);
    return { statement, decode: rawDecoder(of.columns, codec), plan: rawReadPlan(statement, columns) };
  }
  const compiled = compile(of, codec);
  const decode = rowDecoder(nestedShape(compiled.columns), compiled.columns, codec);
  return { statement: compiled, decode, plan: readPlan(of, compiled, codec) };
}

/** The statement of a query with a line for each clause; one that is text stays as it was written. */
export function formatQuery(query: Query<unknown, string>, codec: ValueCodec): Statement {
  const of = selectingStatement(query);
  if ('type' in of && of.type === 'raw query') return compileRaw(of.text, codec);
  return compile(of, codec, { format: true });
}

/** @throws {TypeError} It is no query, or a builder that has selected nothing yet. */
function selectingStatement(query: unknown): StatementNode | RawQueryNode {
  const of = statementOf(query, 'The query to send');
  if ('type' in of || of.selection.length > 0) return of;
  throw new TypeError('The query selects no column. Call .select({ … }) on it before it is sent.');
}
