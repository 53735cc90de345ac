import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docComment } from '../../../packages/generator/src/plan/doc-comment.js';

const pieces = [
  '*',
  '/',
  '*/',
  '&#42;',
  '&#x2f;',
  '&amp;',
  '&lt;',
  '<b>',
  '@param',
  '{@link',
  '\n',
  '\u200b',
  '\ud800',
  ' ',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces, 'word')).map((parts) => parts.join('')),
);

describe('a comment of texts from outside', () => {
  it('ends where it should and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
        const comment = docComment(texts).join('\n');
        if (comment === '') return;
        expect(comment.startsWith('/**')).toBe(true);
        expect(comment.indexOf('*/')).toBe(comment.length - 2);
      }),
    );
  });

  it('holds no JSDoc tag', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(docComment([text]).join('\n')).not.toMatch(/(?:^|[\s{(*])@\w/);
      }),
    );
  });

  it('strips HTML, decodes entities, and ends as a sentence', () => {
    expect(docComment(['  <p>Terms &amp; <b>conditions</b></p>\n of a &lt;sale&gt; '])).toEqual([
      '/** Terms & conditions of a <sale>. */',
    ]);
  });

  it('keeps a comparison that only looks like a tag', () => {
    expect(docComment(['quantity < 5 and rate > 3'])).toEqual(['/** quantity < 5 and rate > 3. */']);
  });

  it('makes a paragraph of each text, once, and wraps long ones', () => {
    const long = 'word '.repeat(30).trim();
    expect(docComment(['Memo', 'Memo.', long], { indent: 2 })).toEqual([
      '/**',
      ' * Memo.',
      ' *',
      ` * ${'word '.repeat(19).trim()}`,
      ` * ${'word '.repeat(11).trim()}.`,
      ' */',
    ]);
  });

  it('is left out where there is nothing to say', () => {
    expect(docComment([null, '', ' <br> '])).toEqual([]);
  });
});
