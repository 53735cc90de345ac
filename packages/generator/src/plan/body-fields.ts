import type { FieldSchema, FieldType } from '@suitewright/schema';
import { byCodeUnits, inFieldOrder } from './order.js';

export type Fields = Readonly<Record<string, FieldSchema>>;
export type Subrecord = Extract<FieldType, { readonly kind: 'subrecord' }>;

/** The fields that a request may set, in the order of generated code. */
export function writableFields(fields: Fields): readonly (readonly [string, FieldSchema])[] {
  return inFieldOrder(fields).filter(([, { readOnly }]) => !readOnly);
}

/** Equal for enums of the same values in the same order. */
export function enumKey(values: readonly string[]): string {
  return JSON.stringify(values);
}

/** Equal for subrecords that take the same fields of the same types, whatever their titles. */
export function subrecordKey(fields: Fields): string {
  const members = Object.entries(fields)
    .filter(([, { readOnly }]) => !readOnly)
    .sort(([left], [right]) => byCodeUnits(left, right))
    .map(([name, { type }]) => `${JSON.stringify(name)}:${typeKey(type)}`);
  return `{${members.join()}}`;
}

function typeKey(type: FieldType): string {
  switch (type.kind) {
    case 'enum':
      return enumKey(type.values);
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
