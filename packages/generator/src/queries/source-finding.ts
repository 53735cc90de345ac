import { drawExcerpt, locator, type SourceRange } from '@suitewright/suiteql';
import type { SourceText } from './query-source.js';

/** Something to say about a place in a file that holds SuiteQL. */
export interface SourceFinding {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning';
  /** What kind of mistake it is: a code of the checker, or one of files and queries. */
  readonly code: string;
  readonly message: string;
  /** What to write instead; null where nothing can be said. */
  readonly hint: string | null;
  /** The line, with carets under the place. */
  readonly excerpt: string;
  /** The query that it is in. Null: it has no name. */
  readonly query: string | null;
}

/** What a finding says, and where in its file. */
export interface FindingAt extends Pick<SourceFinding, 'severity' | 'code' | 'message' | 'hint' | 'query'> {
  readonly range: SourceRange;
}

const locators = new WeakMap<SourceText, ReturnType<typeof locator>>();

export function sourceFinding(source: SourceText, found: FindingAt): SourceFinding {
  const { path, text } = source;
  const { range, ...said } = found;
  const locate = locators.get(source) ?? locator(text);
  locators.set(source, locate);
  const start = locate(range.start);
  const end = locate(range.end);
  return {
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...said,
    excerpt: drawExcerpt(text, range),
  };
}

/** As a compiler prints it: `file:line:column: error: message`, the line, and what to write instead. */
export function describeFinding({
  path,
  line,
  column,
  severity,
  message,
  code,
  hint,
  excerpt,
}: SourceFinding): string {
  const advice = hint === null ? '' : `\n  ${hint}`;
  return `${path}:${line}:${column}: ${severity}: ${message} [${code}]\n${excerpt}${advice}`;
}
