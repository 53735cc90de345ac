import { showValue } from '../show-value.js';

/**
 * A value that must be one of a few, checked because part of the statement depends on it.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is none of them.
 */
export function oneOf<const Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  place: string,
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new TypeError(
    `${place}: ${showValue(value)} is not a known value. Use one of: ${choices.join(', ')}.`,
  );
}
