import { check, parse, type Query, SuiteqlError } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS } from './constructs.js';
import { publishedQueries } from './published-queries.js';
import { catalog } from './small-catalog.js';

const PIECES = /'(?:[^']|'')*'|"[^"]*"|--.*\n|\/\*.*?\*\/|\|\||[<>!^]=|<>|[\w.]+|[^\s\w]/g;
const statements = [...CONSTRUCTS, ...(publishedQueries?.queries.map(({ query }) => query) ?? [])].map(
  (statement): readonly string[] => statement.match(PIECES) ?? [],
);
const pieces = statements.flat();

/** Numbers below a limit, the same ones every time (a linear congruential generator). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function mutate(statement: readonly string[], below: (limit: number) => number): string {
  const list = [...statement];
  for (let left = 1 + below(3); left > 0; left--) {
    const at = below(list.length + 1);
    const piece = pieces[below(pieces.length)] ?? '';
    switch (below(6)) {
      case 0:
        list.splice(at, 1);
        break;
      case 1:
        list.splice(at, 0, piece);
        break;
      case 2:
        list.splice(at, 1, piece);
        break;
      case 3:
        list.splice(at, 0, ...list.slice(at, at + 3));
        break;
      case 4:
        list.splice(at, 2, list[at + 1] ?? '', list[at] ?? '');
        break;
      default:
        list.length = Math.min(list.length, at);
    }
  }
  return list.join(' ');
}

describe('50,000 mutated statements', () => {
  it('parse or raise a SuiteqlError, and are checked without raising anything', () => {
    const below = numbersFrom(20_260_308);
    let parsed = 0;
    for (let count = 0; count < 50_000; count++) {
      const text = mutate(statements[below(statements.length)] ?? [], below);
      try {
        const tree = treeOf(text);
        if (tree === null) continue;
        parsed++;
        check(tree, catalog);
      } catch (error) {
        throw new Error(`${String(error)}\n${text}`, { cause: error });
      }
    }
    // Mutants that never parse would not reach the checker, those that always do not the parser's errors.
    expect(parsed).toBeGreaterThan(5_000);
    expect(parsed).toBeLessThan(45_000);
  });
});

function treeOf(text: string): Query | null {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof SuiteqlError) return null;
    throw error;
  }
}
