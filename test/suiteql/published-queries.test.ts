import { check, parse, print, SuiteqlError } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { knownTables, publishedQueries } from './published-queries.js';
import { withoutRanges } from './same-tree.js';

/** What is no complete statement of SuiteQL, and why. */
const NOT_STATEMENTS: Readonly<Record<string, string>> = {
  q0178: 'two alternatives of an ORDER BY, one behind the other',
  q0182: 'placeholders in braces',
  q0473: 'the filter language of REST collections',
  q0498: 'a named parameter, which its author replaces before sending',
};

describe.skipIf(publishedQueries === null)('published queries', () => {
  const { queries, negative } = publishedQueries ?? { queries: [], negative: [] };

  it('parses all but the listed ones', () => {
    const refused = queries.filter(({ query }) => problemOf(query) !== null).map(({ id }) => id);
    expect(refused).toEqual(Object.keys(NOT_STATEMENTS));
  });

  it('prints each so that it parses to the same tree', () => {
    let count = 0;
    for (const { id, query } of queries) {
      if (Object.hasOwn(NOT_STATEMENTS, id)) continue;
      const tree = parse(query);
      expect(withoutRanges(parse(print(tree))), id).toEqual(withoutRanges(tree));
      count += 1;
    }
    expect(count).toBe(queries.length - Object.keys(NOT_STATEMENTS).length);
  });

  it('refuses what Oracle documents as invalid', () => {
    for (const { query, reason } of negative) expect(problemOf(query), reason).not.toBeNull();
  });
  it.skipIf(knownTables === null)('finds no errors but columns that are not exposed', () => {
    if (knownTables === null) return;
    for (const { id, query } of queries) {
      if (Object.hasOwn(NOT_STATEMENTS, id)) continue;
      const errors = check(query, knownTables).findings.filter(({ severity }) => severity === 'error');
      expect(
        errors.filter(({ code }) => code !== 'not-exposed'),
        id,
      ).toEqual([]);
    }
  });
});

function problemOf(text: string): string | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    return error.problem;
  }
}
