import type { Token } from '../lexer.js';
import type { PlacedComment } from './comments.js';
import type { Group } from './group.js';
import type { WordShapes } from './word-shapes.js';

export interface Rendering {
  readonly source: string;
  /** Without `;`. The last one is `end`. */
  readonly tokens: readonly Token[];
  readonly shapes: WordShapes;
  /** Outer ones before inner ones. */
  readonly groups: readonly Group[];
  readonly comments: ReadonlyMap<number, readonly PlacedComment[]>;
  /** Columns of a line. */
  readonly width: number;
}

interface OpenGroup {
  readonly group: Group;
  /** Of the line that it begins on. */
  readonly indent: number;
  readonly broken: boolean;
}

const STEP = '  ';

/** Writes the tokens of a statement, broken into lines where their groups do not fit. */
export function render(rendering: Rendering): string {
  const { tokens, groups, comments, width } = rendering;
  const offsets = flatOffsets(rendering);
  const spaced = tokens.map((_, at) => isSpaced(rendering, at));
  const open: OpenGroup[] = [];
  let text = '';
  let column = 0;
  let next = 0;
  let mustBreak = false;
  let lineIndent = 0;

  const write = (part: string): void => {
    text += part;
    const lineEnd = part.lastIndexOf('\n');
    column = lineEnd === -1 ? column + part.length : part.length - lineEnd - 1;
  };
  const newLine = (indent: number): void => {
    write(`\n${STEP.repeat(indent)}`);
    lineIndent = indent;
  };

  for (let at = 0; at < tokens.length; at++) {
    while ((open.at(-1)?.group.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
    const indent = indentAt(at);
    for (const comment of comments.get(at) ?? []) {
      const ownLine: boolean = comment.ownLine || mustBreak;
      if (text !== '' && ownLine) newLine(indent ?? innermost());
      else if (text !== '') write(' ');
      write(comment.text);
      mustBreak = comment.toLineEnd || ownLine;
    }
    if (tokens[at]?.type === 'end') break;
    if (indent !== null || mustBreak) {
      if (text !== '') newLine(indent ?? innermost());
    } else if (spaced[at] && text !== '') {
      write(' ');
    }
    mustBreak = false;
    for (; groups[next]?.start === at; next++) openGroup(groups[next] as Group);
    write(wordAt(rendering, at));
  }
  return text;

  /** The indentation of a line that begins with this token; null: none does. */
  function indentAt(at: number): number | null {
    for (let level = open.length - 1; level >= 0; level--) {
      const { group, indent, broken } = open[level] as OpenGroup;
      const steps = group.breaks.get(at);
      if (steps === undefined || !broken) continue;
      if (group.mode === 'fill' && fits(at, partEnd(group, at))) continue;
      return indent + steps;
    }
    return null;
  }

  function innermost(): number {
    return (open.at(-1)?.indent ?? 0) + (open.length > 1 ? 1 : 0);
  }

  function openGroup(group: Group): void {
    if (group.end <= group.start) return;
    const broken = group.forced || hasLineEnd(group) || !fits(group.start, group.end);
    open.push({ group, indent: lineIndent, broken });
  }

  /** Whether tokens fit behind what the line holds already, with a comma or parenthesis that follows. */
  function fits(start: number, end: number): boolean {
    const closing = tokens[end]?.type === 'symbol' && /^[,)]$/.test(tokens[end]?.value ?? '') ? 1 : 0;
    return column + (offsets[end] as number) - (offsets[start] as number) + closing <= width;
  }

  function partEnd({ breaks, end }: Group, at: number): number {
    for (let place = at + 1; place < end; place++) if (breaks.has(place)) return place;
    return end;
  }

  function hasLineEnd({ start, end }: Group): boolean {
    for (let at = start + 1; at < end; at++) {
      if (comments.get(at)?.some(({ toLineEnd, ownLine }) => toLineEnd || ownLine)) return true;
    }
    return false;
  }
}

/** Where each token would begin if all stood on one line. */
function flatOffsets(rendering: Rendering): readonly number[] {
  const offsets: number[] = [];
  let column = 0;
  rendering.tokens.forEach((_, at) => {
    if (isSpaced(rendering, at)) column += 1;
    for (const { text } of rendering.comments.get(at) ?? []) column += text.length + 1;
    offsets.push(column);
    column += wordAt(rendering, at).length;
  });
  return offsets;
}

/** Whether a space separates a token from the one before it. */
function isSpaced({ tokens, shapes }: Rendering, at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (before === undefined || token.type === 'end') return false;
  if (token.type === 'symbol' && /^[,.;)]$/.test(token.value)) return false;
  if (before.type === 'symbol' && /^[(.]$/.test(before.value)) return false;
  // Two signs side by side would begin a comment.
  if (shapes.signs.has(at - 1)) return token.value === '-' || token.value === '+';
  return !(token.type === 'symbol' && token.value === '(' && shapes.callers.has(at - 1));
}

/** Keywords are in capitals, all else is as it was written. */
function wordAt({ source, tokens, shapes }: Rendering, at: number): string {
  const { type, start, end } = tokens[at] as Token;
  const text = source.slice(start, end);
  return type === 'word' && !shapes.names.has(at) ? text.toUpperCase() : text;
}
