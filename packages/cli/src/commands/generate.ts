import { Command } from 'commander';
import { path } from '../settings/option-values.js';

interface GenerateCommandOptions {
  readonly schema?: string;
  readonly out?: string;
  readonly templates?: string;
}

/** `suitewright generate`: writes the typed client that schema.json describes. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Write the typed client that schema.json describes. Works offline.')
    .option('--schema <path>', 'the schema to read (default: suitewright/schema.json)', path)
    .option('--out <directory>', 'the folder of the generated files (default: src/netsuite)', path)
    .option('--templates <directory>', 'templates that replace the built-in ones of the same name', path)
    .addHelpText(
      'after',
      `
Examples:
  suitewright generate
  suitewright generate --schema suitewright/sandbox.json --out src/netsuite-sandbox

The generated code needs @suitewright/runtime at run time. Generated files that are no longer wanted are
removed; files of your own in the folder stay. Settings in suitewright.config.ts count where no option is given.`,
    )
    .action(async (options: GenerateCommandOptions) => {
      const { runGenerate } = await import('../generate/run-generate.js');
      await runGenerate(options);
    });
}
