import type { JsonSchemaNode } from './json-schema.js';

/** What an account answered, validated and not yet interpreted: the input of `normalize`. */
export interface RawMetadata {
  readonly bindParameters: boolean | null;
  readonly timeZone: string | null;
  /** The schema+json of each record by its name in the catalog (lower case). */
  readonly records: ReadonlyMap<string, JsonSchemaNode>;
  /** The components of each swagger+json answer, by their names (`salesOrder-itemElement`). */
  readonly components: readonly Readonly<Record<string, JsonSchemaNode>>[];
  /** What SuiteQL answered on each table that it was asked for. Null: it was not asked at all. */
  readonly tables: ReadonlyMap<string, TableObservation> | null;
  /** Those of `tables` of which no answer could be read. Absent: none. */
  readonly unreadTables?: ReadonlySet<string>;
  /** The only tables that were to be learned. Null: all. */
  readonly tableScope: ReadonlySet<string> | null;
  readonly custom: CustomDefinitions;
  /** The codes that rows were seen to hold, by `table.column`. Empty where SuiteQL was not asked. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** What could not be learned, and what that means; one line each. */
  readonly warnings: readonly string[];
}

/**
 * Null: the account refused the table, which it does not have or the role may not see; or no answer could be read. A
 * table of which no column was accepted is there, with none of the columns that were asked for.
 */
export type TableObservation = ColumnObservation | null;

export interface ColumnObservation {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

/** The account's own definitions, by lower-case script id. Empty where the role may not read them. */
export interface CustomDefinitions {
  readonly recordTypes: ReadonlyMap<string, CustomDefinition>;
  readonly lists: ReadonlyMap<string, CustomDefinition>;
  readonly fields: ReadonlyMap<string, CustomFieldDefinition>;
}

export interface CustomDefinition {
  readonly label: string | null;
  readonly internalId: string | null;
}

export interface CustomFieldDefinition {
  readonly label: string | null;
  readonly description: string | null;
  /** What the user interface calls the type (`List/Record`, `Free-Form Text`). */
  readonly valueType: string | null;
  /** The internal id of the record type or list that it points to; negative for standard records. */
  readonly valueRecordType: string | null;
}
