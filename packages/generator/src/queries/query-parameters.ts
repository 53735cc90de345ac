import type { ColumnKind } from '@suitewright/schema';
import type { CheckedParameter, SourceRange, ValueKind } from '@suitewright/suiteql';
import type { QueryDocumentation } from './documentation.js';
import type { QueryProblem } from './query-problem.js';

/** A parameter of a query, all its uses together. */
export interface QueryParameter {
  readonly name: string;
  readonly list: boolean;
  /** What its value is; null: nothing tells. */
  readonly kind: ColumnKind | null;
  readonly text: string | null;
}

export interface QueryParameters {
  /** By first use. */
  readonly parameters: readonly QueryParameter[];
  /** The kind of each use, by the place of the parameter in the text; a value that nothing tells of is a text. */
  readonly kindsOfUses: readonly ColumnKind[];
  readonly problems: readonly QueryProblem[];
}

/** Makes the uses of parameters into parameters. */
export function queryParameters(
  uses: readonly CheckedParameter[],
  documentation: QueryDocumentation,
): QueryParameters {
  const problems: QueryProblem[] = [];
  const byName = new Map<string, QueryParameter>();
  for (const use of uses) {
    const { name, list, range } = use;
    if (name === null) {
      problems.push(unnamed(range));
      continue;
    }
    const said = documentation.parameters.get(name);
    const kind = said?.kind ?? columnKind(use.kind);
    const before = byName.get(name);
    if (before === undefined) {
      byName.set(name, { name, list, kind, text: said?.text ?? null });
      continue;
    }
    const merged = mergedKind(before.kind, kind);
    if (before.list !== list) problems.push(twoForms(name, range));
    else if (merged === 'conflict') problems.push(twoKinds(name, range));
    else byName.set(name, { ...before, kind: merged });
  }
  for (const [name, { range, wrongKind }] of documentation.parameters) {
    if (!byName.has(name)) problems.push(notInQuery(name, range));
    else if (wrongKind !== null) problems.push(noKind(wrongKind, range));
  }
  const kindsOfUses = uses.map(
    ({ name, kind }) =>
      documentation.parameters.get(name ?? '')?.kind ??
      columnKind(kind) ??
      byName.get(name ?? '')?.kind ??
      'text',
  );
  return { parameters: [...byName.values()], kindsOfUses, problems };
}

/** Null: the checker cannot tell, or it is nothing that a value has. */
export function columnKind(kind: ValueKind): ColumnKind | null {
  return kind === 'unknown' || kind === 'null' || kind === 'condition' || kind === 'interval' ? null : kind;
}

function mergedKind(left: ColumnKind | null, right: ColumnKind | null): ColumnKind | null | 'conflict' {
  if (left === right || right === null) return left;
  if (left === null) return right;
  const both = [left, right];
  if (both.every(isId)) return 'id';
  if (both.every((kind) => kind === 'int' || kind === 'num')) return 'num';
  if (both.every((kind) => kind === 'date' || kind === 'datetime')) return 'date';
  return both.every((kind) => kind === 'text' || isId(kind)) ? 'text' : 'conflict';
}

function isId(kind: ColumnKind): boolean {
  return kind === 'id' || kind.startsWith('ref:');
}

function unnamed(range: SourceRange): QueryProblem {
  return {
    code: 'parameter-name',
    message: 'A parameter of a .suiteql file needs a name.',
    hint: 'Write :name.',
    range,
    inFile: false,
  };
}

function twoForms(name: string, range: SourceRange): QueryProblem {
  return {
    code: 'parameter-kind',
    message: `:${name} is a list in one place and a single value in another.`,
    hint: 'Give them two names.',
    range,
    inFile: false,
  };
}

function twoKinds(name: string, range: SourceRange): QueryProblem {
  return {
    code: 'parameter-kind',
    message: `:${name} is used here as something else than before.`,
    hint: `Give the uses two names, or say what it is above the query: @param {text} ${name}.`,
    range,
    inFile: false,
  };
}

function notInQuery(name: string, range: SourceRange): QueryProblem {
  return {
    code: 'parameter-name',
    message: `The comment describes :${name}, which the query does not have.`,
    hint: null,
    range,
    inFile: true,
  };
}

function noKind(kind: string, range: SourceRange): QueryProblem {
  return {
    code: 'parameter-kind',
    message: `“${kind}” is no kind of value.`,
    hint: 'There are id, text, int, num, bool, date, datetime and ref:TABLE.',
    range,
    inFile: true,
  };
}
