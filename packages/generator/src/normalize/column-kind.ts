import { type ColumnKind, type FieldType, tableOfRecord } from '@suitewright/schema';

/** What a SuiteQL column holds that shows the same as a REST field. Null: the field tells nothing of it. */
export function columnKindOfField(type: FieldType): ColumnKind | null {
  switch (type.kind) {
    case 'integer':
      return 'int';
    case 'number':
      return 'num';
    case 'boolean':
      return 'bool';
    case 'date':
    case 'datetime':
      return type.kind;
    case 'string':
    case 'time':
    case 'enum':
      return 'text';
    case 'reference':
      return type.record === null ? null : `ref:${tableOfRecord(type.record).name}`;
    case 'references':
      return type.record === null ? null : `multi:${tableOfRecord(type.record).name}`;
    case 'unknown':
    case 'subrecord':
    case 'sublist':
      return null;
  }
}

/** What a custom field of a type of the user interface (`Check Box`) holds; its target table where it has one. */
export function columnKindOfValueType(valueType: string | null, target: string | null): ColumnKind | null {
  switch (valueType) {
    case 'Integer Number':
      return 'int';
    case 'Decimal Number':
    case 'Currency':
    case 'Percent':
      return 'num';
    case 'Check Box':
      return 'bool';
    case 'Date':
      return 'date';
    case 'Date/Time':
      return 'datetime';
    case 'List/Record':
      return target === null ? null : `ref:${target}`;
    case 'Multiple Select':
      return target === null ? null : `multi:${target}`;
    default:
      return null;
  }
}
