import { format, parse, SuiteqlError } from '@suitewright/suiteql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS } from '../constructs.js';
import { publishedQueries } from '../published-queries.js';
import { withoutRanges } from '../same-tree.js';

const options = { namedParameters: true } as const;

describe('format', () => {
  it('gives each clause a line, and lists and conditions too where they do not fit on one', () => {
    const text = `select t.id, t.tranid, BUILTIN.DF(t.status) as status_name, c.companyname as customer_name, t.foreigntotal
      from transaction t left outer join customer c on c.id=t.entity and c.isinactive='F', item i
      where t.type='SalesOrd' and (t.entity=:customer or t.entity in (:customers[])) and t.trandate>=:since and t.foreigntotal>-5
      group by t.id order by t.trandate desc nulls last, t.id fetch first 10 rows only;`;
    expect(format(text, options)).toBe(
      `
SELECT
  t.id,
  t.tranid,
  BUILTIN.DF(t.status) AS status_name,
  c.companyname AS customer_name,
  t.foreigntotal
FROM transaction t
  LEFT OUTER JOIN customer c ON c.id = t.entity AND c.isinactive = 'F', item i
WHERE t.type = 'SalesOrd'
  AND (t.entity = :customer OR t.entity IN (:customers[]))
  AND t.trandate >= :since
  AND t.foreigntotal > -5
GROUP BY t.id
ORDER BY t.trandate DESC NULLS LAST, t.id
FETCH FIRST 10 ROWS ONLY`.trim(),
    );
  });

  it('keeps a short subquery on its line and makes a long one a block', () => {
    const text = `SELECT id FROM customer c WHERE EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id) AND id NOT IN
      (SELECT entity FROM transaction WHERE type = 'CustInvc' AND foreignamountunpaid > 0 AND trandate < SYSDATE - 90 UNION SELECT 5 FROM dual)`;
    expect(format(text)).toBe(
      `
SELECT id
FROM customer c
WHERE EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id)
  AND id NOT IN (
    SELECT entity
    FROM transaction
    WHERE type = 'CustInvc' AND foreignamountunpaid > 0 AND trandate < SYSDATE - 90
    UNION
    SELECT 5
    FROM dual
  )`.trim(),
    );
  });

  it('keeps every comment at what it was written to', () => {
    const text = `SELECT id, -- the key
  companyname /* as entered */, entityid
  -- only the ones in use
FROM customer -- all of them
WHERE isinactive = 'F' -- end`;
    expect(format(text)).toBe(
      `
SELECT
  id, -- the key
  companyname /* as entered */,
  entityid
-- only the ones in use
FROM customer -- all of them
WHERE isinactive = 'F' -- end`.trim(),
    );
    expect(format(text, { comments: false })).toBe(
      `SELECT id, companyname, entityid\nFROM customer\nWHERE isinactive = 'F'`,
    );
  });

  it('refuses what is no query, with its place', () => {
    expect(() => format('SELECT id FROM customer LIMIT 5')).toThrow(SuiteqlError);
  });

  const published = (publishedQueries?.queries ?? []).map(({ query }) => query).filter(isStatement);

  it.each([
    ['of every construct', CONSTRUCTS],
    ['published', published],
  ])('leaves the tree of statements %s as it was, and its own layout alone', (_, statements) => {
    for (const statement of statements) {
      const once = format(statement, options);
      expect(withoutRanges(parse(once, options))).toEqual(withoutRanges(parse(statement, options)));
      expect(format(once, options)).toBe(once);
    }
  });

  it('loses no comment, wherever it stands', () => {
    const comment = fc.constantFrom(
      ' -- one\n',
      ' /* two */',
      '\n-- three\n',
      '\n/* four\n   lines */\n',
      ' ',
    );
    const statement = fc.constantFrom(...CONSTRUCTS).chain((text) => {
      const gaps = [...text.matchAll(/ (?=(?:[^'"]*['"][^'"]*['"])*[^'"]*$)/g)].map(({ index }) => index);
      return fc
        .array(fc.tuple(fc.constantFrom(...gaps), comment), { maxLength: 4 })
        .map((insertions) => withComments(text, new Map(insertions)));
    });
    fc.assert(
      fc.property(statement, fc.integer({ min: 20, max: 120 }), (text, widthColumns) => {
        const once = format(text, { ...options, widthColumns });
        expect(withoutRanges(parse(once, options))).toEqual(withoutRanges(parse(text, options)));
        expect(commentsOf(once)).toEqual(commentsOf(text));
        expect(format(once, { ...options, widthColumns })).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

function isStatement(text: string): boolean {
  try {
    parse(text, options);
    return true;
  } catch {
    return false;
  }
}

function withComments(text: string, insertions: ReadonlyMap<number, string>): string {
  return [...text].map((character, at) => `${insertions.get(at) ?? ''}${character}`).join('');
}

/** Strings first, so that no comment sign in one counts. */
function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/'[^']*'|"[^"]*"|(--[^\n]*|\/\*[\s\S]*?\*\/)/g)].flatMap(({ 1: comment }) =>
    comment === undefined ? [] : [comment.trimEnd()],
  );
}
