import { inspect } from 'node:util';
import type { EmulatorOptions } from './emulator.js';

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isText = (value: unknown): boolean => typeof value === 'string';
const isAnything = (): boolean => true;

const credentialOptions: readonly string[] = ['tba', 'oauth2', 'clientSecret', 'seed', 'algorithm'];

/** What each option takes; seeds, numbers and credentials are checked where they are used. */
const known: Readonly<
  Record<keyof EmulatorOptions, readonly [check: (value: unknown) => boolean, wanted: string]>
> = {
  port: [isAnything, ''],
  host: [isText, 'a string'],
  account: [isText, 'a string'],
  seed: [isAnything, ''],
  rows: [isAnything, ''],
  today: [isText, 'a day as YYYY-MM-DD'],
  timeZone: [isText, 'a string'],
  dateFormat: [isText, 'a string'],
  numberFormat: [isText, 'a string'],
  latencyMs: [isAnything, ''],
  concurrency: [isAnything, ''],
  resultsMaximum: [isAnything, ''],
  totalResults: [(value) => value === 'capped' || value === 'actual', "'capped' or 'actual'"],
  statementTimeoutMs: [isAnything, ''],
  faults: [isFunction, 'a function, such as randomFaults makes'],
  clock: [isFunction, 'a function'],
  log: [isFunction, 'a function'],
  persist: [(value) => isText(value) && value !== '', 'a path'],
  progress: [isFunction, 'a function'],
  role: [
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object with permissions',
  ],
  credentials: [
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((name) => credentialOptions.includes(name)) &&
      (!('seed' in value) || value.seed === undefined || isText(value.seed)),
    'an object with tba, oauth2 or clientSecret. A seed (text) and an algorithm say how those that are absent are made',
  ],
};

/** @throws {TypeError} An option does not exist, or has a value that it does not take. */
export function checkOptions(options: EmulatorOptions): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`The emulator's options are ${shown(options)}. Give an object, or nothing.`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, name)) {
      throw new TypeError(
        `The emulator has no option ${shown(name)}. Use one of: ${Object.keys(known).join(', ')}.`,
      );
    }
    const [check, wanted] = known[name as keyof EmulatorOptions];
    if (value !== undefined && !check(value)) {
      const given = name === 'credentials' ? 'something else' : shown(value);
      throw new TypeError(`The emulator's option ${name} is ${given}. Give ${wanted}.`);
    }
  }
}

function shown(value: unknown): string {
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY }).slice(0, 100);
}
