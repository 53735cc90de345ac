import type { ColumnKind } from '../document.js';

/** How a known table is written down in this folder. */
export interface TableSource {
  readonly label: string;
  readonly primaryKey: string | null;
  readonly displayColumns?: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly notExposed?: Readonly<Record<string, HiddenColumn>>;
}

/** A column that REST shows and SuiteQL refuses, with the `table.column` to ask instead. */
export interface HiddenColumn {
  readonly kind: ColumnKind;
  readonly instead: string | null;
}
