import { SuiteqlError } from '../error.js';
import { format } from '../layout/format.js';
import { type Comment, commentText, scan } from '../lexer.js';
import { type FileStatement, splitStatements } from './split-statements.js';

/**
 * Lays out every statement of a `.suiteql` file. Comments stay where they are; an empty line parts
 * statements, and where there are several, each ends with a semicolon.
 *
 * @throws {SuiteqlError} A statement is no SuiteQL query; its place counts in the file.
 */
export function formatFile(text: string): string {
  const statements = splitStatements(text);
  for (const { failure } of statements)
    if (failure !== null) throw new SuiteqlError({ ...failure, source: text });
  const comments = scan(text, { namedParameters: true }).filter((lexeme) => lexeme.type === 'comment');
  const parts: string[] = [];
  let next = 0;
  let end = 0;
  const commentsBefore = (offset: number): readonly Comment[] => {
    const first = next;
    while ((comments[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    return comments.slice(first, next);
  };
  statements.forEach((statement, index) => {
    const { range, semicolon } = statement;
    const header = commentsBefore(range.start);
    const headerEnd = header.at(-1)?.end;
    if (headerEnd !== undefined) {
      parts.push(layOutComments(text, end, header), separator(text.slice(headerEnd, range.start)));
    }
    commentsBefore(range.end);
    const last = commentsBefore(semicolon ?? range.end).at(-1);
    // Behind a comment that goes to the end of its line, a semicolon would be part of it.
    const ending = last?.toLineEnd === true ? '\n;' : ';';
    const isEnded = statements.length > 1 || semicolon !== null;
    parts.push(`${formatStatement(text, statement)}${isEnded ? ending : ''}`);
    end = semicolon === null ? range.end : semicolon + 1;

    const following = statements[index + 1]?.range.start ?? text.length;
    for (let comment = comments[next]; comment !== undefined; comment = comments[next]) {
      if (comment.start >= following || lineBreaksIn(text.slice(end, comment.start)) > 0) break;
      parts.push(` ${commentText(text, comment)}`);
      end = comment.end;
      next += 1;
    }
    parts.push('\n');
    if (index < statements.length - 1) parts.push('\n');
  });
  const rest = layOutComments(text, end, commentsBefore(text.length));
  if (rest !== '') parts.push(`${statements.length > 0 ? '\n' : ''}${rest}\n`);
  return parts.join('');
}

function formatStatement(text: string, { range, semicolon }: FileStatement): string {
  try {
    return format(text.slice(range.start, semicolon ?? range.end), { namedParameters: true });
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    const { code, problem, hint } = error;
    const start = range.start + error.range.start;
    throw new SuiteqlError({ code, problem, hint, source: text, start, end: range.start + error.range.end });
  }
}

/** Comments that stand between statements, on the lines that they are on. */
function layOutComments(text: string, start: number, comments: readonly Comment[]): string {
  let previousEnd = start;
  const parts = comments.map((comment, index) => {
    const between = text.slice(previousEnd, comment.start);
    previousEnd = comment.end;
    const before = index === 0 ? '' : separator(between);
    return `${before}${before === ' ' ? '' : indentationIn(between)}${commentText(text, comment)}`;
  });
  return parts.join('');
}

/** Line breaks, or a space where both are on one line. */
function separator(whitespace: string): string {
  return '\n'.repeat(lineBreaksIn(whitespace)) || ' ';
}

/** At most 2: an empty line. A line that has only semicolons that end nothing does not count. */
function lineBreaksIn(whitespace: string): number {
  const lines = whitespace.split(/\r\n|\n|\r/);
  const between = lines.slice(1, -1).filter((line) => !line.includes(';'));
  return lines.length === 1 ? 0 : Math.min(2, between.length + 1);
}

/** The indentation after the last line break. */
function indentationIn(whitespace: string): string {
  const line = whitespace.slice(Math.max(whitespace.lastIndexOf('\n'), whitespace.lastIndexOf('\r')) + 1);
  return /^[ \t]*$/.test(line) ? line : '';
}
