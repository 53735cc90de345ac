import { clip } from './errors/clip.js';

const longestText = 60;

/** A value as a message shows it: enough to recognize it by, and short whatever it is. */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${shorten(value)}'`;
    case 'bigint':
      return `${shorten(String(value))}n`;
    case 'symbol':
      return shorten(String(value));
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : showObject(value);
    default:
      return String(value);
  }
}

/** Whether a value is an object that an object literal, or JSON, makes. Objects of another realm count too. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  // Of what has no prototype itself, only the Object.prototype of a realm has this method.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

/** Whether a value is a request of the client that nobody awaited; it is a plain object otherwise. */
export function isUnawaited(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['then', 'toSuiteQL'].every(
    (name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === 'function',
  );
}

function showObject(value: object): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'an invalid Date';
  if (isPlainObject(value)) return 'an object';
  const name = classNameOf(value);
  return name === null ? 'an object' : `an instance of ${shorten(name)}`;
}

/** The name of the class, read without running an accessor. Null: none is known. */
function classNameOf(value: object): string | null {
  const ownValue = (of: object, name: string): unknown => Object.getOwnPropertyDescriptor(of, name)?.value;
  let prototype: object | null = value;
  while (prototype !== null) {
    const made = ownValue(prototype, 'constructor');
    const name = typeof made === 'function' ? ownValue(made, 'name') : undefined;
    if (typeof name === 'string' && name !== '') return name;
    prototype = Object.getPrototypeOf(prototype);
  }
  return null;
}

/** The beginning of a text, on one line. */
export function shorten(text: string): string {
  return JSON.stringify(clip(text, longestText)).slice(1, -1).replaceAll('\\"', '"');
}
