import type { EnumValues } from './standard-records.js';

/** A record of the metadata-catalog, as both of its formats are printed from. */
export interface CatalogRecord {
  /** Lower case: `salesorder`. */
  readonly name: string;
  /** As REST bodies and components spell it: `salesOrder`. */
  readonly restName: string;
  readonly label: string | null;
  readonly custom: 'record' | 'list' | null;
  /** False: a real catalog lists the record, and no source names its fields. It has ids alone, and is not written. */
  readonly isDescribed: boolean;
  /** Alphabetical, `links` last. */
  readonly properties: readonly CatalogProperty[];
}

export interface CatalogProperty {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly custom: boolean;
  readonly shape: PropertyShape;
  /** Refused when absent from a create. */
  readonly required: boolean;
}

export type PropertyShape =
  | {
      readonly kind: 'scalar';
      readonly type: 'string' | 'integer' | 'number' | 'boolean';
      readonly format?: string;
      /** Time that something took, as `hh:mm`. The catalog calls it a string. */
      readonly isDuration?: true;
    }
  /** `record`: lower-case name of the target; null: a generic resource. */
  | { readonly kind: 'reference' | 'references'; readonly record: string | null }
  | { readonly kind: 'enum'; readonly values: EnumValues }
  | { readonly kind: 'subrecord'; readonly properties: readonly CatalogProperty[] }
  | { readonly kind: 'sublist'; readonly properties: readonly CatalogProperty[]; readonly key: SublistKey };

/** What identifies a line: in a request that adds it, and in one that changes it. */
export interface SublistKey {
  readonly present: boolean;
  readonly new: readonly string[];
  readonly existing: readonly string[];
}

/** Whether the `q` filter of a collection takes the property. */
export function isFilterable({ shape }: CatalogProperty): boolean {
  return shape.kind === 'scalar' || shape.kind === 'reference' || shape.kind === 'enum';
}
