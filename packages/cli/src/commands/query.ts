import { text as textOf } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { environmentHelp } from '../settings/environment-help.js';
import { addEnvironmentOption, readsEnvironment } from '../settings/environment-option.js';
import { path } from '../settings/option-values.js';

interface QueryOptions {
  readonly file?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly vertical?: true;
  readonly param?: readonly string[];
  readonly schema?: string;
  readonly check: boolean;
  readonly env?: string;
}

/** `suitewright query`: runs one SuiteQL statement and prints its rows. */
export function queryCommand(): Command {
  const command = new Command('query')
    .description('Run a SuiteQL statement and print its rows: as a table, as JSON, or as CSV.')
    .usage('[options] <statement>')
    .argument('[statement]', 'the statement; - reads it from standard input')
    .option('--file <path>', 'read the statement from this file; - is standard input', path)
    .addOption(
      new Option('--json', 'print one JSON array of the rows as NetSuite sends them').conflicts('csv'),
    )
    .option('--csv', 'print CSV, with a header line where there are rows')
    .addOption(
      new Option('--vertical', 'print each row as lines of its own, a column each').conflicts([
        'json',
        'csv',
      ]),
    )
    .option('--param <value>', 'the value of a ? in the statement; repeat it for the next one', collect)
    .option('--schema <path>', 'the schema to check against (default: suitewright/schema.json)', path)
    .option('--no-check', 'send the statement as it is, without checking it first');
  return addEnvironmentOption(command, readsEnvironment)
    .addHelpText(
      'after',
      `
Examples:
  suitewright query "SELECT id FROM customer FETCH FIRST 5 ROWS ONLY"
  suitewright query "SELECT * FROM customer WHERE id = 7" --vertical
  suitewright query "SELECT * FROM currency" --json | jq -r '.[].symbol'
  suitewright query "SELECT id FROM customer WHERE email = ?" --param a@example.com
  suitewright query --file orders.suiteql --csv > orders.csv

The statement is checked against the schema, where there is one: one with errors is not sent, unless --no-check is given.

A table is cut to the width of the window; --vertical, --json and --csv show all. A query of more than 100,000 rows \
fails before its first row: NetSuite returns no more.

${environmentHelp}`,
    )
    .action(async (statement: string | undefined, options: QueryOptions) => {
      const wrongUsage = (message: string): never => command.error(`error: ${message}`, { exitCode: 2 });
      if (statement === undefined && options.file === undefined) {
        wrongUsage("missing required argument 'statement', or --file.");
      }
      if (statement !== undefined && options.file !== undefined) {
        wrongUsage('give either a statement or --file.');
      }
      const statementText = (await readStatement(statement, options.file)).trim();
      if (statementText === '') wrongUsage('the statement is empty.');
      const { runQuery } = await import('../query/run-query.js');
      await runQuery({
        statement: { text: statementText, parameters: options.param ?? [] },
        format: options.json ? 'json' : options.csv ? 'csv' : options.vertical ? 'vertical' : 'table',
        schema: options.schema,
        check: options.check,
        envFile: options.env,
      });
    });
}

async function readStatement(statement: string | undefined, file: string | undefined): Promise<string> {
  if (statement === '-' || file === '-') return textOf(process.stdin);
  if (file === undefined) return statement ?? '';
  const { readText } = await import('../files/read-text.js');
  return readText(file, { what: 'statement', wayOut: 'Check --file.' });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
