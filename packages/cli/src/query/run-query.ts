import type { Statement } from '@suitewright/runtime';
import { asCommandError } from '../command-error.js';
import { openConnection } from '../settings/open-connection.js';
import { counted } from '../terminal/counted.js';
import { isWatched, printNote } from '../terminal/print.js';
import { checkStatement } from './check-statement.js';
import { outputColumns } from './output-columns.js';
import { printCsv } from './print-csv.js';
import { printJson } from './print-json.js';
import { printTable } from './print-table.js';
import { printVertical } from './print-vertical.js';

export interface QueryRun {
  readonly statement: Statement;
  readonly format: 'json' | 'csv' | 'table' | 'vertical';
  /** The schema to check against. Undefined: as the configuration says, or the default file where it is. */
  readonly schema: string | undefined;
  /** Whether to check the statement before it is sent. */
  readonly check: boolean;
  readonly envFile: string | undefined;
}

/**
 * Checks a statement, runs it, and prints every row.
 *
 * @throws {CommandError} The statement has errors, and was not sent.
 */
export async function runQuery({ statement, format, schema, check, envFile }: QueryRun): Promise<void> {
  if (check) await checkStatement(statement.text, schema);
  await using connection = await openConnection(envFile);
  const columns = outputColumns(statement.text);
  const rows = connection.suiteql.stream(statement, columns === null ? {} : { columns });
  // A TypeError: the values given do not fit the `?` of the statement.
  const count = await asCommandError([TypeError], () => {
    switch (format) {
      case 'json':
        return printJson(rows);
      case 'csv':
        return printCsv(rows, columns);
      case 'table':
        return printTable(rows, columns);
      case 'vertical':
        return printVertical(rows, columns);
    }
  });
  if (isWatched()) printNote(counted(count, 'row'));
}
