import { readFileSync } from 'node:fs';

/** The values of a select field: labels by id, as REST shows both (`FR`: France). */
export type EnumValues = Readonly<Record<string, string>>;

/** NetSuite's standard records as the package's data has them: data/standard-records.json. */
export interface StandardRecords {
  /** Ids with their labels, by the name that fields refer to. */
  readonly enums: Readonly<Record<string, EnumValues>>;
  readonly subrecordTypes: Readonly<Record<string, StandardBody>>;
  /** By REST name (`salesOrder`). */
  readonly records: Readonly<Record<string, StandardBody>>;
}

export interface StandardBody {
  readonly fields: Readonly<Record<string, StandardField>>;
  /** Names of subrecord types by property. */
  readonly subrecords?: Readonly<Record<string, string>>;
  readonly sublists?: Readonly<Record<string, StandardBody>>;
}

export interface StandardField {
  readonly kind:
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'time'
    | 'duration'
    | 'ref'
    | 'multiref'
    | 'enum';
  /** REST name of the record that a ref points to. */
  readonly record?: string;
  /** Name of the enum. */
  readonly values?: string;
  readonly label?: string;
  readonly description?: string;
  /** A create without it is refused. The catalog does not tell. */
  readonly required?: boolean;
}

/** Reads the records that the package brings along. */
export function readStandardRecords(): StandardRecords {
  // The file is the package's own, and a test holds its form.
  return readData('standard-records.json') as StandardRecords;
}

/** The order in which a real account listed its records. */
export function readCatalogOrder(): readonly string[] {
  return (readData('catalog-order.json') as { readonly names: readonly string[] }).names;
}

function readData(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
}
