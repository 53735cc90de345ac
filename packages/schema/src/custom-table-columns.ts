import type { ColumnKind } from './document.js';

/**
 * Columns that the table of any custom record type may have, besides the type's own fields.
 *
 * Assumed: no document lists them; these are the ones in public queries.
 */
export const customRecordColumns: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ['id', 'id'],
  ['recordid', 'int'],
  ['name', 'text'],
  ['altname', 'text'],
  ['externalid', 'text'],
  ['scriptid', 'text'],
  ['isinactive', 'bool'],
  ['owner', 'ref:employee'],
  ['created', 'datetime'],
  ['lastmodified', 'datetime'],
  ['lastmodifiedby', 'ref:employee'],
]);

/** The same for the table of a custom list. */
export const customListColumns: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ['id', 'id'],
  ['recordid', 'int'],
  ['name', 'text'],
  ['abbreviation', 'text'],
  ['externalid', 'text'],
  ['scriptid', 'text'],
  ['isinactive', 'bool'],
  ['owner', 'ref:employee'],
  ['created', 'datetime'],
  ['lastmodified', 'datetime'],
]);
