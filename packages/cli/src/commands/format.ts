import { Command, Option } from 'commander';
import { foundFilesHelp } from '../settings/found-files-help.js';

interface FormatOptions {
  readonly check?: true;
  readonly stdin?: true;
}

/** `suitewright format`: lays out `.suiteql` files. */
export function formatCommand(): Command {
  return new Command('format')
    .description('Lay out .suiteql files. Comments, names and literals stay as they are.')
    .argument('[paths...]', 'files, or folders to look for them in (default: the working directory)')
    .addOption(
      new Option('--check', 'change nothing; say which files are laid out otherwise').conflicts('stdin'),
    )
    .option('--stdin', 'read a file from standard input, and print it')
    .addHelpText(
      'after',
      `
Examples:
  suitewright format
  suitewright format queries --check
  suitewright format --stdin < orders.suiteql

A file with a statement that is not a SuiteQL query is left as it is.
Exits with 1 where a file could not be laid out or, with --check, should have been.

${foundFilesHelp}`,
    )
    .action(async (paths: readonly string[], options: FormatOptions, command: Command) => {
      if (options.stdin && paths.length > 0) {
        command.error('error: give either files or --stdin.', { exitCode: 2 });
      }
      const { runFormat, formatInput } = await import('../format/run-format.js');
      await (options.stdin ? formatInput() : runFormat(paths, { check: options.check === true }));
    });
}
