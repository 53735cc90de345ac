import type { KnownTable } from '@suitewright/schema';
import type { CommonTable, Expression, Query } from '@suitewright/suiteql';
import type { DateFormat } from '../../account/definition.js';
import type { TableAccess } from '../../account/role.js';
import type { Fragment } from './fragment.js';
import type { Scope } from './scope.js';

/** A value of `params`. */
export type ParameterValue = string | number | boolean | null;

export type StatementDigits = 'few' | 'many';

/** What holds for one statement while it is translated. */
export interface Context {
  readonly tables: ReadonlyMap<string, KnownTable>;
  /** What the role is shown of them. Undefined: everything. */
  readonly access: TableAccess | undefined;
  readonly dateFormat: DateFormat;
  readonly parameters: readonly ParameterValue[];
  /**
   * `few`: numbers are taken to have as many digits as a double keeps, and the statement fails with `moreDigits` where one
   * has more. `many`: computed numbers may be of bytes (see `StoredNumber`), which takes longer.
   */
  readonly digits: StatementDigits;
  /** Whether a stored column holds numbers of bytes. */
  readonly isWideColumn: (table: string, column: string) => boolean;
  /** Whether a stored column of ids holds some that are texts: then none of them is a number to Oracle. */
  readonly holdsTexts: (table: string, column: string) => boolean;
  /** The account's wall clock in seconds. To ask for it makes the statement depend on the time. */
  readonly now: () => number;
  /** A name that no other part of the statement has: the prefix and a number. */
  readonly uniqueName: (prefix: string) => string;
  /** WITH clauses in force, by name. */
  readonly commonTables: ReadonlyMap<string, CommonTable>;
  // Expressions hold queries and queries hold expressions. They reach each other through here.
  readonly expression: (node: Expression, scope: Scope) => Fragment;
  readonly query: (node: Query, outer: Scope | null) => TranslatedQuery;
  readonly withCommonTables: (commonTables: ReadonlyMap<string, CommonTable>) => Context;
}

export interface TranslatedQuery {
  readonly sql: string;
  readonly columns: readonly OutputColumn[];
}

/** A column of a query's result. */
export interface OutputColumn {
  /** As NetSuite returns it: lower case. */
  readonly name: string;
  /** What it is called in the SQL. */
  readonly sqlName: string;
  readonly fragment: Fragment;
}
