import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../../../packages/runtime/src/paging/literals.js';
import { findPlaceholders } from '../../../packages/runtime/src/paging/placeholders.js';
import { queryBody } from '../../../packages/runtime/src/paging/query-body.js';

const statement = {
  text: `SELECT id, 'what?' AS a, "b?" FROM customer -- really?
WHERE companyname = ? /* ? */ AND id > ? AND isinactive = ?`,
  parameters: ["O'Brien", 7, false],
};

test('binds values as text beside the statement', () => {
  expect(queryBody(statement, 'bind')).toEqual({ q: statement.text, params: ["O'Brien", '7', 'F'] });
  expect(queryBody({ text: 'SELECT id FROM customer', parameters: [] }, 'bind')).toEqual({
    q: 'SELECT id FROM customer',
  });
});

test('writes values into the statement, and leaves strings, identifiers and comments alone', () => {
  expect(queryBody(statement, 'literal')).toEqual({
    q: `SELECT id, 'what?' AS a, "b?" FROM customer -- really?
WHERE companyname = 'O''Brien' /* ? */ AND id > 7 AND isinactive = 'F'`,
  });
});

test('ends a comment where a line ends, however it ends', () => {
  for (const end of ['\n', '\r', '\r\n']) {
    const text = `SELECT id FROM customer -- really?${end}WHERE id = ?`;
    expect(queryBody({ text, parameters: [7] }, 'literal').q).toBe(text.replace(/\?$/, '7'));
  }
});

test.each([
  ['x-?', [-5], 'x- (-5)'],
  ['AND?=id', [5], 'AND 5 =id'],
  ["'a'?", ['b'], "'a' 'b'"],
  ["?'a'", ['b'], "'b' 'a'"],
  ['N?', ['b'], "N 'b'"],
  ['IN(?,?, ?)', [1, 'a', true], "IN(1,'a', 'T')"],
  ['??', [1, 2], '1 2'],
  ['= ?', ['?'], "= '?'"],
  ['= ?', ['$&$1'], "= '$&$1'"],
] as const)('keeps a literal apart from what stands beside it: %s', (text, parameters, expected) => {
  expect(queryBody({ text, parameters }, 'literal').q).toBe(expected);
});

test.each([
  ['id = ?', [], '1 ? placeholders and 0 values'],
  ["id = '?'", [1], '0 ? placeholders and 1 values'],
  ['id = ?', [Number.NaN], 'cannot be NaN'],
  ['id = ?', [Number.POSITIVE_INFINITY], 'cannot be Infinity'],
  ["id = 'open", [], 'a string that starts at character 6 and does not end'],
  ['id = "open', [], 'a quoted identifier that starts at character 6'],
  ['id /* open', [], 'a comment that starts at character 4'],
])('refuses %s with %j in either style', (text, parameters, message) => {
  expect(() => queryBody({ text, parameters }, 'bind')).toThrow(message);
  expect(() => queryBody({ text, parameters }, 'literal')).toThrow(TypeError);
});

test('refuses NUL in a literal, and values of another type', () => {
  expect(() => literal('a\0b')).toThrow('cannot hold the character NUL');
  // What untyped callers pass.
  const parameters = [null] as unknown as string[];
  expect(() => queryBody({ text: '?', parameters }, 'bind')).toThrow('not null');
});

test('a comment without a line end reaches to the end of the text', () => {
  expect(findPlaceholders('? -- ?')).toEqual([0]);
  expect(findPlaceholders('? -- ?\n?')).toEqual([0, 7]);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '"', '?', '-', '/', '*', '\\', '\n', ':x', 'a', '\ud800') }),
);

test('a text survives the way into a literal and back, and nothing escapes its place', () => {
  fc.assert(
    fc.property(fc.array(anyText.filter((text) => !text.includes('\0'))), (values) => {
      const text = `SELECT ${values.map(() => '?').join(' , ')} FROM t WHERE x = '?'`;
      const { q } = queryBody({ text, parameters: values }, 'literal');
      expect(findPlaceholders(q)).toEqual([]);
      expect(readLiterals(q)).toEqual([...values, '?']);
    }),
    { numRuns: 10_000 },
  );
});

test('a number survives the way into a literal and back, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = literal(value);
      expect(text).toMatch(/^(?:\d+(?:\.\d+)?|\(-\d+(?:\.\d+)?\))$/);
      expect(Number(text.replace(/[()]/g, ''))).toBe(value === 0 ? 0 : value);
    }),
    { numRuns: 10_000 },
  );
});

/** The strings of a SQL text, as a database reads them. */
function readLiterals(text: string): string[] {
  const found: string[] = [];
  let position = text.indexOf("'");
  while (position >= 0) {
    let value = '';
    for (position += 1; text[position] !== "'" || text[position + 1] === "'"; position += 1) {
      if (position >= text.length) throw new Error('A literal does not end.');
      if (text[position] === "'") position += 1;
      value += text[position];
    }
    found.push(value);
    position = text.indexOf("'", position + 1);
  }
  return found;
}
