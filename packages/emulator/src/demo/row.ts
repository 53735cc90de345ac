/**
 * A row in the form of a seed file: booleans, numbers, text; dates as `YYYY-MM-DD`, datetimes as
 * `YYYY-MM-DDTHH:MM:SS`; several ids as one text, `1, 3`. A column left out is NULL.
 */
export type Row = Record<string, RowValue>;

export type RowValue = string | number | boolean | null;

/** Rows of one table, some of many. */
export interface DemoBatch {
  readonly table: string;
  readonly rows: readonly Row[];
}
