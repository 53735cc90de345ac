import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { asDouble, asNumber, asText, isWideNumber } from '../convert.js';
import { decimalCall } from '../decimal-call.js';
import { type Fragment, isMoment, isNumeric } from '../fragment.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';
import { roundMoment, truncateMoment } from './truncate-moment.js';

export const numberFunctions: Readonly<Record<string, ScalarFunction>> = {
  abs: scalarFunction(1, (given, context) => {
    const argument = argumentAt(given, 0);
    const kind = argument.kind === 'int' ? 'int' : 'num';
    const sql = asNumber(argument);
    if (!isWideNumber(argument)) return { ...argument, sql: `abs(${sql})`, kind };
    return decimalCall({ name: 'sw_abs', values: [sql], wide: argument.wide === true, kind }, context);
  }),
  ceil: whole('ceil'),
  floor: whole('floor'),
  sign: scalarFunction(1, (given) => {
    const argument = argumentAt(given, 0);
    const name = isWideNumber(argument) ? 'sw_sign' : 'sign';
    return { sql: `${name}(${asNumber(argument)})`, kind: 'int', bound: 1 };
  }),
  round: scalarFunction([1, 2], (given, context) => roundOrTruncate(given, 'round', context)),
  trunc: scalarFunction([1, 2], (given, context) => roundOrTruncate(given, 'trunc', context)),
  mod: scalarFunction(2, (given, context) => number('sw_mod', given, context)),
  remainder: scalarFunction(2, (given, context) => number('sw_remainder', given, context)),
  power: real('pow', 2),
  sqrt: real('sqrt', 1),
  exp: real('exp', 1),
  ln: real('ln', 1),
  log: real('log', 2),
  sin: real('sin', 1),
  cos: real('cos', 1),
  tan: real('tan', 1),
  asin: real('asin', 1),
  acos: real('acos', 1),
  atan: real('atan', 1),
  atan2: real('atan2', 2),
  sinh: real('sinh', 1),
  cosh: real('cosh', 1),
  tanh: real('tanh', 1),
  bitand: scalarFunction(2, (given, context) => number('sw_bitand', given, context)),
  width_bucket: scalarFunction(4, (given) => ({ sql: `sw_width_bucket(${numbers(given)})`, kind: 'int' })),
  ora_hash: scalarFunction([1, 3], oraHash),
};

function numbers(given: readonly Fragment[]): string {
  return given.map((argument) => asNumber(argument)).join(', ');
}

function number(name: string, given: readonly Fragment[], context: Context): Fragment {
  return decimalCall({ name, values: given.map(asNumber) }, context);
}

function whole(name: 'ceil' | 'floor'): ScalarFunction {
  return scalarFunction(1, (given, context) => {
    const argument = argumentAt(given, 0);
    if (argument.kind === 'int') return argument;
    if (!isWideNumber(argument)) return { sql: `${name}(${asNumber(argument)})`, kind: 'num' };
    return decimalCall({ name: `sw_${name}`, values: [asNumber(argument)] }, context);
  });
}

/** What has as many digits as Oracle keeps. */
function real(name: string, arity: number): ScalarFunction {
  return scalarFunction(arity, (given) => ({
    sql: `sw_${name}(${numbers(given)})`,
    kind: 'num',
    wide: true,
  }));
}

/** Of NULL the hash is 0. */
function oraHash(given: readonly Fragment[]): Fragment {
  const value = argumentAt(given, 0);
  const [maximumBucket = '4294967295', seed = '0'] = given.slice(1).map(asDouble);
  const momentKind = value.column === undefined ? 'date' : 'date column';
  const kind = isMoment(value) ? momentKind : isNumeric(value) ? 'number' : 'text';
  const sql = isMoment(value) ? value.sql : asText(value);
  return { sql: `coalesce(sw_ora_hash('${kind}', ${sql}, ${maximumBucket}, ${seed}), 0)`, kind: 'int' };
}

/** ROUND and TRUNC are two functions each: of numbers, and of dates. */
function roundOrTruncate(given: readonly Fragment[], name: 'round' | 'trunc', context: Context): Fragment {
  const [value, precision] = [argumentAt(given, 0), given[1]];
  if (isMoment(value)) {
    return name === 'trunc' ? truncateMoment(value, precision) : roundMoment(value, precision);
  }
  if (typeof precision?.constant === 'string') {
    throw unsupported(`${name.toUpperCase()} with a date mask takes a date. Wrap the text in TO_DATE.`);
  }
  const places = precision === undefined ? '0' : asNumber(precision);
  const kind = precision === undefined ? 'int' : 'num';
  return decimalCall({ name: `sw_${name}`, values: [asNumber(value), places], kind }, context);
}
