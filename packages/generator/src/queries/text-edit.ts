import { scan } from '@suitewright/suiteql';

/** A part of a text, and what stands in its place. Offsets count in the text as it was. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes all edits. None may reach into another; at one place, insertions come first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of [...edits].sort(byPlace)) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

function byPlace(left: TextEdit, right: TextEdit): number {
  return left.start - right.start || left.end - right.end;
}

/** The text with spaces in place of comments, so that nothing moves. */
export function withoutComments(text: string): string {
  const comments = scan(text, { namedParameters: true }).filter(({ type }) => type === 'comment');
  const spaces = comments.map(({ start, end }) => ({
    start,
    end,
    text: text.slice(start, end).replace(/[^\r\n]/g, ' '),
  }));
  return applyEdits(text, spaces);
}
