import type { ColumnKind } from '@suitewright/schema';
import { type Catalog, type CheckResult, check, format, type OutputColumn } from '@suitewright/suiteql';
import { comparedIds } from './compared-ids.js';
import { type DatedParameters, datedParameters } from './dated-parameters.js';
import type { NamedQuery } from './named-query.js';
import { outputEdits } from './output-edits.js';
import { type ParameterSlot, parameterEdits } from './parameter-edits.js';
import { type QueryParameter, queryParameters } from './query-parameters.js';
import type { QueryProblem } from './query-problem.js';
import type { SourceText } from './query-source.js';
import { type SourceFinding, sourceFinding } from './source-finding.js';
import { applyEdits, withoutComments } from './text-edit.js';

/** A query with all that its function is generated from. */
export interface TypedQuery<Source extends SourceText = SourceText> {
  readonly query: NamedQuery<Source>;
  /** With a `?` for each slot. */
  readonly text: string;
  readonly slots: readonly (ParameterSlot & { readonly kind: ColumnKind })[];
  readonly parameters: readonly QueryParameter[];
  readonly columns: readonly OutputColumn[];
}

/** A query that was checked. Null: it has errors, and they are among the findings. */
interface TypedQueryResult<Source extends SourceText> {
  readonly typed: TypedQuery<Source> | null;
  readonly findings: readonly SourceFinding[];
}

/** Checks a query against the account, and finds its parameters and columns. */
export function typeQuery<Source extends SourceText>(
  query: NamedQuery<Source>,
  catalog: Catalog,
): TypedQueryResult<Source> {
  const text = withoutComments(query.text);
  const checked = check(text, catalog, { namedParameters: true });
  const findings = checked.findings
    // A warning to the checker: NetSuite takes it. Here it is an error, and told as one.
    .filter(({ code }) => code !== 'duplicate-output')
    .map((finding) =>
      sourceFinding(query.source, {
        ...finding,
        query: query.name,
        range: shifted(finding.range, query.start),
      }),
    );
  if (checked.query === null || findings.some(({ severity }) => severity === 'error')) {
    return { typed: null, findings };
  }
  const uses = comparedIds(checked.parameters, { query: checked.query, bindings: checked.bindings });
  const { parameters, kindsOfUses, problems: unclear } = queryParameters(uses, query.documentation);
  const plain = rewrite(text, { checked, wrappers: new Map() });
  const problems = [...unclear, ...plain.problems];
  if (problems.length > 0) {
    return { typed: null, findings: [...findings, ...problems.map((problem) => asFinding(problem, query))] };
  }
  const { edits, wrappers } = datedParameters(uses, kindsOfUses);
  const rewritten = edits.length === 0 ? plain : rewriteDated(applyEdits(text, edits), { catalog, wrappers });
  const slots = rewritten.slots.map((slot) => ({ ...slot, kind: kindsOfUses[slot.index] ?? 'text' }));
  return { typed: { query, text: rewritten.text, slots, parameters, columns: rewritten.columns }, findings };
}

interface Rewritten {
  readonly text: string;
  readonly slots: readonly ParameterSlot[];
  readonly columns: readonly OutputColumn[];
  readonly problems: readonly QueryProblem[];
}

type Wrappers = DatedParameters['wrappers'];

function rewriteDated(
  text: string,
  { catalog, wrappers }: { readonly catalog: Catalog; readonly wrappers: Wrappers },
): Rewritten {
  return rewrite(text, { checked: check(text, catalog, { namedParameters: true }), wrappers });
}

/** The statement as it will be sent. */
function rewrite(
  text: string,
  {
    checked: { query, columns, bindings },
    wrappers,
  }: { readonly checked: CheckResult; readonly wrappers: Wrappers },
): Rewritten {
  if (query === null || columns === null) {
    return { text, slots: [], columns: [], problems: [unknownColumns()] };
  }
  const placed = parameterEdits(query, wrappers);
  const output = outputEdits({ text, query, columns, bindings });
  const problems = [...placed.problems, ...repeatedColumns(columns), ...output.problems];
  if (problems.length > 0) return { text, slots: [], columns, problems };
  const edited = applyEdits(text, [...placed.edits, ...output.edits]);
  return { text: format(edited), slots: placed.slots, columns, problems };
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
