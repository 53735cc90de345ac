import { unsupported } from '../../rejection.js';
import { asNumber } from '../convert.js';
import { type Fragment, isMoment } from '../fragment.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';
import { roundMoment, truncateMoment } from './truncate-moment.js';

export const numberFunctions: Readonly<Record<string, ScalarFunction>> = {
  abs: scalarFunction(1, (given) => {
    const argument = argumentAt(given, 0);
    return { sql: `abs(${asNumber(argument)})`, kind: argument.kind === 'int' ? 'int' : 'num' };
  }),
  ceil: whole('ceil'),
  floor: whole('floor'),
  sign: whole('sign'),
  round: scalarFunction([1, 2], (given) => roundOrTruncate(given, 'round')),
  trunc: scalarFunction([1, 2], (given) => roundOrTruncate(given, 'trunc')),
  mod: scalarFunction(2, (given) => number('sw_mod', given)),
  remainder: scalarFunction(2, (given) => number('sw_remainder', given)),
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
  bitand: scalarFunction(2, (given) => ({
    sql: `(CAST(${asNumber(argumentAt(given, 0))} AS INTEGER) & CAST(${asNumber(argumentAt(given, 1))} AS INTEGER))`,
    kind: 'int',
  })),
  width_bucket: scalarFunction(4, (given) => ({ sql: `sw_width_bucket(${numbers(given)})`, kind: 'int' })),
  ora_hash: scalarFunction([1, 3], () => {
    throw unsupported('ORA_HASH is not emulated: its values are known to Oracle only.');
  }),
};

function numbers(given: readonly Fragment[]): string {
  return given.map((argument) => asNumber(argument)).join(', ');
}

function number(name: string, given: readonly Fragment[]): Fragment {
  return { sql: `${name}(${numbers(given)})`, kind: 'num', inexact: true };
}

function whole(name: string): ScalarFunction {
  return scalarFunction(1, (given) => ({ sql: `CAST(${name}(${numbers(given)}) AS INTEGER)`, kind: 'int' }));
}

function real(name: string, arity: number): ScalarFunction {
  return scalarFunction(arity, (given) => ({
    sql: `sw_check_number(${name}(${numbers(given)}))`,
    kind: 'num',
    inexact: true,
  }));
}

/** ROUND and TRUNC are two functions each: of numbers, and of dates. */
function roundOrTruncate(given: readonly Fragment[], name: 'round' | 'trunc'): Fragment {
  const [value, precision] = [argumentAt(given, 0), given[1]];
  if (isMoment(value)) {
    return name === 'trunc' ? truncateMoment(value, precision) : roundMoment(value, precision);
  }
  if (typeof precision?.constant === 'string') {
    throw unsupported(`${name.toUpperCase()} with a date mask takes a date. Wrap the text in TO_DATE.`);
  }
  const places = precision === undefined ? '0' : asNumber(precision);
  return { sql: `sw_${name}(${asNumber(value)}, ${places})`, kind: precision === undefined ? 'int' : 'num' };
}
