import type { ValueKind, ValueType } from '../bindings.js';

export const UNKNOWN: ValueType = { kind: 'unknown', nullable: true };
export const CONDITION: ValueType = { kind: 'condition', nullable: false };

function isReference(kind: ValueKind): boolean {
  return kind === 'id' || kind.startsWith('ref:');
}

/** Ids count as numbers: NetSuite stores them so, though they travel as text. */
export function isNumeric(kind: ValueKind): boolean {
  return kind === 'int' || kind === 'num' || isReference(kind);
}

export function isMoment(kind: ValueKind): boolean {
  return kind === 'date' || kind === 'datetime';
}

/** One kind that values of both kinds fit. */
export function mergeKinds(left: ValueKind, right: ValueKind): ValueKind {
  if (left === right || right === 'null') return left;
  if (left === 'null') return right;
  if (isMoment(left) && isMoment(right)) return 'datetime';
  if (isNumeric(left) && isNumeric(right)) {
    return isReference(left) || isReference(right) ? 'id' : 'num';
  }
  const textual = (kind: ValueKind): boolean => kind === 'text' || kind === 'bool' || isReference(kind);
  return textual(left) && textual(right) ? 'text' : 'unknown';
}

export function mergeTypes(types: readonly ValueType[]): ValueType {
  return types.reduce((left, right) => ({
    kind: mergeKinds(left.kind, right.kind),
    nullable: left.nullable || right.nullable,
  }));
}

/** What a kind is called in a message. */
export function nameKind(kind: ValueKind): string {
  if (kind.startsWith('ref:')) return `an id of ${kind.slice(4)}`;
  if (kind.startsWith('multi:')) return `several ids of ${kind.slice(6)}`;
  return KIND_NAMES[kind] ?? 'a value';
}

const KIND_NAMES: Readonly<Partial<Record<ValueKind, string>>> = {
  id: 'an id',
  text: 'a text',
  int: 'a number',
  num: 'a number',
  bool: "'T' or 'F'",
  date: 'a date',
  datetime: 'a date and time',
  null: 'NULL',
  condition: 'a condition',
  interval: 'an interval',
};
