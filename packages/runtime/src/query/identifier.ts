import { showValue } from '../show-value.js';

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/i;

/**
 * A name as it stands in a statement. Names come from metadata, which is input: what is not a plain name never becomes
 * part of a statement.
 *
 * @throws {TypeError} It is no plain name.
 */
export function identifier(name: string): string {
  if (typeof name === 'string' && PLAIN_NAME.test(name)) return name;
  throw new TypeError(`${showValue(name)} is not a name that SuiteQL takes, so it cannot be queried.`);
}
