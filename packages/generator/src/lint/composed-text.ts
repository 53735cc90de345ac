import type { SourceRange } from '@suitewright/suiteql';
import type { TemplatePart } from './template-text.js';

/** A statement as the checker reads it, and the way back to the program. */
export interface ComposedText {
  readonly text: string;
  /** What stands for a `${…}` that nobody can tell, by its place among those. */
  readonly unknowns: readonly SourceRange[];
  /** Where a range of the text stands in the program. */
  sourceRange(range: SourceRange): SourceRange;
}

/** @param choices What stands for each unknown part. */
export function composeText(parts: readonly TemplatePart[], choices: readonly string[]): ComposedText {
  const placed: { readonly part: TemplatePart; readonly start: number; readonly end: number }[] = [];
  const unknowns: SourceRange[] = [];
  let text = '';
  for (const part of parts) {
    const written = part.kind === 'unknown' ? ` ${choices[unknowns.length] ?? ''} ` : part.text;
    const range = { start: text.length, end: text.length + written.length };
    if (part.kind === 'unknown') unknowns.push(range);
    placed.push({ part, ...range });
    text += written;
  }
  const place = (offset: number, edge: 'start' | 'end'): number => {
    const found =
      placed.find(({ start, end }) => (edge === 'start' ? offset < end : offset <= end) && offset >= start) ??
      placed.at(-1);
    if (found === undefined) return 0;
    const { part, start, end } = found;
    if (part.kind === 'text') return part.start + Math.min(offset, end) - start;
    return edge === 'start' ? part.start : part.end;
  };
  return {
    text,
    unknowns,
    sourceRange: ({ start, end }) => {
      const from = place(start, 'start');
      return { start: from, end: Math.max(from, place(end, 'end')) };
    },
  };
}
