import type { ColumnKind } from '@suitewright/schema';

/** The user interface's name for the commonest custom field type of a column kind. */
export function fieldValueType(kind: ColumnKind): string {
  if (kind.startsWith('ref:')) return 'List/Record';
  if (kind.startsWith('multi:')) return 'Multiple Select';
  switch (kind) {
    case 'int':
    case 'id':
      return 'Integer Number';
    case 'num':
      return 'Decimal Number';
    case 'bool':
      return 'Check Box';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Date/Time';
    default:
      return 'Free-Form Text';
  }
}
