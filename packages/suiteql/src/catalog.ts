/**
 * What the checker knows of an account's tables. `schema.json` and the known tables both fit it.
 */
export interface Catalog {
  /**
   * Finds a table.
   *
   * @param name In lower case.
   * @returns undefined when the catalog does not know it.
   */
  table(name: string): CatalogTable | undefined;
  /** The names of all tables, to suggest one for a misspelt name. Left out: no suggestions. */
  tableNames?(): Iterable<string>;
  /**
   * Whether the catalog lists every table that the account has. When it does, an unknown table is an
   * error; otherwise (the default) a warning, unless the account refused it.
   */
  readonly complete?: boolean;
  /** Whether the account was asked for a table and refused it. Left out: it refused none. */
  isRefused?(table: string): boolean;
  /** How to find out whether the account has a table, in one sentence. Left out: nothing is said. */
  adviseOnUnasked?(table: string): string;
}

export interface CatalogTable {
  /** By name, in lower case. */
  readonly columns: Readonly<Record<string, CatalogColumn>>;
  /** The unique column. Null or left out: none is known. */
  readonly primaryKey?: string | null;
  /** Whether `columns` lists every column, so that `*` can be expanded. Default true. */
  readonly complete?: boolean;
  /**
   * Whether an account may have columns beside those that `*` stands for, since nobody asked for them. Then an
   * unknown column is a warning, otherwise an error. Default: where `complete` is false.
   */
  readonly open?: boolean;
}

export interface CatalogColumn {
  readonly kind: ColumnKind;
  /** False: REST shows it, SuiteQL refuses it (NOT_EXPOSED). Default true. */
  readonly exposed?: boolean;
  /** Default true, but false for the primary key. */
  readonly nullable?: boolean;
  /** Whether the kind is sure, and not what is generally known. Default: where the table is not open. */
  readonly confirmed?: boolean;
}

/** What a SuiteQL column holds. `ref:T`: the id of a row of table T; `multi:T`: ids of several. */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'int'
  | 'num'
  | 'bool'
  | 'date'
  | 'datetime'
  | `ref:${string}`
  | `multi:${string}`;
