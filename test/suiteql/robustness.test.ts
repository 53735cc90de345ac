import { check, parse, print, SuiteqlError } from '@suitewright/suiteql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS } from './constructs.js';
import { publishedQueries } from './published-queries.js';
import { withoutRanges } from './same-tree.js';
import { catalog } from './small-catalog.js';

const statements = [...CONSTRUCTS, ...(publishedQueries?.queries.map(({ query }) => query) ?? [])];
const PIECES = /'(?:[^']|'')*'|"[^"]*"|--.*\n|\/\*.*?\*\/|\|\||[<>!^]=|<>|[\w.]+|[^\s\w]/g;
const pieces = statements.flatMap((statement) => statement.match(PIECES) ?? []);

const piece = fc.constantFrom(...pieces);
const mutation = fc.record({
  action: fc.constantFrom('delete', 'insert', 'replace', 'double', 'cut'),
  place: fc.nat({ max: 9_999 }).map((value) => value / 10_000),
  piece,
});
const mutant = fc
  .tuple(fc.constantFrom(...statements), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([statement, mutations]) => {
    let list: string[] = statement.match(PIECES) ?? [];
    for (const { action, place, piece: other } of mutations) {
      const at = Math.floor(place * list.length);
      const head = list.slice(0, at);
      const tail = list.slice(at);
      if (action === 'delete') list = [...head, ...tail.slice(1)];
      else if (action === 'insert') list = [...head, other, ...tail];
      else if (action === 'replace') list = [...head, other, ...tail.slice(1)];
      else if (action === 'double') list = [...head, ...tail.slice(0, 3), ...tail];
      else list = head;
    }
    return list.join(' ');
  });

/** Parses; whatever parses must also print, parse to the same tree, and be checked. */
function survive(text: string): void {
  try {
    const tree = parse(text);
    const printed = print(tree);
    expect(withoutRanges(parse(printed))).toEqual(withoutRanges(tree));
    expect(print(parse(printed))).toBe(printed);
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw new Error(`${String(error)}\n${text}`, { cause: error });
  }
  check(text, catalog);
}

describe('parse, print and check', () => {
  it('raise nothing but SuiteqlError on mutated statements, and print back what parses', () => {
    fc.assert(fc.property(mutant, survive), { numRuns: 8_000 });
  });

  it('raise nothing but SuiteqlError on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survive), { numRuns: 2_000 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((list) => list.join(' ')),
        survive,
      ),
      { numRuns: 3_000 },
    );
  });

  it('are checked in linear time, whatever digits stand in their strings', () => {
    const digits = `'${'1'.repeat(1_000_000)}x'`;
    for (const condition of [`id = ${digits}`, `id + ${digits} > 1`, `ABS(${digits}) > 1`]) {
      const { findings } = check(parse(`SELECT id FROM customer WHERE ${condition}`), catalog);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it('give back any string and any quoted name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (value, name) => {
          fc.pre(name.trim() !== '');
          const quoted = `"${name.replaceAll('"', '""')}"`;
          const { body } = parse(`SELECT '${value.replaceAll("'", "''")}' AS ${quoted} FROM dual`);
          const column = body.kind === 'select' ? body.columns[0] : undefined;
          expect(column).toMatchObject({ alias: { text: name }, expression: { kind: 'string', value } });
        },
      ),
    );
  });

  it.each([
    ['parentheses', (depth: number) => `SELECT ${'('.repeat(depth)}1${')'.repeat(depth)} FROM dual`],
    [
      'subqueries',
      (depth: number) => `${'SELECT * FROM ('.repeat(depth)}SELECT 1 FROM dual${')'.repeat(depth)}`,
    ],
    ['calls', (depth: number) => `SELECT ${'ABS('.repeat(depth)}1${')'.repeat(depth)} FROM dual`],
    ['signs', (depth: number) => `SELECT ${'- '.repeat(depth)}1 FROM dual`],
    ['NOT', (depth: number) => `SELECT 1 FROM dual WHERE ${'NOT '.repeat(depth)}1 = 1`],
    [
      'CASE',
      (depth: number) => `SELECT ${'CASE WHEN 1 = 1 THEN '.repeat(depth)}1${' END'.repeat(depth)} FROM dual`,
    ],
    [
      'EXISTS',
      (depth: number) =>
        `${'SELECT 1 FROM dual WHERE EXISTS ('.repeat(depth)}SELECT 1 FROM dual${')'.repeat(depth)}`,
    ],
    [
      'open joins',
      (depth: number) => `SELECT 1 FROM a ${'JOIN b '.repeat(depth)}${'ON 1 = 1 '.repeat(depth)}`,
    ],
    [
      'grouping sets',
      (depth: number) => `SELECT 1 FROM a GROUP BY ${'GROUPING SETS ('.repeat(depth)}a${')'.repeat(depth)}`,
    ],
    [
      'set operations',
      (depth: number) =>
        `${'('.repeat(depth)}SELECT 1 FROM dual${' UNION SELECT 2 FROM dual)'.repeat(depth)}`,
    ],
  ])('refuse 100,000 levels of %s, and take 60', (_name, nest) => {
    expect(() => parse(nest(100_000))).toThrow(SuiteqlError);
    survive(nest(60));
    expect(() => parse(nest(60))).not.toThrow();
  });

  it.each([
    ['AND', `SELECT a FROM t WHERE ${'a = 1 AND '.repeat(50_000)}a = 2`],
    ['sums', `SELECT ${'1 + '.repeat(100_000)}1 FROM t`],
    ['mixed operators', `SELECT ${'a + b || c * d - '.repeat(20_000)}1 FROM t`],
    ['set operations', `${'SELECT 1 FROM dual UNION ALL '.repeat(20_000)}SELECT 1 FROM dual`],
    ['joins', `SELECT 1 FROM a ${'JOIN b ON a.id = b.id '.repeat(20_000)}`],
    ['tables', `SELECT * FROM ${'item, '.repeat(60_000)}item b WHERE b.costs = 1`],
    ['nested joins', `SELECT 1 FROM a JOIN (b ${'JOIN c ON 1 = 1 '.repeat(40_000)}) ON 1 = 1`],
    ['type words', `SELECT CAST(a AS ${'x '.repeat(200_000)}) FROM t`],
    ['columns', `SELECT ${'a, '.repeat(100_000)}b FROM t`],
    ['branches', `SELECT CASE ${'WHEN a = 1 THEN 2 '.repeat(20_000)}END FROM t`],
  ])('take long chains of %s', (_name, text) => {
    const tree = parse(text);
    expect(print(parse(print(tree)))).toBe(print(tree));
    check(tree, catalog);
  });

  it('take a statement of a megabyte', () => {
    const columns = Array.from({ length: 40_000 }, (_, index) => `NVL(t.memo, ${index}) AS c${index}`);
    const text = `SELECT ${columns.join(', ')} FROM transaction t`;
    expect(text.length).toBeGreaterThan(2 ** 20);
    const { body } = parse(text);
    expect(body.kind === 'select' && body.columns.length).toBe(columns.length);
    expect(check(text, catalog).columns).toHaveLength(columns.length);
  });
});
