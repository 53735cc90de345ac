import { Command, Option } from 'commander';
import { foundFilesHelp } from '../settings/found-files-help.js';
import { path } from '../settings/option-values.js';

interface LintOptions {
  readonly schema?: string;
  readonly json?: true;
  readonly github?: true;
}

/** `suitewright lint`: checks the SuiteQL of `.suiteql` files and of programs. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('Check the SuiteQL of .suiteql files and of sql`…` templates in TypeScript and JavaScript.')
    .argument('[paths...]', 'files, or folders to look for them in (default: the working directory)')
    .option('--schema <path>', 'the schema to check against (default: suitewright/schema.json)', path)
    .addOption(new Option('--json', 'print one JSON array of the findings').conflicts('github'))
    .option('--github', 'print annotations for GitHub Actions')
    .addHelpText(
      'after',
      `
Examples:
  suitewright lint
  suitewright lint src queries/orders.suiteql
  suitewright lint --json | jq '.[] | select(.severity == "error")'

Without a schema, only the standard tables are known: then an unknown column is a warning.
Exits with 1 where there is an error; warnings alone are no failure.

${foundFilesHelp}`,
    )
    .action(async (paths: readonly string[], options: LintOptions) => {
      const { runLint } = await import('../lint/run-lint.js');
      await runLint({
        paths,
        schema: options.schema,
        format: options.json ? 'json' : options.github ? 'github' : 'text',
      });
    });
}
