import fastStringWidth from 'fast-string-width';

/** How many columns of a terminal a text takes: East Asian characters and emoji take two. */
export function textWidth(text: string): number {
  return fastStringWidth(text);
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as much of its beginning as fits with `…` behind it. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let fitting = '';
  for (const { segment } of characters.segment(text)) {
    if (textWidth(fitting + segment) > columns - 1) break;
    fitting += segment;
  }
  return `${fitting}…`;
}
