import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyKey, textLiteral } from '../../../packages/generator/src/plan/text-literal.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'",
    '\\',
    "\\'",
    '\u2028',
    '\ud800',
    '`',
    '*/',
    '__proto__',
    'constructor',
    '',
    '0',
    'a b',
  ),
);

describe('a literal of text from outside', () => {
  it('has the text as its value, whatever the text holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(runInNewContext(textLiteral(text))).toBe(text);
      }),
    );
  });

  it('shows no control, invisible or line-breaking character, and no half of a pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it('leaves letters of any language as they are', () => {
    expect(textLiteral("Größe 日本語 'x'")).toBe("'Größe 日本語 \\'x\\''");
  });
});

describe('a property key of a name from outside', () => {
  it('makes exactly that own property, `__proto__` too', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const object: object = runInNewContext(`({ ${propertyKey(name)}: 1 })`);
        expect(Reflect.ownKeys(object)).toEqual([name]);
      }),
    );
  });

  it('is quoted only where it must be', () => {
    expect(['trandate', 'class', 'custbody_a', 'a-b', '1st'].map(propertyKey)).toEqual([
      'trandate',
      'class',
      'custbody_a',
      "'a-b'",
      "'1st'",
    ]);
  });
});
