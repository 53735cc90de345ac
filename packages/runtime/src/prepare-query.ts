import { flatShape, type RowDecoder, rowDecoder } from './model/row-shape.js';
import { compile, compileRaw } from './query/compile.js';
import { node } from './query/expression.js';
import type { Query } from './query/select.js';
import { rawDecoder } from './raw/raw-decoder.js';
import type { Statement } from './statement.js';
import type { ValueCodec } from './value-codec.js';

/** What it takes to run a query. */
export interface PreparedQuery {
  readonly statement: Statement;
  /** Gives what the row type of the query says. */
  readonly decode: RowDecoder;
}

/** The statement of a query, and how its rows are decoded. */
export function prepareQuery(query: Query<unknown>, codec: ValueCodec): PreparedQuery {
  const of = query[node];
  if ('type' in of) {
    return { statement: compileRaw(of.text, codec), decode: rawDecoder(of.columns, codec) };
  }
  const compiled = compile(of, codec);
  return { statement: compiled, decode: rowDecoder(flatShape(compiled.columns), compiled.columns, codec) };
}
