import type { ParameterValue } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import type { NestedQueryNode } from './nodes.js';

/** How the columns of a query are called: by wire alias, by their own names (for a query in FROM), or not at all. */
export type OutputStyle = 'wire' | 'named' | 'bare';

/** What a statement needs and collects while its text is written. */
export interface Writing {
  /** In the order of their `?`. */
  readonly parameters: ParameterValue[];
  readonly codec: ValueCodec;
  /** Whether values are written into the text: two `?` are never known to be the same expression. */
  readonly literal: boolean;
  /** Columns to the left of clauses. Null: all of it in one line. */
  readonly indent: number | null;
  /** How many expressions and queries stand around what is being written. */
  depth: number;
  /** The text of a query in parentheses, without them. */
  query(of: NestedQueryNode, style: OutputStyle, writing: Writing): string;
}

/** What separates clauses: a space, or a new line. */
export function lineBreak({ indent }: Writing, deeper = 0): string {
  return indent === null ? ' ' : `\n${' '.repeat(indent + deeper)}`;
}

/** A query in parentheses. */
export function parenthesized(of: NestedQueryNode, style: OutputStyle, writing: Writing): string {
  if (writing.indent === null) return `(${writing.query(of, style, writing)})`;
  const inner = { ...writing, indent: writing.indent + 4 };
  return `(${lineBreak(inner)}${writing.query(of, style, inner)}${lineBreak(writing, 2)})`;
}
