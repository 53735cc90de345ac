import { expect, test } from 'vitest';
import { valueCodec } from '../../packages/runtime/src/value-codec.js';

test('reads lists of ids with and without spaces, in linear time', () => {
  const decode = valueCodec({}).decoder('multi:subsidiary');
  expect(decode('1, 5,7 ,\t9')).toEqual(['1', '5', '7', '9']);
  expect(decode(`1${' '.repeat(1_000_000)}2`)).toHaveLength(1);
  expect(decode('')).toBeNull();
});

test('refuses what a codec of decimals makes, in linear time', () => {
  const codec = valueCodec({ decimals: { decode: String, encode: () => `${'1'.repeat(1_000_000)}x` } });
  expect(() => codec.encode({}, 'num', 'amount')).toThrow('is not a decimal');
});
