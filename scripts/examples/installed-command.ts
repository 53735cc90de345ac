import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../packaging/run-command.js';
import type { TargetCommand } from './target.js';

/** The command of a package that is installed in a folder. */
export function installedCommand(
  directory: string,
  [name, ...programArguments]: TargetCommand,
  environment: Readonly<Record<string, string>> = {},
): Command {
  const installed = join(directory, 'node_modules', '.bin', name);
  return {
    program: name === 'node' && !existsSync(installed) ? process.execPath : installed,
    arguments: programArguments,
    directory,
    environment: { ...environment, NEXT_TELEMETRY_DISABLED: '1' },
  };
}
