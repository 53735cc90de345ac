import { ownProperty } from '../own-property.js';
import { isPlainObject } from '../show-value.js';
import type { ModelExtension } from './model-context.js';

interface Extended<Request> {
  /** The request as the planner knows it: with the default filter, without computed fields. */
  readonly request: Request;
  /** Gives a row its computed fields, and takes what only they needed. */
  readonly finish: (row: Record<string, unknown>) => void;
}

interface Filtered {
  readonly where?: unknown;
  readonly unfiltered?: boolean;
}

/** The conditions of a call, with those of the model's default filter. */
export function extendedWhere({ where, unfiltered }: Filtered, extension: ModelExtension): unknown {
  if (unfiltered === true || extension.where.length === 0) return where;
  return { AND: where === undefined ? extension.where : [...extension.where, where] };
}

export function extendedRequest<Request extends Filtered & { readonly select?: unknown }>(
  request: Request,
  extension: ModelExtension,
): Extended<Request> {
  const filtered = { ...request, where: extendedWhere(request, extension) };
  const { computed } = extension;
  const names = Object.keys(computed);
  if (names.length === 0) return { request: filtered, finish: () => {} };
  const { select } = request;
  // What is no selection is the planner's to refuse.
  if (select !== undefined && !isPlainObject(select)) {
    return { request: filtered, finish: () => {} };
  }
  const given: Readonly<Record<string, unknown>> | null = select === undefined ? null : { ...select };
  const wanted = given === null ? names : names.filter((name) => given[name] === true);
  const needs = wanted.flatMap((name) => computed[name]?.needs ?? []);
  const extra = given === null ? [] : [...new Set(needs)].filter((column) => given[column] !== true);
  const finish = (row: Record<string, unknown>): void => {
    for (const name of wanted) ownProperty(row, name, computed[name]?.compute(row));
    for (const column of extra) delete row[column];
  };
  if (given === null) return { request: filtered, finish };
  const columns = Object.entries(given).filter(([field]) => !Object.hasOwn(computed, field));
  const asked = Object.fromEntries([...columns, ...extra.map((column) => [column, true] as const)]);
  return { request: { ...filtered, select: asked }, finish };
}
