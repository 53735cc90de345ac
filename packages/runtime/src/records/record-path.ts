import { isPlainObject, showValue } from '../show-value.js';

/**
 * The last segment of a record's path.
 *
 * @param call The call as a message names it: `customer.get`.
 * @throws {TypeError} The key is none.
 */
export function keySegment(key: unknown, call: string): string {
  if (typeof key === 'string' && /^-?\d+$/.test(key)) return key;
  if (typeof key === 'number' && Number.isSafeInteger(key)) return String(key);
  if (isPlainObject(key) && Object.hasOwn(key, 'externalId') && Object.keys(key).length === 1) {
    return externalIdSegment(key.externalId, call);
  }
  const names = isPlainObject(key) ? Object.keys(key) : [];
  const shown =
    names.length === 0
      ? showValue(key)
      : `an object with the keys ${names.map(showValue).slice(0, 3).join(', ')}`;
  throw new TypeError(
    `${call}: ${shown} is not a record key. Give an internal id (whole number or digits), or { externalId: '…' }.`,
  );
}

/**
 * The last segment of the path of a record with an external id.
 *
 * @throws {TypeError} It is none that REST can address.
 * @see SuiteTalk REST guide, "Using External IDs": letters, digits, `_` and `-` only.
 */
export function externalIdSegment(externalId: unknown, call: string): string {
  if (typeof externalId === 'string' && /^[\w-]+$/.test(externalId)) return `eid:${externalId}`;
  throw new TypeError(
    `${call}: ${showValue(externalId)} is not an external id that REST can address. Use a string of letters, digits, '_' and '-'.`,
  );
}

/** More than any internal id has. */
const mostDigits = 20;

/**
 * A record's internal id, from the Location header of the answer to a write. Null: it does not name a record of this type.
 *
 * @param collection The path of the record's type, which NetSuite may write in another case.
 * @see SuiteTalk REST guide, "Creating a Record Instance"
 */
export function idInLocation(location: string, collection: string): string | null {
  const path = location.replace(/[?#].*$/, '').replace(/\/$/, '');
  const slash = path.lastIndexOf('/');
  const [parent, id] = [path.slice(0, slash), path.slice(slash + 1)];
  if (!parent.toLowerCase().endsWith(collection.toLowerCase())) return null;
  return /^-?\d+$/.test(id) && id.length <= mostDigits ? id : null;
}
