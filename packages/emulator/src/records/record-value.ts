/**
 * The value of a REST property, reduced to what matters: a reference or a select is its id, several
 * references a list of ids, a sublist a list of lines, a subrecord its values.
 */
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | readonly RecordValue[]
  | { readonly [property: string]: RecordValue };

/** By REST name. */
export type RecordValues = ReadonlyMap<string, RecordValue>;

/** A line of a sublist, or a subrecord. */
export type RecordValueObject = { readonly [property: string]: RecordValue };

export function isValueObject(value: RecordValue | undefined): value is RecordValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
