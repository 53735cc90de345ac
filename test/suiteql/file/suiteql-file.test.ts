import { formatFile, parse, SuiteqlError, splitStatements } from '@suitewright/suiteql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutRanges } from '../same-tree.js';

const file = `-- Queries of the shop.

-- name: openOrders
-- Orders that wait; see 'ship; it'.
-- @param since The first day.
SELECT id FROM transaction WHERE memo <> 'a;b' /* name: inside */ AND trandate >= :since;

/* name: customers
 * All of them.
 */
SELECT id -- name: alsoNot
FROM customer
`;

function read(text: string): readonly unknown[] {
  return splitStatements(text).map(({ name, documentation, range }) => ({
    name: name?.text ?? null,
    documentation: documentation.map((line) => line.text),
    text: text.slice(range.start, range.end),
  }));
}

describe('splitStatements', () => {
  it('gives each statement the header above it; semicolons in strings end nothing', () => {
    expect(read(file)).toEqual([
      {
        name: 'openOrders',
        documentation: ["Orders that wait; see 'ship; it'.", '@param since The first day.'],
        text: "SELECT id FROM transaction WHERE memo <> 'a;b' /* name: inside */ AND trandate >= :since",
      },
      {
        name: 'customers',
        documentation: ['All of them.'],
        text: 'SELECT id -- name: alsoNot\nFROM customer',
      },
    ]);
  });

  it('takes the next header for the end of a statement without a semicolon', () => {
    expect(read('-- name: a\nSELECT 1 FROM dual\n-- name: b\nSELECT 2 FROM dual')).toMatchObject([
      { name: 'a', text: 'SELECT 1 FROM dual' },
      { name: 'b', text: 'SELECT 2 FROM dual' },
    ]);
  });

  it('takes a comment without a name for documentation only directly above the statement', () => {
    expect(read('-- Licence.\n\n-- Items.\n-- All.\nSELECT id FROM item')).toMatchObject([
      { name: null, documentation: ['Items.', 'All.'] },
    ]);
  });

  it('knows where each name and line stands', () => {
    const [first] = splitStatements(file);
    expect(file.slice(first?.name?.start, first?.name?.end)).toBe('openOrders');
    expect(first?.documentation.map(({ start, end }) => file.slice(start, end))).toEqual([
      "Orders that wait; see 'ship; it'.",
      '@param since The first day.',
    ]);
  });

  it.each([
    ['', 0],
    ['-- nothing here', 0],
    [';;;', 0],
    ["SELECT 'never ends; FROM t", 1],
    ['SELECT 1 /* never ends; FROM t', 1],
  ])('reads %j without complaint', (text, count) => {
    expect(splitStatements(text)).toHaveLength(count);
  });
});

describe('formatFile', () => {
  it('lays out statements, parts them by an empty line, and keeps what stands between', () => {
    const text =
      '\n-- Shop.\n\n\n\n-- name: a\nselect id from item\n-- name: b  \nselect id from customer;\n\n-- The end.\n\n';
    expect(formatFile(text)).toBe(
      `-- Shop.

-- name: a
SELECT id
FROM item;

-- name: b
SELECT id
FROM customer;

-- The end.
`,
    );
    expect(formatFile(formatFile(text))).toBe(formatFile(text));
  });

  it('leaves comments on the line that they are on, and semicolons out of them', () => {
    const text =
      'select 1 from dual -- one\n; -- behind\n-- name: b\nselect 2 from dual; /* a */ -- b\n\n/* c */ select 3 from dual -- last';
    const laidOut = `SELECT 1
FROM dual -- one
; -- behind

-- name: b
SELECT 2
FROM dual; /* a */ -- b

/* c */ SELECT 3
FROM dual; -- last
`;
    expect(formatFile(text)).toBe(laidOut);
    expect(formatFile(laidOut)).toBe(laidOut);
    expect(splitStatements(laidOut).map(({ name }) => name?.text ?? null)).toEqual([null, 'b', null]);
  });

  it('changes neither the statements of a file nor what documents them', () => {
    const piece = fc.constantFrom(
      'SELECT id FROM item',
      "select 'a;b' from dual",
      ';',
      '\n',
      '\n\n',
      ' ',
      '-- name: x\n',
      '-- note\n',
      '/* name: y */',
      '/* two\n lines */\n',
    );
    const outline = (text: string): unknown =>
      splitStatements(text).map(({ name, documentation, range }) => ({
        name: name?.text,
        documentation: documentation.map((line) => line.text),
        tree: withoutRanges(parse(text.slice(range.start, range.end))),
      }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let once: string;
        try {
          once = formatFile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SuiteqlError);
          return;
        }
        expect(outline(once)).toEqual(outline(text));
        expect(formatFile(once)).toBe(once);
        expect(once.match(/--.*|\/\*[\\s\\S]*?\*\//g)).toEqual(text.match(/--.*|\/\*[\\s\\S]*?\*\//g));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a single statement without a semicolon', () => {
    expect(formatFile('select id from item')).toBe('SELECT id\nFROM item\n');
  });

  it('gives the place of a mistake in the file', () => {
    const text = '-- name: a\nSELECT id FROM item;\n\n-- name: b\nSELECT id FROM item LIMIT 5';
    const error = catchError(() => formatFile(text));
    expect(error).toBeInstanceOf(SuiteqlError);
    expect(error).toMatchObject({ code: 'limit-clause', line: 5, column: 21 });
  });
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
