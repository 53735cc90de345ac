import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { environmentHelp } from '../settings/environment-help.js';
import { path } from '../settings/option-values.js';

interface QueryOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly param?: readonly string[];
  readonly envFile?: string;
}

/** `suitewright query`: runs one SuiteQL statement and prints its rows. */
export function queryCommand(): Command {
  return new Command('query')
    .description('Run a SuiteQL statement and print its rows: as a table, as JSON, or as CSV.')
    .argument('<statement>', 'the statement; - reads it from standard input')
    .addOption(
      new Option('--json', 'print one JSON array of the rows as NetSuite sends them').conflicts('csv'),
    )
    .option('--csv', 'print CSV with a header line')
    .option('--param <value>', 'the value of a ? in the statement; repeat it for the next one', collect)
    .option('-e, --env-file <path>', 'read the NETSUITE_* variables from this file alone', path)
    .addHelpText(
      'after',
      `
Examples:
  suitewright query "SELECT id, companyname FROM customer FETCH FIRST 5 ROWS ONLY"
  suitewright query "SELECT * FROM currency" --json | jq -r '.[].symbol'
  suitewright query "SELECT id FROM customer WHERE companyname = ?" --param "O'Brien & Sons"
  suitewright query - --csv < orders.sql > orders.csv

A query of more than 100,000 rows fails before its first row: NetSuite hands out no more.

${environmentHelp}`,
    )
    .action(async (statement: string, options: QueryOptions, command: Command) => {
      const statementText = (statement === '-' ? await text(process.stdin) : statement).trim();
      if (statementText === '') command.error('error: the statement is empty.', { exitCode: 2 });
      const { runQuery } = await import('../query/run-query.js');
      await runQuery({
        statement: { text: statementText, parameters: options.param ?? [] },
        format: options.json ? 'json' : options.csv ? 'csv' : 'table',
        envFile: options.envFile,
      });
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
