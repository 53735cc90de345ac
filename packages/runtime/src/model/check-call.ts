import { booleanOption, checkOptions, type OptionCheck, signalOption } from '../check-options.js';
import { checkTree } from './check-tree.js';
import { entriesOf } from './entries.js';
import type { ModelContext } from './model-context.js';
import { checkRowCount } from './row-count.js';

type Known = Readonly<Record<string, OptionCheck | null>>;

// What is null depends on the model's fields, or is a number of rows.
const filtered: Known = { where: null, unfiltered: booleanOption, signal: signalOption };
const returned: Known = { ...filtered, select: null, include: null };
const found: Known = { ...returned, orderBy: null, take: null, skip: null };
const aggregated: Known = { ...filtered, _count: null, _sum: null, _avg: null, _min: null, _max: null };
const cursor: OptionCheck = {
  check: (value) => value === null || typeof value === 'string',
  wanted: 'null, or `next` of the page before',
};
const checkpoint: OptionCheck = {
  check: (value) => typeof value === 'string',
  wanted: 'a checkpoint, as checkpoint() gives it',
};

/** The arguments that the calls of a model take. */
const known = {
  findMany: found,
  findFirst: found,
  findUnique: returned,
  exists: filtered,
  count: filtered,
  aggregate: aggregated,
  groupBy: { ...aggregated, by: null, byRelated: null, having: null, orderBy: null, take: null, skip: null },
  paginate: { ...returned, orderBy: null, take: null, after: cursor },
  stream: { ...found, resume: checkpoint },
} as const satisfies Readonly<Record<string, Known>>;

export type CallName = keyof typeof known;

/**
 * Checks the arguments of a call, all but what only the model's fields can tell.
 *
 * @throws {TypeError} They are no plain object, a name is unknown, or a value is none of what the name takes.
 */
export function checkCall(
  name: CallName,
  given: unknown,
  { name: model, undefinedInFilters }: Pick<ModelContext, 'name' | 'undefinedInFilters'>,
): void {
  const call = `${name} of ${model}`;
  entriesOf(given, { place: call, wanted: `an object such as { ${Object.keys(known[name])[0]}: … }` });
  checkTree(given as object, { call: model, undefinedInFilters });
  checkOptions(given, { place: call, known: known[name] });
  const { take, skip } = given as { readonly take?: unknown; readonly skip?: unknown };
  checkRowCount('take', take, call);
  checkRowCount('skip', skip, call);
}
