import { Command, Option } from 'commander';
import type { Configuration } from '../settings/configuration.js';
import { environmentHelp } from '../settings/environment-help.js';
import { addEnvironmentOption, readsEnvironment } from '../settings/environment-option.js';
import { names, path, zone } from '../settings/option-values.js';

interface IntrospectCommandOptions
  extends Pick<Configuration, 'schema' | 'include' | 'exclude' | 'probe' | 'timeZone' | 'referenceTargets'> {
  readonly out?: string;
  readonly raw?: string;
  readonly resume?: true;
  readonly env?: string;
}

/** `suitewright introspect`: reads the account's metadata and writes schema.json. */
export function introspectCommand(): Command {
  const command = new Command('introspect')
    .description("Read the account's metadata and write it as schema.json. Only reads the account.")
    .option('--schema <path>', 'the file to write (default: suitewright/schema.json)', path)
    .addOption(new Option('--out <path>', 'the same as --schema').argParser(path).conflicts('schema'))
    .option(
      '--include <names>',
      'only these records, separated by commas, and the SuiteQL tables that belong to them',
      names,
    )
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
    .option('--time-zone <name>', 'the time zone of the account, such as America/New_York', zone)
    .option('--raw <directory>', "keep the account's answers in this directory", path)
    .option('--resume', 'go on where a run into the same --raw directory was cut off');
  return addEnvironmentOption(command, readsEnvironment)
    .addHelpText(
      'after',
      `
Examples:
  suitewright introspect
  suitewright introspect --include customer,salesorder,invoice
  suitewright introspect --raw .suitewright/raw --resume

Settings in suitewright.config.ts count where no option is given. Which records and fields are seen depends on \
the role: introspect with the role that will run the queries.

${environmentHelp}`,
    )
    .action(async (options: IntrospectCommandOptions, command: Command) => {
      if (options.resume && options.raw === undefined) {
        command.error('error: --resume needs --raw: the directory of the run to go on with.', {
          exitCode: 2,
        });
      }
      const { out, raw, resume, env, ...given } = options;
      const { runIntrospect } = await import('../introspect/run-introspect.js');
      await runIntrospect({
        given: out === undefined ? given : { ...given, schema: out },
        rawDirectory: raw,
        resume: resume ?? false,
        envFile: env,
      });
    });
}
