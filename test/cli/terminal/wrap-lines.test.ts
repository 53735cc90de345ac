import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textWidth } from '../../../packages/cli/src/terminal/text-width.js';
import { wrapLines } from '../../../packages/cli/src/terminal/wrap-lines.js';

const help = `Environment variables:
  NETSUITE_ACCOUNT_ID  1234567, or 1234567_SB1 for a sandbox
Examples:
  suitewright query "SELECT id FROM customer" --json
A table is cut to the width of the window.`;

it('keeps the second column a column, and continues commands as a shell takes them', () => {
  expect(wrapLines(help, 50)).toBe(`Environment variables:
  NETSUITE_ACCOUNT_ID  1234567, or 1234567_SB1 for
                       a sandbox
Examples:
  suitewright query "SELECT id FROM customer" \\
      --json
A table is cut to the width of the window.`);
});

it('begins the second column on a line of its own where the window is narrow', () => {
  expect(wrapLines(help, 34)).toBe(`Environment variables:
  NETSUITE_ACCOUNT_ID
      1234567, or 1234567_SB1 for
      a sandbox
Examples:
  suitewright query "SELECT id \\
      FROM customer" --json
A table is cut to the width of the
window.`);
});

it('makes no line wider than the window, loses no word, and leaves what fits as it is', () => {
  const words = fc.array(
    fc.constantFrom('a', 'word', 'NETSUITE_PRIVATE_KEY_FILE', '日本語', '  ', 'suitewright'),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 120 }), (parts, columns) => {
      const text = parts.join(' ');
      const wrapped = wrapLines(text, columns);
      for (const line of wrapped.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
      const letters = (from: string): string => from.replace(/[\s\\]/g, '');
      expect(letters(wrapped)).toBe(letters(text));
      if (textWidth(text) <= columns) expect(wrapped).toBe(text);
    }),
  );
});
