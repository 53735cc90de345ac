import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../packages/runtime/src/parse-json.js';

/** One level around a value: with what an estimate of the depth may take for another level, or for the end of one. */
const levels: readonly ((inner: string) => string)[] = [
  (inner) => `[${inner}]`,
  (inner) => `{"a":${inner}}`,
  (inner) => `[[],${inner}]`,
  (inner) => `[{},${inner},{}]`,
  (inner) => `[{"a":1},${inner}]`,
  (inner) => `[[[]],${inner}]`,
  (inner) => `[ {\n}\t, ${inner} ]`,
  (inner) => `{"},{":${inner}}`,
  (inner) => `["]\\"],[",${inner}]`,
  (inner) => `["\\\\",${inner},"[[[["]`,
  (inner) => `{"[":"{\\\\\\"","b":${inner},"€":"}"}`,
];

const nested = fc
  .tuple(fc.integer({ min: 190, max: 210 }), fc.array(fc.constantFrom(...levels), { minLength: 1 }))
  .map(([depth, around]) => {
    let text = '0';
    for (let level = 0; level < depth; level += 1) text = around[level % around.length]?.(text) ?? text;
    return { depth, text };
  });

/** Of a parsed value. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('parses what has up to 200 levels, and nothing that has more', () => {
  fc.assert(
    fc.property(nested, ({ text }) => {
      const value: unknown = JSON.parse(text);
      const expected =
        depthOf(value) > 200 ? { problem: 'too-deep', value: undefined } : { problem: null, value };
      expect(parseJson(text)).toEqual(expected);
    }),
  );
});

test.each([
  [
    'a page of rows',
    { items: Array.from({ length: 1000 }, (_, id) => ({ links: [], id, name: 'a [b] {c}' })) },
  ],
  ['brackets in strings', ['[{'.repeat(1000), '\\'.repeat(1001), '"[{'.repeat(1000)]],
  ['objects side by side', Array.from({ length: 1000 }, () => ({ a: [{ b: {} }] }))],
])('takes %s for no deeper than it is', (_, value) => {
  expect(parseJson(JSON.stringify(value))).toEqual({ problem: null, value });
  expect(parseJson(JSON.stringify(value, null, 1))).toEqual({ problem: null, value });
});

test.each(['', '<html>', '{"a":', `"${'['.repeat(1000)}`, `[]${'['.repeat(1000)}`])(
  'says that %s is not JSON',
  (text) => {
    expect(parseJson(text)).toEqual({ problem: 'not-json', value: undefined });
  },
);

test.each([
  ['[', '['.repeat(201)],
  ['{"a":', '{"a":'.repeat(201)],
  ['[[],', '[[],'.repeat(201)],
  ['[ {"a":', `[ ${'{"a":'.repeat(200)}`],
])('says that what never ends is nested too deep: %s …', (_, text) => {
  expect(parseJson(text)).toEqual({ problem: 'too-deep', value: undefined });
});
