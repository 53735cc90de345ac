import { ownProperty } from '../own-property.js';
import { entriesOf, isArguments, showArgument } from './entries.js';
import type { ComputedField, ModelContext, ModelExtension } from './model-context.js';
import { NEEDED } from './select-plan.js';

interface Extended<Request> {
  /** The request as the planner knows it: with the default filter, without computed fields. */
  readonly request: Request;
  /** Gives a row its computed fields in place of what they are made of. */
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

/** @throws {TypeError} A computed field is asked for with anything but true or false. */
export function extendedRequest<Request extends Filtered & { readonly select?: unknown }>(
  request: Request,
  { name: model, extension }: Pick<ModelContext, 'name' | 'extension'>,
): Extended<Request> {
  const filtered = { ...request, where: extendedWhere(request, extension) };
  const computed = new Map(Object.entries(extension.computed));
  const { select } = request;
  // What is no selection is the planner's to refuse.
  if (computed.size === 0 || (select !== undefined && !isArguments(select))) {
    return { request: filtered, finish: () => {} };
  }
  const given = select === undefined ? null : entriesOf(select, { place: model, wanted: 'fields' });
  const asked =
    given?.filter(([name]) => computed.has(name)) ?? [...computed.keys()].map((name) => [name, true]);
  const wanted = new Map<string, ComputedField>();
  for (const [name, choice] of asked as readonly (readonly [string, unknown])[]) {
    if (choice === true) wanted.set(name, computed.get(name) as ComputedField);
    else if (choice !== false) {
      throw new TypeError(
        `select.${name} of ${model}: ${showArgument(choice)} cannot stand here. Give true or false.`,
      );
    }
  }
  const needs = [...new Set([...wanted.values()].flatMap((field) => field.needs))];
  const finish = (row: Record<string, unknown>): void => {
    const needed = (row[NEEDED] ?? {}) as Record<string, unknown>;
    delete row[NEEDED];
    for (const [name, { compute }] of wanted) ownProperty(row, name, compute(needed));
  };
  if (given === null) return { request: { ...filtered, needs }, finish };
  const columns = Object.fromEntries(given.filter(([name]) => !computed.has(name)));
  return { request: { ...filtered, select: columns, needs }, finish };
}
