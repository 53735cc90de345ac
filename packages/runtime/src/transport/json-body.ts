import { deepestLevel } from '../parse-json.js';
import { isPlainObject, showValue } from '../show-value.js';

const longestPath = 200;

/**
 * The text of a request's body. `JSON.stringify` writes null for NaN and an invalid date, which would empty the field,
 * and leaves functions and the content of a Map out: whatever it would change without a word is refused. Properties that
 * are undefined are left out.
 *
 * @throws {TypeError} The body holds such a value, or itself. The message names the field by its path.
 */
export function jsonBody(body: unknown, request: string): string | undefined {
  if (body === undefined) return undefined;
  /** The objects from the body down to the value that is being written, and the keys that lead from each to the next. */
  const holders: object[] = [];
  const keys: string[] = [];

  function refuse(problem: string): never {
    const path = pathOf(keys.slice(1));
    const field = path === '' ? 'the body' : path;
    throw new TypeError(`${request} was not sent: ${field} ${problem}`);
  }

  function check(this: object, key: string, written: unknown): unknown {
    while (holders.length > 0 && holders.at(-1) !== this) holders.pop();
    if (holders.length === 0) holders.push(this);
    keys.length = holders.length - 1;
    keys.push(key);
    // What the object holds, where `written` is what its toJSON made of it.
    const given: unknown = Reflect.get(this, key);
    const problem = problemOf(given, written, Array.isArray(this));
    if (problem !== null) refuse(problem);
    if (typeof written === 'object' && written !== null) {
      if (holders.includes(written)) refuse('leads back to an object that it is in.');
      if (holders.length > deepestLevel) refuse(`is nested more than ${deepestLevel} levels deep.`);
      holders.push(written);
    }
    return written;
  }

  return JSON.stringify(body, check);
}

/** Why a value cannot be sent. Null: it can. */
function problemOf(given: unknown, written: unknown, isInArray: boolean): string | null {
  if (given !== written && (written === null || written === undefined)) {
    return `is ${showValue(given)}, which JSON writes as ${written}. ${remedy}`;
  }
  switch (typeof written) {
    case 'number':
      return Number.isFinite(written) ? null : `is ${written}, which JSON would write as null. ${remedy}`;
    case 'undefined':
      return isInArray ? `is undefined, which JSON would write as null. ${remedy}` : null;
    case 'bigint':
      return `is ${showValue(written)}, which JSON cannot hold. Give a string or a number.`;
    case 'function':
    case 'symbol':
      return `is ${showValue(written)}, which JSON leaves out. ${remedy}`;
    case 'object':
      if (written === null || Array.isArray(written) || isPlainObject(written)) return null;
      return `is ${showValue(written)}, and JSON holds plain objects only. Give its content as an object, an array or a string.`;
    default:
      return null;
  }
}

const remedy = 'Leave the field out to keep its value; give null to empty it.';

/** `item.items[2].rate` */
function pathOf(keys: readonly string[]): string {
  let path = '';
  for (const key of keys) {
    if (/^\d+$/.test(key)) path += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(key)}]`;
    if (path.length > longestPath) return `${path.slice(0, longestPath)}…`;
  }
  return path;
}
