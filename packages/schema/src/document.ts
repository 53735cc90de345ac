import type { ColumnKind } from '@suitewright/runtime';

export type { ColumnKind };

/**
 * What Suitewright knows of one NetSuite account: `suitewright/schema.json`.
 *
 * Written by `introspect`, read by everything else. It is to an account what a lock file is to
 * dependencies: stable key order, no dates, reviewed in diffs.
 */
export interface SchemaDocument {
  /** Version of this format. A reader refuses a version that it does not know. */
  readonly format: 1;
  readonly account: AccountFacts;
  /** REST records by their name in the metadata-catalog (lower case). */
  readonly records: Readonly<Record<string, RecordSchema>>;
  /** SuiteQL tables by name (lower case). */
  readonly tables: Readonly<Record<string, TableSchema>>;
  /**
   * Tables that introspection asked the account for and that it refused, sorted: it does not have them, or the role may
   * not see them. Absent: none.
   */
  readonly refusedTables?: readonly string[] | undefined;
}

/** What introspection observed of the account itself. It never names the account. */
export interface AccountFacts {
  /** Whether the query service takes bind parameters (`params`). Null: not tried. */
  readonly bindParameters: boolean | null;
  /** IANA name of the account's time zone, which TO_CHAR prints in. Null: unknown. */
  readonly timeZone: string | null;
}

/** A REST record. */
export interface RecordSchema {
  /** The name as REST spells it (`salesOrder`); the catalog's own name where swagger did not tell. */
  readonly restName: string;
  readonly label: string | null;
  /** Set for custom record types and custom lists. */
  readonly custom: 'record' | 'list' | null;
  /** Where SuiteQL keeps its rows. Null: not queryable, as far as is known. */
  readonly table: TableBinding | null;
  readonly fields: Readonly<Record<string, FieldSchema>>;
}

/** The table of a record and, for a subtype, the columns that tell its rows apart. */
export interface TableBinding {
  readonly name: string;
  /** All of them must hold; a service for sale is `itemtype = 'Service'` and `subtype = 'Sale'`. Empty: every row. */
  readonly discriminator: readonly Discriminator[];
}

/** A column and the value that it has in the rows of a subtype. Booleans are 'T' and 'F'. */
export interface Discriminator {
  readonly column: string;
  readonly value: string;
}

/** A field of a REST body, by its REST name (`tranDate`, `custbody_color`). */
export interface FieldSchema {
  readonly type: FieldType;
  /** The title, trimmed. */
  readonly label: string | null;
  /** The description, as NetSuite gives it (may be HTML). */
  readonly description: string | null;
  readonly readOnly: boolean;
  readonly custom: boolean;
  /** May be used in the `q` filter of a REST collection. */
  readonly filterable: boolean;
}

export type FieldType =
  | { readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'unknown' }
  /** `record`: the record that the reference points to; null when the catalog does not tell. */
  | { readonly kind: 'reference' | 'references'; readonly record: string | null }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'subrecord'; readonly fields: Readonly<Record<string, FieldSchema>> }
  | {
      readonly kind: 'sublist';
      /** The fields that identify an existing line; null: lines have no key, updates append. */
      readonly key: readonly string[] | null;
      readonly fields: Readonly<Record<string, FieldSchema>>;
    };

/** A SuiteQL table. */
export interface TableSchema {
  readonly label: string | null;
  /** The unique column; null: the table has none that is known. */
  readonly primaryKey: string | null;
  /** `known`: from the table list that Suitewright ships; `observed`: the account answered a query on it. */
  readonly confidence: 'known' | 'observed';
  readonly columns: Readonly<Record<string, ColumnSchema>>;
}

export interface ColumnSchema {
  readonly kind: ColumnKind;
  readonly label: string | null;
  readonly description: string | null;
  readonly custom: boolean;
  /** False: REST shows it, SuiteQL refuses it (NOT_EXPOSED). Kept to explain the error; never generated. */
  readonly exposed: boolean;
  /** The codes that it holds, sorted: the known ones, and those that the account was seen to have. Absent: any value. */
  readonly codes?: readonly string[] | undefined;
}
