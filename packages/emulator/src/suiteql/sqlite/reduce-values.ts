import { fewestPlaces } from '../decimal.js';

export type Value = string | number | null;

/** What an aggregate makes of values; FIRST_VALUE and LAST_VALUE see the NULLs among them. */
export function reduceValues(name: string, given: readonly Value[]): Value {
  if (name === 'first_value') return given[0] ?? null;
  if (name === 'last_value') return given.at(-1) ?? null;
  const values = given.filter((value) => value !== null);
  if (name === 'count') return values.length;
  const [first] = values;
  if (first === undefined) return null;
  const sorted = [...values].sort((left, right) => (left < right ? -1 : 1));
  if (name === 'min') return sorted[0] ?? first;
  if (name === 'max') return sorted.at(-1) ?? first;
  const numbers = values.map(Number);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  const magnitude = numbers.reduce((sum, value) => sum + Math.abs(value), 0);
  const sum = fewestPlaces(total, magnitude);
  return name === 'avg' ? sum / numbers.length : sum;
}
