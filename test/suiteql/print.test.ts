import { parse, print } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS, SPELLINGS } from './constructs.js';
import { withoutRanges } from './same-tree.js';

describe('print', () => {
  it.each(CONSTRUCTS)('gives back %s', (text) => {
    expect(print(parse(text))).toBe(text);
  });

  it.each(SPELLINGS)('prints %s in one canonical spelling', (written, printed) => {
    expect(print(parse(written))).toBe(printed);
  });

  it.each(SPELLINGS)('reads the same tree from its own spelling of %s', (written, printed) => {
    expect(withoutRanges(parse(printed))).toEqual(withoutRanges(parse(written)));
  });

  it('keeps named parameters', () => {
    const text = 'SELECT id FROM item WHERE id IN (:ids[]) AND name = :name';
    expect(print(parse(text, { namedParameters: true }))).toBe(text);
  });
});
