import { divideNumbers, type StoredNumber, storedNumber, sumNumbers } from '../stored-number.js';

export type Value = string | number | null;

/** `key`: the values are numbers, as the hexadecimal digits of bytes that sort as they do. */
export type ValueForm = 'key' | 'plain';

/** What an aggregate makes of values; FIRST_VALUE and LAST_VALUE see the NULLs among them. */
export function reduceValues(name: string, given: readonly Value[], form: ValueForm): Value | StoredNumber {
  const storedOf = (value: Value): Value | StoredNumber =>
    form === 'key' && value !== null ? storedNumber(Buffer.from(String(value), 'hex')) : value;
  if (name === 'first_value') return storedOf(given[0] ?? null);
  if (name === 'last_value') return storedOf(given.at(-1) ?? null);
  const values = given.filter((value) => value !== null);
  if (name === 'count') return values.length;
  if (name === 'min' || name === 'max') {
    const sorted = [...values].sort((left, right) => (left < right ? -1 : 1));
    return storedOf((name === 'min' ? sorted[0] : sorted.at(-1)) ?? null);
  }
  const numbers = values.map(storedOf).filter((value) => value !== null);
  const sum = sumNumbers(numbers);
  return sum === null || name === 'sum' ? sum : divideNumbers(sum, numbers.length);
}
