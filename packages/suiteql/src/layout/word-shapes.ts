import type { Query } from '../ast.js';
import { walk } from '../walk.js';
import type { TokenIndex } from './token-index.js';

/** What the tree tells of tokens that look alike: places in the list of tokens. */
export interface WordShapes {
  /** Names: they stay as they are written. Other words are keywords. */
  readonly names: ReadonlySet<number>;
  /** Words that a parenthesis follows without a space: `COUNT(`, `CAST(`, `NUMBER(`. */
  readonly callers: ReadonlySet<number>;
  /** Signs before a value, which no space follows. */
  readonly signs: ReadonlySet<number>;
}

export function wordShapes(query: Query, index: TokenIndex): WordShapes {
  const names = new Set<number>();
  const callers = new Set<number>();
  const signs = new Set<number>();
  walk(query, (node) => {
    const at = index.at(node.start);
    switch (node.kind) {
      case 'identifier':
        names.add(at);
        break;
      case 'call':
        callers.add(index.at(node.name.start));
        break;
      case 'cast':
      case 'extract':
      case 'trim':
      case 'type-name':
        callers.add(at);
        break;
      case 'unary':
        signs.add(at);
        break;
    }
    return true;
  });
  return { names, callers, signs };
}
