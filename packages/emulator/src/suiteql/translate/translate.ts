import type { CommonTable, Query } from '@suitewright/suiteql';
import type { EmulatorDatabase } from '../../database/emulator-database.js';
import type { Context, OutputColumn, ParameterValue, StatementDigits } from './context.js';
import { expression } from './expression.js';
import { translateQuery } from './query.js';

export interface TranslatedStatement {
  readonly sql: string;
  readonly digits: StatementDigits;
  readonly columns: readonly OutputColumn[];
  /** Whether the result depends on the time. */
  readonly volatile: boolean;
}

export interface StatementForm {
  /** Values of the `?` parameters, in order. */
  readonly parameters: readonly ParameterValue[];
  readonly digits: StatementDigits;
}

/**
 * Translates a SuiteQL statement to SQLite's SQL, with its parameters.
 *
 * Names in the result come from table definitions or are generated. Text of the statement reaches it
 * only as literals.
 *
 * @throws {SuiteqlRejection} NetSuite would refuse the statement, or the emulator does not know it.
 */
export function translateStatement(
  statement: Query,
  { parameters, digits }: StatementForm,
  database: Pick<EmulatorDatabase, 'sqlite' | 'tables' | 'access' | 'wideColumns' | 'dateFormat' | 'now'>,
): TranslatedStatement {
  let volatile = false;
  let names = 0;
  const now = database.now();
  const bind = (commonTables: ReadonlyMap<string, CommonTable>): Context => {
    const context: Context = {
      tables: database.tables,
      access: database.access,
      dateFormat: database.dateFormat,
      parameters,
      digits,
      isWideColumn: (table, column) => database.wideColumns.has(`${table}.${column}`),
      holdsTexts: (table, column) =>
        database.sqlite.get(`SELECT 1 FROM "${table}" WHERE typeof("${column}") = 'text' LIMIT 1`) != null,
      now: () => {
        volatile = true;
        return now;
      },
      uniqueName: (prefix) => `${prefix}${++names}`,
      commonTables,
      expression: (node, scope) => expression(node, scope, context),
      query: (node, outer) => translateQuery(node, outer, context),
      withCommonTables: bind,
    };
    return context;
  };
  const { sql, columns } = bind(new Map()).query(statement, null);
  return { sql, digits, columns, volatile };
}
