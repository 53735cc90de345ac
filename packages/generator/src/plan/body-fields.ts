import type { FieldSchema, FieldType } from '@suitewright/schema';
import { lastWord } from './field-words.js';
import { byCodeUnits, inFieldOrder } from './order.js';

export type Fields = Readonly<Record<string, FieldSchema>>;
export type Subrecord = Extract<FieldType, { readonly kind: 'subrecord' }>;

/** The fields that a request may set, in the order of generated code. */
export function writableFields(fields: Fields): readonly (readonly [string, FieldSchema])[] {
  return inFieldOrder(fields).filter(([, { readOnly }]) => !readOnly);
}

/**
 * Equal for enums of the same values in the same order. Values of one character (`1`, `A`) are the same by chance, unless
 * the names of the fields end alike: `weightUnit` and `globalSubscriptionStatus` both have four numbers.
 */
export function enumKey(fieldName: string, values: readonly string[]): string {
  const key = JSON.stringify(values);
  return values.every((value) => value.length === 1) ? `${key} ${lastWord(fieldName)}` : key;
}

/** Equal for subrecords that take the same fields of the same types, whatever their titles. */
export function subrecordKey(fields: Fields): string {
  const members = Object.entries(fields)
    .filter(([, { readOnly }]) => !readOnly)
    .sort(([left], [right]) => byCodeUnits(left, right))
    .map(([name, { type }]) => `${JSON.stringify(name)}:${typeKey(name, type)}`);
  return `{${members.join()}}`;
}

function typeKey(name: string, type: FieldType): string {
  switch (type.kind) {
    case 'enum':
      return enumKey(name, type.values);
    case 'subrecord':
      return subrecordKey(type.fields);
    case 'sublist':
      return `[${JSON.stringify(type.key)},${subrecordKey(type.fields)}]`;
    case 'reference':
    case 'references':
      return `${type.kind}(${JSON.stringify(type.record)})`;
    default:
      return type.kind;
  }
}
