/** A value as seed files and the demo account write it. A list is for `multi:` columns. */
export type RowValue = string | number | boolean | null | readonly (string | number)[];

/** A row by column name. A column that is left out is NULL. */
export type Row = Readonly<Record<string, RowValue | undefined>>;

/** Rows of one table, in the order in which they are stored. */
export interface RowBatch {
  readonly table: string;
  readonly rows: readonly Row[];
}
