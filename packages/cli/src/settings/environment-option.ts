import { type Command, Option } from 'commander';
import { path } from './option-values.js';

/** Gives a command `-e, --env <file>`, as `env`. */
export function addEnvironmentOption(command: Command, description: string): Command {
  return (
    command
      .option('-e, --env <file>', description, path)
      // Its earlier name. Node.js 20 takes it for an option of its own, even behind npx.
      .addOption(new Option('--env-file <file>').argParser(path).hideHelp())
      .on('option:env-file', () => command.setOptionValue('env', command.getOptionValue('envFile')))
  );
}

export const readsEnvironment: string = 'read the NETSUITE_* variables from this file alone';
