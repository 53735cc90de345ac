import { Command, Option } from 'commander';
import type { Configuration } from '../settings/configuration.js';
import { environmentHelp } from '../settings/environment-help.js';
import { names, path } from '../settings/option-values.js';

interface IntrospectCommandOptions
  extends Pick<Configuration, 'schema' | 'include' | 'exclude' | 'probe' | 'timeZone' | 'referenceTargets'> {
  readonly out?: string;
  readonly raw?: string;
  readonly resume?: true;
  readonly envFile?: string;
}

/** `suitewright introspect`: reads the account's metadata and writes schema.json. */
export function introspectCommand(): Command {
  return new Command('introspect')
    .description("Read the account's metadata and write it as schema.json. Only reads the account.")
    .option('--schema <path>', 'the file to write (default: suitewright/schema.json)', path)
    .addOption(new Option('--out <path>', 'the same as --schema').argParser(path).conflicts('schema'))
    .option('--include <names>', 'only these records, parted by commas', names)
    .option('--exclude <names>', 'all records but these', names)
    .addOption(
      new Option(
        '--probe <what>',
        'which columns the account is asked for: those of known tables, all, or none',
      ).choices(['known', 'all', 'none']),
    )
    .addOption(
      new Option(
        '--reference-targets <source>',
        "where references point to: from the account's OpenAPI (slow on large accounts), or only what is known",
      ).choices(['swagger', 'known']),
    )
    .option('--time-zone <name>', 'the time zone of the account, such as America/New_York')
    .option('--raw <directory>', "keep the account's answers in this directory", path)
    .option('--resume', 'go on where a run into the same --raw directory was cut off')
    .option('-e, --env-file <path>', 'read the NETSUITE_* variables from this file alone', path)
    .addHelpText(
      'after',
      `
Examples:
  suitewright introspect
  suitewright introspect --include customer,salesorder,invoice
  suitewright introspect --raw .suitewright/raw --resume

Settings in suitewright.config.ts count where no option is given. Which records and fields are seen depends
on the role: introspect with the role that will run the queries.

${environmentHelp}`,
    )
    .action(async (options: IntrospectCommandOptions, command: Command) => {
      if (options.resume && options.raw === undefined) {
        command.error('error: --resume needs --raw: the directory of the run to go on with.', {
          exitCode: 2,
        });
      }
      const { out, raw, resume, envFile, ...given } = options;
      const { runIntrospect } = await import('../introspect/run-introspect.js');
      await runIntrospect({
        given: out === undefined ? given : { ...given, schema: out },
        rawDirectory: raw,
        resume: resume ?? false,
        envFile,
      });
    });
}
