import type { ColumnKind } from '@suitewright/schema';
import { type Catalog, check, format, type OutputColumn } from '@suitewright/suiteql';
import type { NamedQuery } from './named-query.js';
import { outputEdits } from './output-edits.js';
import { type ParameterSlot, parameterEdits } from './parameter-edits.js';
import { type QueryParameter, queryParameters } from './query-parameters.js';
import type { QueryProblem } from './query-problem.js';
import { type SourceFinding, sourceFinding } from './source-finding.js';
import { applyEdits, withoutComments } from './text-edit.js';

/** A query with all that its function is generated from. */
export interface TypedQuery {
  readonly query: NamedQuery;
  /** With a `?` for each slot. */
  readonly text: string;
  readonly slots: readonly (ParameterSlot & { readonly kind: ColumnKind })[];
  readonly parameters: readonly QueryParameter[];
  readonly columns: readonly OutputColumn[];
}

/** A query that was checked. Null: it has errors, and they are among the findings. */
export interface TypedQueryResult {
  readonly typed: TypedQuery | null;
  readonly findings: readonly SourceFinding[];
}

/** Checks a query against the account, and finds its parameters and columns. */
export function typeQuery(query: NamedQuery, catalog: Catalog): TypedQueryResult {
  const text = withoutComments(query.text);
  const checked = check(text, catalog, { namedParameters: true });
  const findings = checked.findings.map((finding) =>
    sourceFinding(query.source, {
      ...finding,
      query: query.name,
      range: shifted(finding.range, query.start),
    }),
  );
  if (checked.query === null || findings.some(({ severity }) => severity === 'error')) {
    return { typed: null, findings };
  }
  const {
    parameters,
    kindsOfUses,
    problems: unclear,
  } = queryParameters(checked.parameters, query.documentation);
  const placed = parameterEdits(checked.query);
  const problems = [...unclear, ...placed.problems];
  const { columns } = checked;
  if (columns === null) problems.push(unknownColumns());
  else {
    problems.push(...repeatedColumns(columns));
    const output = outputEdits({ text, query: checked.query, columns, bindings: checked.bindings });
    problems.push(...output.problems);
    if (problems.length === 0) {
      const edited = applyEdits(text, [...placed.edits, ...output.edits]);
      const slots = placed.slots.map((slot) => ({ ...slot, kind: kindsOfUses[slot.index] ?? 'text' }));
      return { typed: { query, text: format(edited), slots, parameters, columns }, findings };
    }
  }
  return { typed: null, findings: [...findings, ...problems.map((problem) => asFinding(problem, query))] };
}

function shifted({ start, end }: QueryProblem['range'], by: number): QueryProblem['range'] {
  return { start: start + by, end: end + by };
}

function asFinding({ inFile, range, ...problem }: QueryProblem, query: NamedQuery): SourceFinding {
  return sourceFinding(query.source, {
    severity: 'error',
    ...problem,
    query: query.name,
    range: inFile ? range : shifted(range, query.start),
  });
}

function unknownColumns(): QueryProblem {
  return {
    code: 'unknown-columns',
    message: 'The columns of this query cannot be told, since the schema does not know all of its tables.',
    hint: 'List the columns instead of *, or introspect the account again.',
    range: { start: 0, end: 'SELECT'.length },
    inFile: false,
  };
}

/** A row is an object: of two columns with one name, one would be lost. */
function repeatedColumns(columns: readonly OutputColumn[]): readonly QueryProblem[] {
  const seen = new Set<string>();
  return columns.flatMap(({ name, expression }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const { start, end } = expression ?? { start: 0, end: 'SELECT'.length };
    return [
      {
        code: 'duplicate-output',
        message: `Two columns of the result are called “${name}”, and a row can hold only one.`,
        hint: expression === null ? 'List the columns instead of *.' : 'Give one of them an alias.',
        range: { start, end },
        inFile: false,
      },
    ];
  });
}
