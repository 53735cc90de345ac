import { format, formatFile, parse, SuiteqlError, scan, splitStatements } from '@suitewright/suiteql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS } from './constructs.js';
import { hostileText, withHostileGaps } from './hostile-text.js';

const options = { namedParameters: true } as const;

/** What a text says: its tokens and comments, without semicolons and without blanks at the end of a comment. */
function content(text: string): readonly string[] {
  return scan(text, options).flatMap((lexeme) => {
    const { type, start, end } = lexeme;
    if (type === 'comment') return [text.slice(start, end).replace(/[ \t]+$/, '')];
    if (type === 'word') return [lexeme.value];
    if (type === 'symbol' && lexeme.value === ';') return [];
    return [text.slice(start, end)];
  });
}

function outline(text: string): unknown {
  return splitStatements(text).map(({ name, documentation, range }) => ({
    name: name?.text,
    documentation: documentation.map((line) => line.text),
    content: content(text.slice(range.start, range.end)),
  }));
}

function errorOf(action: () => unknown): SuiteqlError | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof SuiteqlError) return error;
    throw error;
  }
}

function place(error: SuiteqlError | null): unknown {
  return error === null ? null : [error.code, error.problem, error.range];
}

/** A text that a scanner refuses is refused by all, at the same place; of any other, nothing is lost. */
function expectLaws(text: string): void {
  const unreadable = scan(text, options).find((lexeme) => lexeme.type === 'unreadable') ?? null;
  const failure = unreadable?.type === 'unreadable' ? unreadable.failure : null;
  const refused =
    failure === null ? null : [failure.code, failure.problem, { start: failure.start, end: failure.end }];
  const inFile = errorOf(() => formatFile(text));
  if (refused !== null) {
    expect(place(errorOf(() => parse(text, options)))).toEqual(refused);
    expect(place(errorOf(() => format(text, options)))).toEqual(refused);
    expect(place(inFile)).toEqual(refused);
    expect(splitStatements(text).find((statement) => statement.failure !== null)?.failure).toEqual(failure);
    return;
  }
  if (inFile === null) {
    const once = formatFile(text);
    expect(content(once)).toEqual(content(text));
    expect(formatFile(once)).toBe(once);
    expect(outline(once)).toEqual(outline(text));
  }
  const parses = errorOf(() => parse(text, options));
  expect(place(errorOf(() => format(text, options)))).toEqual(place(parses));
  if (parses === null) {
    const once = format(text, options);
    expect(content(once)).toEqual(content(text));
    expect(format(once, options)).toBe(once);
  }
}

describe('everything that reads SuiteQL text', () => {
  it('agrees on what can be read of a hostile text, and loses nothing of it', () => {
    fc.assert(fc.property(hostileText, expectLaws), { numRuns: 2_000 });
  });

  it('keeps every token and comment of statements with anything between their tokens', () => {
    fc.assert(fc.property(withHostileGaps(CONSTRUCTS), expectLaws), { numRuns: 300 });
  });

  it('parts a text into lexemes with nothing but blanks between them', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let end = 0;
        for (const lexeme of scan(text, options)) {
          expect(text.slice(end, lexeme.start)).toMatch(/^[\s\uFEFF]*$/);
          end = lexeme.end;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts every part of a file into a statement, its header, or the gaps between', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const inStatements = splitStatements(text).flatMap(({ range }) =>
          content(text.slice(range.start, range.end)).filter((part) => !/^(?:--|\/\*)/.test(part)),
        );
        const all = scan(text, options)
          .filter(({ type }) => type !== 'comment')
          .map((lexeme) => (lexeme.type === 'word' ? lexeme.value : text.slice(lexeme.start, lexeme.end)))
          .filter((part) => part !== ';' && !/^(?:--|\/\*)/.test(part));
        expect(inStatements.filter((part) => part !== '')).toEqual(all.filter((part) => part !== ''));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['comments that do not end', 'SELECT 1 FROM dual;', '/* ', ''],
    ['comments that seem to end', 'SELECT 1 FROM dual;', '/**;/t', ''],
    ['comments', 'SELECT 1 FROM dual', '/**/', ''],
    ['comments behind', 'SELECT 1 FROM dual; -- a\n', '/**/ ', ''],
    ['lines of comments', 'SELECT 1 FROM dual;\n', '-- a\n', ''],
    ['semicolons', 'SELECT 1 FROM dual', ';\n;', ''],
    ['line breaks', '', '\r\n', 'SELECT 1 FROM dual'],
    ['blanks', "SELECT ' ", ' ', "' FROM dual"],
    ['blanks in a comment', '-- a', ' ', 'b\nSELECT 1 FROM dual'],
    ['quotes', 'SELECT ', "''", ' FROM dual'],
    ['characters that there are not', 'SELECT ', '[', ' FROM dual'],
  ])('reads 300 kB of %s', (_what, before, piece, behind) => {
    const text = `${before}${piece.repeat(300_000 / piece.length)}${behind}`;
    const refused = errorOf(() => formatFile(text));
    if (refused !== null) expect(place(errorOf(() => parse(text, options)))).toEqual(place(refused));
    else expect(formatFile(formatFile(text))).toBe(formatFile(text));
  });

  it.each([
    ['conditions', 'SELECT a FROM t WHERE ', 'x = 1', ' AND ', ''],
    ['terms', 'SELECT ', 'x', ' + ', ' FROM t'],
    ['columns', 'SELECT ', 'x', ', ', ' FROM t'],
    ['branches', 'SELECT CASE ', 'WHEN x = 1 THEN 2', ' ', ' END FROM t'],
  ])('lays out 100,000 %s', (_what, before, item, separator, behind) => {
    const once = format(`${before}${Array(100_000).fill(item).join(separator)}${behind}`, options);
    expect(once.split(item)).toHaveLength(100_001);
  });
});
