const SHOWN_CHARACTERS = 60;

/** A value as a message shows it: bounded in length, and without running code of the value's own. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${cut(value)}'`;
    case 'bigint':
      return `${cut(String(value))}n`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    case 'object':
      return value === null ? 'null' : shownObject(value);
    default:
      return String(value);
  }
}

/** A text with its end left out where it is long. */
export function cut(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}

function shownObject(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (isPlainObject(value)) return 'an object';
  const made = ownValue(Object.getPrototypeOf(value), 'constructor');
  const name = typeof made === 'function' ? ownValue(made, 'name') : undefined;
  return typeof name === 'string' && name !== ''
    ? `an instance of ${cut(name)}`
    : 'an object with a prototype';
}

function ownValue(of: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(of, name)?.value;
}

/** Whether a value is an object such as `{ … }` makes, of this realm or another, and no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  // Only a realm's Object.prototype has no prototype and its methods.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}
