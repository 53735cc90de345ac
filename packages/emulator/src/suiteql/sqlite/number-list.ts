import type { GivenNumber } from '../stored-number.js';

/** What SQLite gathered as a JSON list: numbers, and texts that spell one. Aggregates do not see NULLs. */
export function numberList(list: unknown): readonly GivenNumber[] {
  // Written by json_group_array in the translated SQL.
  return (JSON.parse(String(list)) as readonly (number | string | null)[]).filter((value) => value !== null);
}
