import type { z } from 'zod';
import type { SchemaDocument } from './document.js';
import { documentFormat } from './document-format.js';
import { SchemaFormatError } from './schema-format-error.js';

const remedy = 'Write it anew with `npx suitewright introspect`, or restore the file from version control.';
const shownProblems = 5;

/**
 * Reads the text of a schema.json.
 *
 * The dictionaries in the result (records, fields, tables, columns) have no prototype, so that any
 * name is safe as a key.
 *
 * @throws {SchemaFormatError} The text is no JSON, has another format version, or breaks the format;
 *   the message names the place and what to do.
 */
export function parseSchemaDocument(text: string): SchemaDocument {
  const input = parseJson(text);
  refuseOtherFormats(input);
  const parsed = documentFormat.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaFormatError(`The schema document is not valid JSON: ${reason}. ${remedy}`, {
      code: 'SCHEMA_NOT_JSON',
      path: null,
      cause,
    });
  }
}

function refuseOtherFormats(input: unknown): void {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'format')) {
    throw new SchemaFormatError(
      `This is not a schema document: it has no "format". Pass the schema.json that \`npx suitewright introspect\` wrote.`,
      { code: 'SCHEMA_INVALID', path: '$.format' },
    );
  }
  const { format } = input as { readonly format: unknown };
  if (format !== 1) {
    throw new SchemaFormatError(
      `The schema document has format ${JSON.stringify(format)}, and this version of Suitewright reads format 1. ` +
        'Use the version of Suitewright that wrote it, or write it anew with `npx suitewright introspect`.',
      { code: 'SCHEMA_FORMAT_UNKNOWN', path: '$.format' },
    );
  }
}

function invalid(issues: readonly z.core.$ZodIssue[]): SchemaFormatError {
  const problems = issues.map((issue) => `${jsonPath(issue.path)}: ${issue.message}`);
  const more =
    problems.length > shownProblems ? `\n  and ${problems.length - shownProblems} more problems` : '';
  return new SchemaFormatError(
    `The schema document breaks its format:\n  ${problems.slice(0, shownProblems).join('\n  ')}${more}\n${remedy}`,
    { code: 'SCHEMA_INVALID', path: jsonPath(issues[0]?.path ?? []) },
  );
}

function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => {
    if (typeof key === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `.${key}`;
    return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(String(key))}]`;
  });
  return `$${steps.join('')}`;
}
