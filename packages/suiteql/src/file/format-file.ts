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
    const { range, semicolon } = statement;
    const above = tidyComments(text.slice(end, range.start));
    const formatted = formatStatement(text, statement);
    const ended = statements.length > 1 || semicolon !== null;
    end = semicolon === null ? range.end : semicolon + 1;
    const behind = SAME_LINE.exec(text.slice(end))?.[0] ?? '';
    end += behind.length;
    const comments = withoutSemicolons(behind, '').trim();
    const trailing = comments === '' ? '' : ` ${comments}`;
    parts.push(`${above}${formatted}${ended ? semicolonBehind(formatted) : ''}${trailing}`);
  }
  const rest = tidyComments(text.slice(end)).trimEnd();
  return [...parts, ...(rest === '' ? [] : [rest])].map((part) => `${part}\n`).join('\n');
}

/** Comments behind a statement on its last line. */
const SAME_LINE = /^(?:[^\S\r\n]*(?:;|\/\*[\s\S]*?\*\/))*(?:[^\S\r\n]*--[^\r\n]*)?/;

/** Behind a comment that goes to the end of its line, a semicolon would be part of it. */
function semicolonBehind(statement: string): string {
  const lastLine = statement.slice(statement.lastIndexOf('\n') + 1);
  const code = lastLine.replace(/'[^']*'|"[^"]*"|\/\*.*?\*\//g, '');
  return code.includes('--') ? '\n;' : ';';
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

/** Comments between statements, without blanks at line ends and with one empty line where there were several. */
function tidyComments(gap: string): string {
  // A semicolon that ends nothing goes, with its line where it is alone.
  const text = withoutSemicolons(gap.replace(/^\uFEFF/, ''), '\0')
    .split(/\r\n|\n|\r/)
    .filter((line, at, lines) => at === lines.length - 1 || !/^[\0\s]*\0[\0\s]*$/.test(line))
    .map((line) => line.replaceAll('\0', '').trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .replace(/\n{3,}/g, '\n\n');
  if (text.trim() === '') return '';
  // A comment on the line of its statement.
  return text.endsWith('\n') ? text : `${text} `;
}

/** @param mark What stands for each of them, but for those in comments. */
function withoutSemicolons(gap: string, mark: string): string {
  return gap.replace(/--[^\r\n]*|\/\*[\s\S]*?\*\/|;/g, (part) => (part === ';' ? mark : part));
}
