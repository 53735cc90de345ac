import type { Statement } from '@suitewright/runtime';
import { asCommandError } from '../command-error.js';
import { openConnection } from '../settings/open-connection.js';
import { counted } from '../terminal/counted.js';
import { isWatched, printNote } from '../terminal/print.js';
import { outputColumns } from './output-columns.js';
import { printCsv } from './print-csv.js';
import { printJson } from './print-json.js';
import { printTable } from './print-table.js';
import { printVertical } from './print-vertical.js';

export interface QueryRun {
  readonly statement: Statement;
  readonly format: 'json' | 'csv' | 'table' | 'vertical';
  readonly envFile: string | undefined;
}

/** Runs a statement and prints every row. */
export async function runQuery({ statement, format, envFile }: QueryRun): Promise<void> {
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
