import { compare } from '../compare.js';
import type { Context } from '../context.js';
import { type Fragment, nullFragment } from '../fragment.js';
import { unify } from '../unify.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

const any = Number.POSITIVE_INFINITY;

export const conditionalFunctions: Readonly<Record<string, ScalarFunction>> = {
  nvl: scalarFunction(2, coalesce),
  coalesce: scalarFunction([2, any], coalesce),
  nvl2: scalarFunction(3, (given, context) => {
    const { kind, sql, wide } = unify(given.slice(1), context);
    return { sql: `iif(${argumentAt(given, 0).sql} IS NOT NULL, ${sql[0]}, ${sql[1]})`, kind, wide };
  }),
  nullif: scalarFunction(2, (given, context) => {
    const [left, right] = [argumentAt(given, 0), argumentAt(given, 1)];
    const { kind, wide } = left;
    const equal = compare('=', { left, right }, context);
    return { sql: `CASE WHEN ${equal} THEN NULL ELSE ${left.sql} END`, kind, wide: wide === true };
  }),
  nanvl: scalarFunction(2, (given) => argumentAt(given, 0)),
  decode: scalarFunction([3, any], decode),
  greatest: scalarFunction([1, any], (given, context) => extreme(given, context, 'max')),
  least: scalarFunction([1, any], (given, context) => extreme(given, context, 'min')),
};

function coalesce(given: readonly Fragment[], context: Context): Fragment {
  const { kind, sql, wide } = unify(given, context);
  const notNull = given.some((argument) => argument.notNull === true);
  return { sql: `coalesce(${sql.join(', ')})`, kind, wide, notNull };
}

/** To DECODE, NULL equals NULL. */
function decode(given: readonly Fragment[], context: Context): Fragment {
  const operand = argumentAt(given, 0);
  const pairs = given.slice(1);
  const searches: Fragment[] = [];
  const results: Fragment[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    searches.push(argumentAt(pairs, index));
    results.push(argumentAt(pairs, index + 1));
  }
  const otherwise = pairs.length % 2 === 1 ? argumentAt(pairs, pairs.length - 1) : nullFragment;
  const { kind, sql, wide } = unify([...results, otherwise], context);
  const branches = searches.map((search, index) => {
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

function extreme(given: readonly Fragment[], context: Context, name: 'max' | 'min'): Fragment {
  const { kind, sql, wide } = unify(given, context);
  if (sql.length === 1) return argumentAt(given, 0);
  if (!wide) return { sql: `${name}(${sql.join(', ')})`, kind };
  const keys = sql.map((value) => `sw_key(${value})`).join(', ');
  return { sql: `sw_from_key(${name}(${keys}))`, kind, wide };
}
