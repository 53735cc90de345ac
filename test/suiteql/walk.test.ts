import { parse, walk } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS } from './constructs.js';

describe('walk', () => {
  it('visits parents first, in the order of the text, and leaves out what it is told to', () => {
    const text = 'SELECT a, (SELECT b FROM u) AS x FROM t WHERE c = 1';
    const seen: string[] = [];
    walk(parse(text), (node) => {
      if (node.kind === 'column' || node.kind === 'number') seen.push(text.slice(node.start, node.end));
      return node.kind !== 'subquery';
    });
    expect(seen).toEqual(['a', 'c', '1']);
  });

  it.each(CONSTRUCTS)('finds each node of %s inside its parent', (text) => {
    const check = (node: Parameters<typeof walk>[0]): void => {
      expect(node.start).toBeLessThanOrEqual(node.end);
      walk(node, (child) => {
        expect(child.start, child.kind).toBeGreaterThanOrEqual(node.start);
        expect(child.end, child.kind).toBeLessThanOrEqual(node.end);
        return child === node;
      });
    };
    walk(parse(text), (node) => {
      check(node);
      return true;
    });
  });
});
