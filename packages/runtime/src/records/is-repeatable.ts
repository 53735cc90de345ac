import { isPlainObject } from '../show-value.js';

/**
 * Whether an upsert with this body leaves the same record when it is carried out twice: no list in it, at any depth, has
 * lines that would be appended once more. Lists that are named in `replace`, and those of references, are replaced;
 * generated code does not say which lists have keys, so that every other line counts as one without.
 *
 * @see SuiteTalk REST guide, "Working with Sublists"
 */
export function isRepeatable(
  body: Readonly<Record<string, unknown>>,
  replace: readonly string[] = [],
): boolean {
  const kept = Object.entries(body).filter(([name]) => !replace.includes(name));
  const values: unknown[] = kept.map(([, value]) => value);
  const seen = new Set<unknown>();
  while (values.length > 0) {
    const value = values.pop();
    // Its toJSON may write anything.
    if (typeof value === 'function') return false;
    if (typeof value !== 'object' || value === null || value instanceof Date || seen.has(value)) continue;
    seen.add(value);
    if (!isPlainObject(value)) return false;
    const { items, ...fields } = value;
    if (items !== undefined && items !== null && !isReferences(items)) return false;
    values.push(...Object.values(fields));
  }
  return true;
}

/** Whether lines name records and nothing else, as those of a multiple select field do. */
function isReferences(items: unknown): boolean {
  return Array.isArray(items) && items.every((line) => isPlainObject(line) && isReference(line));
}

function isReference(line: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(line);
  return names.length > 0 && names.every((name) => referenceFields.has(name));
}

const referenceFields: ReadonlySet<string> = new Set(['id', 'externalId', 'refName', 'links']);
