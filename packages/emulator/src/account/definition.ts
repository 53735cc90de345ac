import type { ColumnKind } from '@suitewright/schema';
import type { Role } from './role.js';

/** What makes an account differ from another: its custom definitions and preferences, without its rows. */
export interface AccountDefinition {
  readonly features: AccountFeatures;
  /** IANA name. TO_CHAR and SYSDATE work in it. */
  readonly timeZone: string;
  /** How a date column is printed when no TO_CHAR tells (`M/D/YYYY`: 3/8/2026). */
  readonly dateFormat: DateFormat;
  /** The characters that D and G stand for in the masks of TO_CHAR and TO_NUMBER. */
  readonly numberFormat: NumberFormat;
  readonly customRecordTypes: readonly CustomRecordType[];
  readonly customLists: readonly CustomList[];
  readonly customFields: readonly CustomField[];
  readonly customSegments: readonly CustomSegment[];
  /** Tables that are neither standard nor custom records or lists, as a seed may add them. */
  readonly extraTables: readonly ExtraTable[];
  /** What whoever signs in may see. Absent: everything. */
  readonly role?: Role;
}

interface AccountFeatures {
  /** OneWorld: several subsidiaries. */
  readonly oneWorld: boolean;
  readonly multipleCurrencies: boolean;
}

export const dateFormats = [
  'M/D/YYYY',
  'D/M/YYYY',
  'D.M.YYYY',
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
] as const;

export type DateFormat = (typeof dateFormats)[number];

/** As the preference of an account shows them. */
export const numberFormats = [
  '1,000,000.00',
  '1.000.000,00',
  '1 000 000,00',
  "1'000'000.00",
  "1'000'000,00",
] as const;

export type NumberFormat = (typeof numberFormats)[number];

export interface CustomRecordType {
  /** `customrecord_flight`, or `customrecord49` where nobody set a script id. */
  readonly scriptId: string;
  readonly internalId: number;
  readonly label: string;
  readonly description: string | null;
  /** Its own columns (custrecord_…), besides those that every custom record has. */
  readonly columns: Readonly<Record<string, CustomColumn>>;
}

export interface CustomColumn {
  readonly kind: ColumnKind;
  readonly label: string;
}

export interface CustomList {
  /** `customlist_region`. */
  readonly scriptId: string;
  readonly internalId: number;
  readonly label: string;
  readonly values: readonly CustomListValue[];
  /** Columns besides those that every custom list has. Only a seed adds such. */
  readonly columns?: Readonly<Record<string, CustomColumn>>;
}

interface CustomListValue {
  readonly id: number;
  readonly name: string;
}

/** Where a custom field is defined. A field of a custom record type is a column of that type instead. */
export type CustomFieldType = 'ENTITY' | 'BODY' | 'COLUMN' | 'ITEM' | 'OTHER';

export interface CustomField {
  /** `custentity_…`, `custbody_…`, `custcol_…`, `custitem_…`. */
  readonly scriptId: string;
  readonly internalId: number;
  readonly label: string;
  /** Help text; may hold HTML. */
  readonly description: string | null;
  readonly kind: ColumnKind;
  /** What the user interface calls the type (`Free-Form Text`, `List/Record`, `Currency`). */
  readonly valueType: string;
  readonly fieldType: CustomFieldType;
  /** SuiteQL tables that have it as a column. */
  readonly tables: readonly string[];
  /** REST records that show it, by their lower-case catalog names. A COLUMN field is on their sublists. */
  readonly records: readonly string[];
  readonly mandatory: boolean;
}

export interface CustomSegment {
  /** `cseg_market`. */
  readonly scriptId: string;
  readonly internalId: number;
  readonly label: string;
  /** Script id of the custom record type that holds its values. */
  readonly recordType: string;
  readonly glImpact: boolean;
}

export interface ExtraTable {
  readonly name: string;
  readonly label: string;
  readonly columns: Readonly<Record<string, CustomColumn>>;
}
