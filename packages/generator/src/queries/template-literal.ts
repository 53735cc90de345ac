/** What would end a template literal, begin a `${…}`, or show a reader something else than the compiler reads. */
const unsafe = /[\\`]|\$(?=\{)|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The template literal whose value is the text; line ends stay line ends. */
export function templateLiteral(text: string): string {
  return `\`${text.replace(unsafe, escaped)}\``;
}

function escaped(character: string): string {
  if (/[\\`$]/.test(character)) return `\\${character}`;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
