import type { CatalogProperty } from '../catalog/catalog-record.js';
import { invalidContent, missingContent } from '../server/refusals.js';
import { isValueObject, type RecordValue, type RecordValueObject } from './record-value.js';

/** The lines of a sublist's value. */
export function linesOfValue(value: RecordValue): readonly RecordValueObject[] {
  return Array.isArray(value) ? value.filter(isValueObject) : [];
}

/** What a new line of a transaction cannot do without: one of these. */
const requiredFields: Readonly<Record<string, readonly string[]>> = {
  item: ['item'],
  expense: ['account', 'category'],
  line: ['account'],
};

export interface LineMerge {
  /** The lines before. Null: a request replaces all of them, or creates the record. */
  readonly current: RecordValue;
  readonly added: RecordValue;
  readonly property: CatalogProperty;
  readonly isTransaction: boolean;
}

/**
 * The lines of a sublist after a write: those with the key of a line that exists change it, the others
 * are added, and numbered where the sublist numbers its lines.
 *
 * @throws {Refusal} There is no line with the key, or a new line lacks what it needs.
 */
export function mergeLines({
  current,
  added,
  property,
  isTransaction,
}: LineMerge): readonly RecordValueObject[] {
  const { name, shape } = property;
  const keyNames = shape.kind === 'sublist' && shape.key.present ? shape.key.existing : [];
  const merged: RecordValueObject[] = [...linesOfValue(current)];
  for (const [index, line] of linesOfValue(added).entries()) {
    const isKeyed = keyNames.length > 0 && keyNames.every((key) => (line[key] ?? null) !== null);
    const place = isKeyed
      ? merged.findIndex((existing) => keyNames.every((key) => existing[key] === line[key]))
      : -1;
    const before = merged[place];
    if (before !== undefined) {
      merged[place] = { ...withoutOutdated(before, line), ...line };
      continue;
    }
    const [key = ''] = keyNames;
    if (isKeyed && current !== null) throw invalidContent(`${name}.items[${index}].${key}`, line[key]);
    if (isTransaction) requireLineFields(line, `${name}.items[${index}]`, requiredFields[name] ?? []);
    merged.push({ ...nextLineNumber(merged, { keyNames, first: name === 'line' ? 0 : 1 }), ...line });
  }
  return merged;
}

function requireLineFields(line: RecordValueObject, place: string, fields: readonly string[]): void {
  const [first] = fields;
  if (first === undefined || fields.some((field) => (line[field] ?? null) !== null)) return;
  throw missingContent(`${place}.${first}`);
}

/** Of quantity, rate and amount the third follows from the two that a request names or leaves. */
function withoutOutdated(before: RecordValueObject, change: RecordValueObject): RecordValueObject {
  const { amount: _amount, ...withoutAmount } = before;
  const { rate: _rate, ...withoutRate } = before;
  if ('amount' in change) return 'rate' in change ? before : withoutRate;
  return 'quantity' in change || 'rate' in change ? withoutAmount : before;
}

function nextLineNumber(
  lines: readonly RecordValueObject[],
  { keyNames, first }: { readonly keyNames: readonly string[]; readonly first: number },
): RecordValueObject {
  if (!keyNames.includes('line')) return {};
  return { line: Math.max(first - 1, ...lines.map(({ line }) => Number(line ?? 0))) + 1 };
}
