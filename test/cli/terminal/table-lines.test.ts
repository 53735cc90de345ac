import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../../packages/cli/src/terminal/safe-text.js';
import { tableLines } from '../../../packages/cli/src/terminal/table-lines.js';
import { textWidth } from '../../../packages/cli/src/terminal/text-width.js';

const table = {
  header: ['id', 'companyname', 'comments'],
  rows: [
    ['7', '東京電力ホールディングス', 'A long text that no window of this width has room for.'],
    ['12', '👨‍👩‍👧 Söhne', ''],
  ],
};

describe('a table', () => {
  it('is as wide as its cells where there is no window', () => {
    expect(tableLines({ ...table, columns: undefined }).lines[2]).toBe(
      ' 7  東京電力ホールディングス  A long text that no window of this width has room for.',
    );
  });

  it('is cut to the window, the widest columns first, with wide characters counted as two', () => {
    const { lines, hidden } = tableLines({ ...table, columns: 40 });
    expect(lines).toEqual([
      'id  companyname        comments',
      '--  -----------------  -----------------',
      ' 7  東京電力ホールデ…  A long text that…',
      '12  👨‍👩‍👧 Söhne',
    ]);
    expect(hidden).toBe(0);
  });

  it('leaves the last columns out where there are too many, and tells how many', () => {
    const header = Array.from({ length: 30 }, (_, at) => `column${at}`);
    const { lines, hidden } = tableLines({ header, rows: [header], columns: 80 });
    expect(hidden).toBe(20);
    expect(lines[0]).toBe(Array.from({ length: 10 }, () => 'colum…').join('  '));
  });

  it('never has a line that is wider than the window, nor a character that steers it', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 15 });
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 30, max: 100 }), ([header = [], ...others], columns) => {
        const { lines } = tableLines({ header, rows: others, columns });
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        }
      }),
      { numRuns: 20 },
    );
  });
});

it('shows control and bidirectional characters as escapes, and leaves line breaks and tabs', () => {
  expect(safeText('a\u001b[2Jb\u009bc\u007fd\u202ee\u2066f\rg\r\nh\ti\n')).toBe(
    'a\\u001b[2Jb\\u009bc\\u007fd\\u202ee\\u2066f\\u000dg\r\nh\ti\n',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(safeText(text).replace(/\r\n|[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }),
  );
});
