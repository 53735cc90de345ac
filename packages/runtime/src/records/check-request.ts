import { booleanOption, checkOptions, type OptionCheck, signalOption } from '../check-options.js';
import { isPlainObject, showValue } from '../show-value.js';
import type { GetOptions, RequestOptions, WriteOptions } from './operations.js';

/**
 * Checks the body of a write.
 *
 * @throws {TypeError} It is not a plain object.
 */
export function checkBody(body: unknown, call: string): asserts body is Readonly<Record<string, unknown>> {
  if (isPlainObject(body)) return;
  throw new TypeError(`${call}: the body is ${showValue(body)}. Give an object with the record's fields.`);
}

type Known<Options> = Readonly<Record<keyof Options, OptionCheck | null>>;

const request: Known<RequestOptions> = { signal: signalOption };
const get: Known<GetOptions> = { ...request, expandSubResources: booleanOption };
const write: Known<WriteOptions> = { ...request, replace: null };

/** @throws {TypeError} One of them is not known, or has a wrong value. */
export function checkRequestOptions(options: RequestOptions, call: string): void {
  checkOptions(options, { place: call, known: request });
}

/** @throws {TypeError} One of them is not known, or has a wrong value. */
export function checkGetOptions(options: GetOptions, call: string): void {
  checkOptions(options, { place: call, known: get });
}

/** @throws {TypeError} One of them is not known, or has a wrong value. */
export function checkWriteOptions(options: WriteOptions, call: string): void {
  checkOptions(options, { place: call, known: write });
  const replace: unknown = options.replace;
  if (replace === undefined || (Array.isArray(replace) && replace.every(isFieldName))) return;
  const wrong: unknown = Array.isArray(replace) ? replace.find((name) => !isFieldName(name)) : replace;
  throw new TypeError(
    `${call}: the option 'replace' has ${showValue(wrong)}. Give an array of names of sublists, such as ['item'].`,
  );
}

function isFieldName(name: unknown): name is string {
  return typeof name === 'string' && /^\w+$/.test(name);
}
