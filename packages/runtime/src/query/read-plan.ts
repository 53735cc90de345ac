import type { Statement } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import { compile } from './compile.js';
import { type KeyedRead, keyedRead } from './keyed-read.js';
import type { StatementNode } from './nodes.js';
import { stableOrder } from './stable-order.js';

/** How the rows of a query are read, when there are more of them than a page holds. */
export interface ReadPlan {
  /** What `toSuiteQL` shows. A result of one page is read by it. */
  readonly statement: Statement;
  /** In ranges of a key. Null: the query's form does not allow it. */
  keyed(): KeyedRead | null;
  /** By offsets: the statement in an order without ties, or the text that somebody wrote. */
  ordered(): Statement;
  /** The columns of that text, where they are known. */
  readonly columns?: readonly string[] | undefined;
}

export function readPlan(query: StatementNode, statement: Statement, codec: ValueCodec): ReadPlan {
  return {
    statement,
    keyed: () => ('type' in query ? null : keyedRead(query, codec)),
    ordered: () => compile(stableOrder(query), codec),
  };
}

/** Of a statement that is text: only its author knows its key. */
export function rawReadPlan(statement: Statement, columns: readonly string[] | undefined): ReadPlan {
  return { statement, keyed: () => null, ordered: () => statement, columns };
}
