const longestExcerpt = 500;

/**
 * The beginning of an error body that is not in NetSuite's form, such as a gateway's HTML, on one line.
 *
 * @param text The body, without the credentials of the request.
 * @param signIn Whether a token was asked for: a body that may hold one is not shown.
 * @returns Null: there is nothing to show.
 */
export function bodyExcerpt(text: string, signIn: boolean): string | null {
  if (signIn && (!text.trimStart().startsWith('<') || /token/i.test(text))) return null;
  const oneLine = text
    .slice(0, 4 * longestExcerpt)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const excerpt = oneLine.slice(0, longestExcerpt).replace(/[\ud800-\udbff]$/, '');
  return excerpt === '' ? null : excerpt;
}
