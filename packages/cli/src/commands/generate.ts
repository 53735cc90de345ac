import { Command, Option } from 'commander';
import { foundFilesHelp } from '../settings/found-files-help.js';
import { names, path } from '../settings/option-values.js';

interface GenerateCommandOptions {
  readonly schema?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly queries?: string;
  readonly importExtension?: 'js' | 'ts' | 'none';
  readonly zod?: true | readonly string[];
}

/** `suitewright generate`: writes the typed client that schema.json describes. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Write the typed client that schema.json describes. Works offline.')
    .option('--schema <path>', 'the schema to read (default: suitewright/schema.json)', path)
    .option('--out <directory>', 'the folder of the generated files (default: src/netsuite)', path)
    .option('--templates <directory>', 'templates that replace the built-in ones of the same name', path)
    .option(
      '--queries <directory>',
      'the folder of the .suiteql files that become typed queries (default: the working directory)',
      path,
    )
    .option(
      '--zod [records]',
      'write zod 4 schemas of rows and bodies too: of all records, or of those named, separated by commas',
      (text, before?: true | readonly string[]) => names(text, before === true ? [] : before),
    )
    .addOption(
      new Option(
        '--import-extension <extension>',
        'how generated files import each other (default: as tsconfig.json wants it, or js)',
      ).choices(['js', 'ts', 'none']),
    )
    .addHelpText(
      'after',
      `
Examples:
  suitewright generate
  suitewright generate --schema suitewright/sandbox.json --out src/netsuite-sandbox
  suitewright generate --queries src/queries
  suitewright generate --zod customer,salesorder

The generated code needs @suitewright/runtime at run time. Generated files that are no longer wanted are removed; \
files of your own in the folder stay. Settings in suitewright.config.ts count where no option is given.

${foundFilesHelp}`,
    )
    .action(async (options: GenerateCommandOptions) => {
      const { runGenerate } = await import('../generate/run-generate.js');
      await runGenerate(options);
    });
}
