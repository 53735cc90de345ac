/**
 * Text from outside, as a terminal may have it: control and bidirectional characters become escapes such as `\\u001b`.
 * Line breaks and tabs stay.
 */
export function safeText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
    /\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same on one line. */
export function safeLine(text: string): string {
  return safeText(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
}
