import { isExpression } from '../query/expression.js';
import { isPlainObject, showValue } from '../show-value.js';

/** Whether a value is an object of arguments. Columns and conditions of the query builder look like one without properties. */
export function isArguments(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && !isExpression(value);
}

/**
 * The properties of an object of arguments, without those that are `undefined`.
 *
 * @param wanted What messages ask for: `an object of conditions`.
 * @throws {TypeError} It is an array, an instance of a class or no object at all.
 */
export function entriesOf(
  of: unknown,
  { place, wanted }: { readonly place: string; readonly wanted: string },
): readonly (readonly [string, unknown])[] {
  if (isArguments(of)) return Object.entries(of).filter(([, value]) => value !== undefined);
  throw new TypeError(`${place}: ${showArgument(of)} cannot stand here. Give ${wanted}.`);
}

/** What stands for an argument, as a message shows it. */
export function showArgument(value: unknown): string {
  return isExpression(value) ? 'a column or condition of the query builder' : showValue(value);
}
