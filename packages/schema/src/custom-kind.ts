/**
 * Whether a record of the catalog is a custom record type or a custom list; null for a standard record.
 *
 * @param recordName The name in the metadata-catalog, in lower case.
 * @param isMarked Whether its metadata says `x-ns-custom-record`, which custom lists do not.
 */
export function customKindOf(recordName: string, isMarked: boolean): 'record' | 'list' | null {
  if (recordName.startsWith('customlist_')) return 'list';
  return isMarked || /^customrecord[_0-9]/.test(recordName) ? 'record' : null;
}
