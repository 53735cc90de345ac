import type { JsonSchemaNode } from './json-schema.js';

/** Whether a record of the catalog is a custom record type or a custom list; null for a standard record. */
export function customKindOf(name: string, schema: JsonSchemaNode): 'record' | 'list' | null {
  if (name.startsWith('customlist_')) return 'list';
  return schema['x-ns-custom-record'] === true || /^customrecord[_0-9]/.test(name) ? 'record' : null;
}
