import type { ExpressionNode, ValueKind } from './nodes.js';

/** What an expression's value is decoded as. */
export function kindOf(of: ExpressionNode): ValueKind {
  return knownKind(of) ?? 'text';
}

/** Null: nothing is known of it, as of text that a program wrote. */
export function knownKind(of: ExpressionNode): ValueKind | null {
  if ('kind' in of) return of.kind ?? null;
  return of.type === 'count all' ? 'int' : null;
}

/** Kinds whose values compare with one another. */
export type KindFamily = 'text' | 'number' | 'boolean' | 'date' | 'id';

export function familyOf(kind: ValueKind): KindFamily {
  switch (kind) {
    case 'int':
    case 'num':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'bool':
      return 'boolean';
    case 'text':
      return 'text';
    default:
      return 'id';
  }
}

/** Ids are digits: they go with texts and with numbers. */
export function isComparable(left: ValueKind | null, right: ValueKind | null): boolean {
  if (left === null || right === null) return true;
  const [one, other] = [familyOf(left), familyOf(right)];
  if (one === other) return true;
  const partner = one === 'id' ? other : other === 'id' ? one : null;
  return partner === 'text' || partner === 'number';
}
