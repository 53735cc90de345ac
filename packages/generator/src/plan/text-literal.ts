const plain = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;

/**
 * Quotes, backslashes, line ends, control and invisible characters, and halves of surrogate pairs:
 * whatever could end a literal, or show an editor's reader something else than the compiler reads.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\']/gu;

/** The string literal whose value is the text, whatever the text holds. */
export function textLiteral(text: string): string {
  return plain.test(text) ? `'${text}'` : `'${text.replace(unsafe, escaped)}'`;
}

function escaped(character: string): string {
  const short = shortEscapes.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ["'", "\\'"],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A property name as it is written in an interface or an object literal. */
export function propertyKey(name: string): string {
  // Written plain or quoted, `__proto__: x` in an object literal sets the prototype.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}
