/** Strings, quoted identifiers and comments of SuiteQL, as a pattern: what is in them is no code. */
export const quotedText = /'[^']*'|"[^"]*"|--[^\r\n]*|\/\*[\s\S]*?\*\//.source;

const piece = new RegExp(`(--[^\\r\\n]*|/\\*[\\s\\S]*?\\*/)|${quotedText}|(;)|[^\\s;'"/-]+|\\S`, 'g');

/** A statement without the semicolons that end it, so that it can stand in another one. */
export function withoutSemicolons(text: string): string {
  let ends: number[] = [];
  for (const { 1: comment, 2: semicolon, index } of text.matchAll(piece)) {
    if (semicolon !== undefined) ends.push(index);
    else if (comment === undefined) ends = [];
  }
  return ends.reduceRight((rest, at) => rest.slice(0, at) + rest.slice(at + 1), text);
}

/** Whether what is written behind a text on the same line may belong to a comment. */
export function endsInComment(text: string): boolean {
  return text.slice(1 + Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))).includes('--');
}
