import { compare } from '../compare.js';
import type { Context } from '../context.js';
import { asNumber, asText, isWideNumber } from '../convert.js';
import { type Fragment, isNumeric, isText, nullFragment, text } from '../fragment.js';
import { convertTo, groupOf, sameKind, type Unified } from '../unify.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

const any = Number.POSITIVE_INFINITY;

export const conditionalFunctions: Readonly<Record<string, ScalarFunction>> = {
  nvl: scalarFunction(2, (given, context) => firstValue(given, convertTo(leaderOf(given), given, context))),
  coalesce: scalarFunction([2, any], (given, context) => firstValue(given, coalesced(given, context))),
  nvl2: scalarFunction(3, (given, context) => {
    const results = given.slice(1);
    const { kind, sql, wide } = convertTo(leaderOf(results), results, context);
    return { sql: `iif(${argumentAt(given, 0).sql} IS NOT NULL, ${sql[0]}, ${sql[1]})`, kind, wide };
  }),
  nullif: scalarFunction(2, (given, context) => {
    const [left, right] = [argumentAt(given, 0), argumentAt(given, 1)];
    sameKind(given, 'NULLIF');
    const { kind, wide } = left;
    const equal = compare('=', { left, right }, context);
    return { sql: `CASE WHEN ${equal} THEN NULL ELSE ${left.sql} END`, kind, wide: wide === true };
  }),
  nanvl: scalarFunction(2, (given) => argumentAt(given, 0)),
  decode: scalarFunction([3, any], decode),
  greatest: scalarFunction([1, any], (given, context) => extreme(given, context, 'max')),
  least: scalarFunction([1, any], (given, context) => extreme(given, context, 'min')),
};

/** The first value that is not the literal NULL: it is what the others are converted to. */
function leaderOf(given: readonly Fragment[]): Fragment {
  return given.find(({ kind }) => kind !== 'null') ?? nullFragment;
}

function firstValue(given: readonly Fragment[], { kind, sql, wide }: Unified): Fragment {
  const notNull = given.some((argument) => argument.notNull === true);
  return { sql: `coalesce(${sql.join(', ')})`, kind, wide, notNull };
}

/**
 * The arguments of COALESCE, which to Oracle are of one kind. Behind a text, SuiteQL takes numbers: NetSuite's help,
 * "SuiteQL Syntax and Examples", has `COALESCE(email, id, 'some value', 1 + 1)`.
 */
function coalesced(given: readonly Fragment[], context: Context): Unified {
  const leader = leaderOf(given);
  const numbersBesideText =
    isText(leader) &&
    given.every((argument) => isText(argument) || isNumeric(argument) || argument.kind === 'null');
  return numbersBesideText ? convertTo(leader, given, context) : sameKind(given, 'COALESCE');
}

/**
 * To DECODE, NULL equals NULL. It compares as its first search value is compared, and yields the kind of its first
 * result: text, where that is NULL.
 */
function decode(given: readonly Fragment[], context: Context): Fragment {
  const pairs = given.slice(1);
  const searches: Fragment[] = [];
  const results: Fragment[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    searches.push(argumentAt(pairs, index));
    results.push(argumentAt(pairs, index + 1));
  }
  const otherwise = pairs.length % 2 === 1 ? argumentAt(pairs, pairs.length - 1) : nullFragment;
  const leader = argumentAt(results, 0);
  const values = [...results, otherwise];
  const { kind, sql, wide } = convertTo(leader.kind === 'null' ? text('') : leader, values, context);
  const [operand = nullFragment, ...compared] = comparedByFirst([argumentAt(given, 0), ...searches]);
  const branches = compared.map((search, index) => {
    const equal = compare('=', { left: operand, right: search }, context);
    const test =
      search.kind === 'null'
        ? `${operand.sql} IS NULL`
        : search.constant !== undefined
          ? equal
          : `(${equal} OR (${operand.sql} IS NULL AND ${search.sql} IS NULL))`;
    return `WHEN ${test} THEN ${sql[index]}`;
  });
  return { sql: `CASE ${branches.join(' ')} ELSE ${sql.at(-1)} END`, kind, wide };
}

/** Numbers and texts among the operand and the search values, all as the first search value is. */
function comparedByFirst(values: readonly Fragment[]): readonly Fragment[] {
  const groups = new Set(values.map(groupOf));
  if (!groups.has('a number') || !groups.has('a text')) return values;
  const leader = leaderOf(values.slice(1));
  return values.map((value): Fragment => {
    if (value.kind === 'null') return value;
    if (isText(leader) && isNumeric(value)) return text(asText(value));
    if (isNumeric(leader) && isText(value))
      return { sql: asNumber(value), kind: 'num', wide: isWideNumber(value) };
    return value;
  });
}

/** GREATEST and LEAST take the first argument for what the others are converted to. */
function extreme(given: readonly Fragment[], context: Context, name: 'max' | 'min'): Fragment {
  const { kind, sql, wide } = convertTo(leaderOf(given), given, context);
  if (sql.length === 1) return argumentAt(given, 0);
  if (!wide) return { sql: `${name}(${sql.join(', ')})`, kind };
  const keys = sql.map((value) => `sw_key(${value})`).join(', ');
  return { sql: `sw_from_key(${name}(${keys}))`, kind, wide };
}
