import { type KnownTable, tableOfRecord, transactionLineSublists } from '@suitewright/schema';
import type { PropertyShape } from '../catalog/catalog-record.js';
import { tableSublistOf } from './table-sublists.js';

type Reference = Extract<PropertyShape, { readonly kind: 'reference' | 'references' }>;

/**
 * The SuiteQL table of what a reference points to. Null: none is known.
 *
 * A column's own target comes first: the catalog calls the parent of a project a project, and of an item's line it
 * names no target at all.
 */
export function referenceTable(name: string, shape: Reference, table: KnownTable | null): string | null {
  const column = table === null ? undefined : table.columns.get(name.toLowerCase());
  const target = column === undefined ? undefined : /^(?:ref|multi):(.+)$/.exec(column.kind)?.[1];
  if (target !== undefined) return target;
  return shape.record === null ? null : tableOfRecord(shape.record).name;
}

/** The SuiteQL table that keeps the lines of a sublist. Null: they are kept beside the record. */
export function sublistTable(
  tables: ReadonlyMap<string, KnownTable>,
  owner: KnownTable | null,
  sublist: string,
): KnownTable | null {
  if (owner === null) return null;
  const name =
    owner.name === 'transaction' && transactionLineSublists.has(sublist)
      ? 'transactionline'
      : tableSublistOf(owner.name, sublist)?.table;
  return name === undefined ? null : (tables.get(name) ?? null);
}
