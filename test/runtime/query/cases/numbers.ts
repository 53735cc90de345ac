import type { Expression } from '@suitewright/runtime';
import { salesorder } from '../../shop.js';
import type { RowCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const { add, subtract, multiply, divide } = fn.arithmetic;
const total = salesorder.foreigntotal;
/** An id is digits, and BITAND takes them. */
const id = salesorder.id as unknown as Expression<number, 'transaction'>;
/** 0.5 */
const half = divide(total, 21);
const halfText = 'transaction.foreigntotal / 21';

export const numberCases: readonly RowCase[] = [
  ['add', add(total, 1), 'transaction.foreigntotal + 1', 11.5],
  ['precedence', multiply(add(total, 1), 2), '(transaction.foreigntotal + 1) * 2', 23],
  ['a chain', subtract(subtract(total, 1), 2), 'transaction.foreigntotal - 1 - 2', 7.5],
  [
    'a chain from the right',
    subtract(total, subtract(total, 2)),
    'transaction.foreigntotal - (transaction.foreigntotal - 2)',
    2,
  ],
  ['divide', divide(1, total), '1 / transaction.foreigntotal', 1 / 10.5],
  ['a negative number', multiply(total, -1), 'transaction.foreigntotal * (-1)', -10.5],
  ['round', fn.number.round(total), 'ROUND(transaction.foreigntotal)', 11],
  ['trunc', fn.number.trunc(total, -1), 'TRUNC(transaction.foreigntotal, (-1))', 10],
  ['abs', fn.number.abs(multiply(total, -1)), 'ABS(transaction.foreigntotal * (-1))', 10.5],
  ['ceil', fn.number.ceil(total), 'CEIL(transaction.foreigntotal)', 11],
  ['floor', fn.number.floor(total), 'FLOOR(transaction.foreigntotal)', 10],
  ['sign', fn.number.sign(subtract(0, total)), 'SIGN(0 - transaction.foreigntotal)', -1],
  ['mod', fn.number.mod(total, 4), 'MOD(transaction.foreigntotal, 4)', 2.5],
  ['remainder', fn.number.remainder(total, 4), 'REMAINDER(transaction.foreigntotal, 4)', -1.5],
  ['power', fn.number.power(total, 2), 'POWER(transaction.foreigntotal, 2)', 110.25],
  ['sqrt', fn.number.sqrt(fn.number.power(total, 2)), 'SQRT(POWER(transaction.foreigntotal, 2))', 10.5],
  ['exp', fn.number.exp(half), `EXP(${halfText})`, Math.exp(0.5)],
  ['ln', fn.number.ln(total), 'LN(transaction.foreigntotal)', Math.log(10.5)],
  ['log', fn.number.log(10, total), 'LOG(10, transaction.foreigntotal)', Math.log10(10.5)],
  ['sin', fn.number.sin(half), `SIN(${halfText})`, Math.sin(0.5)],
  ['cos', fn.number.cos(half), `COS(${halfText})`, Math.cos(0.5)],
  ['tan', fn.number.tan(half), `TAN(${halfText})`, Math.tan(0.5)],
  ['asin', fn.number.asin(half), `ASIN(${halfText})`, Math.PI / 6],
  ['acos', fn.number.acos(half), `ACOS(${halfText})`, Math.PI / 3],
  ['atan', fn.number.atan(half), `ATAN(${halfText})`, Math.atan(0.5)],
  ['atan2', fn.number.atan2(total, -1), 'ATAN2(transaction.foreigntotal, (-1))', Math.atan2(10.5, -1)],
  ['sinh', fn.number.sinh(half), `SINH(${halfText})`, Math.sinh(0.5)],
  ['cosh', fn.number.cosh(half), `COSH(${halfText})`, Math.cosh(0.5)],
  ['tanh', fn.number.tanh(half), `TANH(${halfText})`, Math.tanh(0.5)],
  ['nanvl', fn.number.nanvl(total, 0), 'NANVL(transaction.foreigntotal, 0)', 10.5],
  ['bitand', fn.number.bitand(id, 6), 'BITAND(transaction.id, 6)', 4],
  [
    'widthBucket',
    fn.number.widthBucket(total, 0, 20, 4),
    'WIDTH_BUCKET(transaction.foreigntotal, 0, 20, 4)',
    3,
  ],
];
