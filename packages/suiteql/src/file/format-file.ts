import { SuiteqlError } from '../error.js';
import { format } from '../layout/format.js';
import { type FileStatement, splitStatements } from './split-statements.js';

/**
 * Lays out every statement of a `.suiteql` file. Comments stay where they are; an empty line parts
 * statements, and where there are several, each ends with a semicolon.
 *
 * @throws {SuiteqlError} A statement is no SuiteQL query; its place counts in the file.
 */
export function formatFile(text: string): string {
  const statements = splitStatements(text);
  const parts: string[] = [];
  let end = 0;
  for (const statement of statements) {
    const { range } = statement;
    const formatted = formatStatement(text, statement);
    const semicolon = text.slice(range.end).match(/^\s*;/)?.[0];
    const above = tidyComments(text.slice(end, range.start));
    const ended = statements.length > 1 || semicolon !== undefined;
    parts.push(`${above}${formatted}${ended ? ';' : ''}`);
    end = range.end + (semicolon?.length ?? 0);
  }
  const rest = tidyComments(text.slice(end)).trimEnd();
  return [...parts, ...(rest === '' ? [] : [rest])].map((part) => `${part}\n`).join('\n');
}

function formatStatement(text: string, { range }: FileStatement): string {
  try {
    return format(text.slice(range.start, range.end), { namedParameters: true });
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    const { code, problem, hint } = error;
    const start = range.start + error.range.start;
    throw new SuiteqlError({ code, problem, hint, source: text, start, end: range.start + error.range.end });
  }
}

/** Comments between statements, without blanks at line ends and with one empty line where there were several. */
function tidyComments(gap: string): string {
  const lines = gap
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd());
  const text = lines
    .join('\n')
    .replace(/^[\n;]+/, '')
    .replace(/\n{3,}/g, '\n\n');
  return text.trim() === '' ? '' : text;
}
