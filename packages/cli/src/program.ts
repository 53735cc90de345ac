import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { emulatorCommand } from './commands/emulator.js';
import { formatCommand } from './commands/format.js';
import { generateCommand } from './commands/generate.js';
import { introspectCommand } from './commands/introspect.js';
import { lintCommand } from './commands/lint.js';
import { loginCommand } from './commands/login.js';
import { logoutCommand } from './commands/logout.js';
import { queryCommand } from './commands/query.js';
import { environmentHelp } from './settings/environment-help.js';

export function createProgram(): Command {
  const program = new Command('suitewright')
    .description(
      "Turns a NetSuite account into typed TypeScript: reads the account's metadata, generates models, runs SuiteQL.",
    )
    .version(packageVersion(), '--version', 'Print the version.')
    .helpOption('-h, --help', 'Print help.')
    .option('--verbose', 'On failure, print the stack and the causes too.')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `
Typical order:
  suitewright emulator --env-file .env        # no account? In a second terminal, one of your own.
  suitewright introspect                      # account     -> suitewright/schema.json
  suitewright generate                        # schema.json -> src/netsuite/
  suitewright query "SELECT id, companyname FROM customer"

${environmentHelp}

Exit codes: 0 success, 1 failure, 2 wrong usage. Data goes to stdout, everything else to stderr.`,
    )
    .exitOverride();
  const commands = [
    introspectCommand(),
    generateCommand(),
    queryCommand(),
    lintCommand(),
    formatCommand(),
    emulatorCommand(),
    loginCommand(),
    logoutCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.copyInheritedSettings(program));
    const usage = command.createHelp().commandUsage(command);
    command.showHelpAfterError(
      `Usage: ${usage}\nRun 'suitewright ${command.name()} --help' for the options.`,
    );
  }
  return program.showHelpAfterError("Run 'suitewright --help' for the commands.");
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  // The package's own file: it has a version, or it could not have been published.
  return (JSON.parse(text) as { readonly version: string }).version;
}
