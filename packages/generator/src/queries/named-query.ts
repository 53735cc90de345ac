import { type SourceRange, splitStatements } from '@suitewright/suiteql';
import { pascalCase } from '../plan/pascal-case.js';
import { isReservedConstant, runtimeNames } from '../plan/reserved-names.js';
import { type QueryDocumentation, readDocumentation } from './documentation.js';
import type { SourceText } from './query-source.js';
import { type FindingAt, type SourceFinding, sourceFinding } from './source-finding.js';

/** A query of a `.suiteql` file. */
export interface NamedQuery<Source extends SourceText = SourceText> {
  readonly source: Source;
  /** What the generated function is called. */
  readonly name: string;
  /** Where the name comes from: its header, or the statement of a file that has one. */
  readonly nameRange: SourceRange;
  readonly documentation: QueryDocumentation;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly start: number;
}

interface NamedQueries<Source extends SourceText> {
  readonly queries: readonly NamedQuery<Source>[];
  readonly findings: readonly SourceFinding[];
}

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What the file of queries imports: a function cannot have the same name. */
export const importedNames: ReadonlySet<string> = new Set([
  ...runtimeNames,
  'Query',
  'defineQuery',
  'EntityName',
]);

/**
 * The queries of a file. Of one without a header the file's name is the name. One with a part that cannot be
 * read is a finding alone.
 */
export function namedQueries<Source extends SourceText>(source: Source): NamedQueries<Source> {
  const statements = splitStatements(source.text);
  const queries: NamedQuery<Source>[] = [];
  const findings: SourceFinding[] = [];
  const readable = statements.filter(({ failure }) => failure === null);
  for (const { name, failure } of statements) {
    if (failure === null) continue;
    const { code, problem: message, hint, start, end } = failure;
    const found = { severity: 'error', code, message, hint, query: name?.text ?? null } as const;
    findings.push(sourceFinding(source, { ...found, range: { start, end } }));
  }
  for (const { name, documentation, range } of readable) {
    const nameRange = name ?? { start: range.start, end: range.start + 1 };
    const written = name?.text ?? (readable.length === 1 ? nameOfFile(source.path) : null);
    const problem = problemOfName(written);
    if (problem !== null || written === null) {
      if (problem !== null) findings.push(sourceFinding(source, { ...problem, range: nameRange }));
      continue;
    }
    queries.push({
      source,
      name: written,
      nameRange,
      documentation: readDocumentation(documentation),
      text: source.text.slice(range.start, range.end),
      start: range.start,
    });
  }
  return { queries, findings };
}

function problemOfName(name: string | null): Omit<FindingAt, 'range'> | null {
  const problem = { severity: 'error', code: 'query-name', query: null } as const;
  if (name === null) {
    return {
      ...problem,
      message: 'This statement has no name, and it is not the only one of its file.',
      hint: 'Write a line above it: -- name: whatItFinds.',
    };
  }
  if (NAME.test(name) && !isReservedConstant(name) && !importedNames.has(name)) return null;
  return {
    ...problem,
    message: `“${name}” cannot be the name of a function here.`,
    hint: 'Write a line above the statement: -- name: whatItFinds. It begins with a letter, goes on with letters, digits and _, and is no word of TypeScript.',
  };
}

/** `orders-of-customer.suiteql` as `ordersOfCustomer`. */
function nameOfFile(path: string): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.suiteql$/i, '');
  const name = pascalCase(stem);
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/** Two queries of one name would be one function. */
export function duplicateNames(queries: readonly NamedQuery[]): readonly SourceFinding[] {
  const first = new Map<string, NamedQuery>();
  return queries.flatMap((query) => {
    const other = first.get(query.name);
    if (other === undefined) {
      first.set(query.name, query);
      return [];
    }
    return [
      sourceFinding(query.source, {
        severity: 'error',
        code: 'query-name',
        query: query.name,
        message: `There is a query ${query.name} in ${other.source.path} already.`,
        hint: 'Give one of them another name.',
        range: query.nameRange,
      }),
    ];
  });
}
