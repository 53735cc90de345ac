import type { Identifier } from '../ast.js';
import type { Token } from '../lexer.js';
import { advance, type Cursor, fail, unexpected } from './cursor.js';
import { NEVER_AN_ALIAS, RESERVED_AS_ALIAS } from './words.js';

export function toIdentifier(cursor: Cursor, token: Token): Identifier {
  const quoted = token.type === 'quoted';
  const text = quoted ? token.value : cursor.source.slice(token.start, token.end);
  return {
    kind: 'identifier',
    name: token.value.toLowerCase(),
    text,
    quoted,
    start: token.start,
    end: token.end,
  };
}

/** Reads any word or quoted name. */
export function readName(cursor: Cursor, expected: string): Identifier {
  const token = cursor.current;
  if (token.type !== 'word' && token.type !== 'quoted') unexpected(cursor, expected);
  advance(cursor);
  return toIdentifier(cursor, token);
}

/** `[AS] alias`; null when there is none. */
export function readAlias(cursor: Cursor): Identifier | null {
  const token = cursor.current;
  if (token.type === 'word' && token.value === 'as') {
    advance(cursor);
    rejectStringAlias(cursor);
    const next = cursor.current;
    if (next.type === 'word' && NEVER_AN_ALIAS.has(next.value)) unexpected(cursor, 'an alias');
    return readName(cursor, 'an alias');
  }
  rejectStringAlias(cursor);
  if (token.type === 'quoted' || (token.type === 'word' && !RESERVED_AS_ALIAS.has(token.value))) {
    advance(cursor);
    return toIdentifier(cursor, token);
  }
  return null;
}

function rejectStringAlias(cursor: Cursor): void {
  const token = cursor.current;
  if (token.type !== 'string') return;
  fail(cursor, {
    code: 'unexpected-token',
    problem: 'A string cannot stand here.',
    hint: 'An alias is a plain name, or a name in ".',
    start: token.start,
    end: token.end,
  });
}
