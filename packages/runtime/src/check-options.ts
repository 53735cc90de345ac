import { checkNames } from './known-names.js';
import { isPlainObject, showValue } from './show-value.js';

/** What an option takes. */
export interface OptionCheck {
  readonly check: (value: unknown) => boolean;
  /** For messages: `true or false`. */
  readonly wanted: string;
}

/**
 * Checks the options of a call: their names, and the values that are given.
 *
 * @param known What each option takes; null where somebody else checks that.
 * @throws {TypeError} They are not a plain object, a name is unknown, or a value is none of what the option takes.
 */
export function checkOptions(
  options: unknown,
  { place, known }: { readonly place: string; readonly known: Readonly<Record<string, OptionCheck | null>> },
): void {
  if (!isPlainObject(options)) {
    throw new TypeError(`${place}: ${showValue(options)} cannot stand here. Give an object of options.`);
  }
  checkNames(options, { place, known: Object.keys(known) });
  for (const [name, value] of Object.entries(options)) {
    const option = known[name] ?? null;
    if (value === undefined || option === null || option.check(value)) continue;
    throw new TypeError(`${place}: ${name}: ${showValue(value)} cannot stand here. Give ${option.wanted}.`);
  }
}

export const booleanOption: OptionCheck = {
  check: (value) => typeof value === 'boolean',
  wanted: 'true or false',
};

export const textOption: OptionCheck = { check: (value) => typeof value === 'string', wanted: 'a string' };

export const functionOption: OptionCheck = {
  check: (value) => typeof value === 'function',
  wanted: 'a function',
};

export const objectOption: OptionCheck = {
  check: (value) => typeof value === 'object' && value !== null,
  wanted: 'an object',
};

export const plainObjectOption: OptionCheck = {
  check: isPlainObject,
  wanted: 'a plain object such as { name: value }',
};

export const signalOption: OptionCheck = {
  check: isAbortSignal,
  wanted: 'an AbortSignal, such as the signal of an AbortController',
};

export const priorityOption: OptionCheck = choiceOption('interactive', 'bulk');

export function choiceOption(...choices: readonly string[]): OptionCheck {
  return {
    check: (value) => choices.some((choice) => choice === value),
    wanted: choices.map((choice) => `'${choice}'`).join(' or '),
  };
}

/** Of any realm, or of a library that stands in for it. */
function isAbortSignal(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isPlainObject(value) &&
    'aborted' in value &&
    typeof value.aborted === 'boolean' &&
    'addEventListener' in value &&
    typeof value.addEventListener === 'function'
  );
}
