import type { CatalogProperty } from '../catalog/catalog-record.js';
import { isValueObject, type RecordValue, type RecordValueObject } from './record-value.js';

/** The lines of a sublist's value. */
export function linesOfValue(value: RecordValue): readonly RecordValueObject[] {
  return Array.isArray(value) ? value.filter(isValueObject) : [];
}

/**
 * The lines of a sublist after a write: those with the key of a line that exists change it, the others
 * are added, and numbered where the sublist numbers its lines.
 *
 * @param current The lines before. Null: none.
 */
export function mergeLines(
  current: RecordValue,
  added: RecordValue,
  { shape }: CatalogProperty,
): readonly RecordValueObject[] {
  const keyNames = shape.kind === 'sublist' && shape.key.present ? shape.key.existing : [];
  const merged: RecordValueObject[] = [...linesOfValue(current)];
  for (const line of linesOfValue(added)) {
    const index = merged.findIndex(
      (existing) =>
        keyNames.length > 0 && keyNames.every((name) => name in line && existing[name] === line[name]),
    );
    const before = merged[index];
    if (before === undefined) merged.push({ ...nextLineNumber(merged, keyNames), ...line });
    else merged[index] = { ...before, ...line };
  }
  return merged;
}

function nextLineNumber(lines: readonly RecordValueObject[], keyNames: readonly string[]): RecordValueObject {
  if (!keyNames.includes('line')) return {};
  return { line: Math.max(0, ...lines.map(({ line }) => Number(line ?? 0))) + 1 };
}
