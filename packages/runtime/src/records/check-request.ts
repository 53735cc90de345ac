import { isPlainObject, showValue } from '../show-value.js';

/**
 * Checks the body of a write.
 *
 * @throws {TypeError} It is not a plain object.
 */
export function checkBody(body: unknown, call: string): asserts body is Readonly<Record<string, unknown>> {
  if (isPlainObject(body)) return;
  throw new TypeError(`${call}: the body is ${showValue(body)}. Give an object with the record's fields.`);
}

const optionChecks: Readonly<Record<string, (value: unknown, call: string) => void>> = {
  signal(value, call) {
    if (value instanceof AbortSignal) return;
    throw new TypeError(`${call}: the option 'signal' is ${showValue(value)}. Give an AbortSignal.`);
  },
  expandSubResources(value, call) {
    if (typeof value === 'boolean') return;
    throw new TypeError(
      `${call}: the option 'expandSubResources' is ${showValue(value)}. Give true or false.`,
    );
  },
  replace(value, call) {
    const wrong = Array.isArray(value) ? value.find((name) => !isFieldName(name)) : value;
    if (Array.isArray(value) && value.every(isFieldName)) return;
    throw new TypeError(
      `${call}: the option 'replace' has ${showValue(wrong)}. Give an array of names of sublists, such as ['item'].`,
    );
  },
};

/**
 * Checks the options of a call.
 *
 * @param known The options that it has.
 * @throws {TypeError} One of them is not known, or has a wrong value.
 */
export function checkOptions(options: unknown, call: string, known: readonly string[]): void {
  if (!isPlainObject(options)) {
    throw new TypeError(`${call}: the options are ${showValue(options)}. Give an object, or nothing.`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      throw new TypeError(`${call} has no option ${showValue(name)}. Use one of: ${known.join(', ')}.`);
    }
    if (value !== undefined) optionChecks[name]?.(value, call);
  }
}

function isFieldName(name: unknown): name is string {
  return typeof name === 'string' && /^\w+$/.test(name);
}
