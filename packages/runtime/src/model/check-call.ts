import { booleanOption, type OptionCheck, signalOption } from '../check-options.js';
import { checkNames } from '../known-names.js';
import { showValue } from '../show-value.js';
import { checkTree } from './check-tree.js';
import { entriesOf } from './entries.js';
import type { ModelContext } from './model-context.js';
import { checkRowCount } from './row-count.js';

const filtered = ['where', 'unfiltered', 'signal'] as const;
const returned = [...filtered, 'select', 'include'] as const;
const aggregated = [...filtered, '_count', '_sum', '_avg', '_min', '_max'] as const;

/** The arguments that the calls of a model take. */
const argumentNames = {
  findMany: [...returned, 'orderBy', 'take', 'skip'],
  findFirst: [...returned, 'orderBy', 'take', 'skip'],
  findUnique: returned,
  exists: filtered,
  count: filtered,
  aggregate: aggregated,
  groupBy: [...aggregated, 'by', 'byRelated', 'having', 'orderBy', 'take', 'skip'],
  paginate: [...returned, 'orderBy', 'take', 'after'],
  stream: [...returned, 'orderBy', 'take', 'skip', 'resume'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CallName = keyof typeof argumentNames;

/** Arguments that take one kind of value. */
const checks: Readonly<Record<string, OptionCheck>> = {
  unfiltered: booleanOption,
  signal: signalOption,
  resume: { check: (value) => typeof value === 'string', wanted: 'a checkpoint, as checkpoint() gives it' },
  after: {
    check: (value) => value === null || typeof value === 'string',
    wanted: 'null, or `next` of the page before',
  },
};

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
  const known: readonly string[] = argumentNames[name];
  const entries = entriesOf(given, { place: call, wanted: `an object such as { ${known[0]}: … }` });
  checkTree(given as object, { call: model, undefinedInFilters });
  checkNames(given as object, { place: call, known });
  for (const [argument, value] of entries) {
    if (argument === 'take' || argument === 'skip') checkRowCount(argument, value, call);
    const of = Object.hasOwn(checks, argument) ? checks[argument] : undefined;
    if (of === undefined || of.check(value)) continue;
    throw new TypeError(`${call}: ${argument}: ${showValue(value)} cannot stand here. Give ${of.wanted}.`);
  }
}
