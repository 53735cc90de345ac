import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { emulatorCommand } from './commands/emulator.js';
import { formatCommand } from './commands/format.js';
import { generateCommand } from './commands/generate.js';
import { introspectCommand } from './commands/introspect.js';
import { lintCommand } from './commands/lint.js';
import { loginCommand } from './commands/login.js';
import { logoutCommand } from './commands/logout.js';
import { queryCommand } from './commands/query.js';
import { environmentHelp } from './settings/environment-help.js';
import { commanderOutput } from './terminal/print.js';

export function createProgram(): Command {
  const program = new Command('suitewright')
    .description(
      "Turns a NetSuite account into typed TypeScript: reads the account's metadata, generates models, runs SuiteQL.",
    )
    .version(versionOf('../package.json'), '--version', 'Print the version.')
    .option('-v, --versions', 'Print the versions of suitewright, its runtime and Node.js.')
    .helpOption('-h, --help', 'Print help.')
    .option('--verbose', 'On failure, print the stack and the causes too.')
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 1, formatItem })
    .configureOutput(commanderOutput)
    .addHelpText(
      'after',
      `
Typical order:
  suitewright emulator --env .env    # no account? In a second terminal, one of your own.
  suitewright introspect             # account     -> suitewright/schema.json
  suitewright generate               # schema.json -> src/netsuite/
  suitewright query "SELECT id, companyname FROM customer"

${environmentHelp}

Exit codes:
  0    success; also help, versions, and an emulator that was told to end
  1    failure: the account refused, a file is wrong, lint found errors …
  2    wrong usage: no command, an unknown one, wrong options or arguments
  130  interrupted with Ctrl-C

Data goes to stdout, everything else to stderr. NO_COLOR and FORCE_COLOR are honoured.`,
    )
    .on('option:versions', () => {
      commanderOutput.writeOut(versions());
      throw new CommanderError(0, 'suitewright.versions', '');
    })
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
  return program
    .addCommand(helpCommand(program).copyInheritedSettings(program))
    .showHelpAfterError("Run 'suitewright --help' for the commands.");
}

/** Commander's own prints the help of all where there is no such command. */
function helpCommand(program: Command): Command {
  return new Command('help')
    .description('Print the help of a command.')
    .argument('[command]')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
      if (command === undefined) program.error(`error: unknown command '${name}'`, { exitCode: 2 });
      command.help();
    });
}

/** What is described needs this much room beside its name. */
const narrowestDescription = 24;

/** An option or a command in the help: where the window is narrow, its description begins on a line of its own. */
function formatItem(
  this: { readonly helpWidth?: number | undefined },
  term: string,
  termWidth: number,
  description: string,
  helper: { boxWrap(text: string, width: number): string },
): string {
  const columns = this.helpWidth ?? 80;
  const beside = columns - termWidth - 4;
  const [indent, first] =
    beside >= narrowestDescription
      ? [termWidth + 4, `  ${term.padEnd(termWidth + 2)}`]
      : [6, `  ${term}\n      `];
  const wrapped = helper.boxWrap(description, columns - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
  return `${first}${wrapped}`.trimEnd();
}

function versions(): string {
  const runtime = import.meta.resolve('@suitewright/runtime/package.json');
  return `suitewright ${versionOf('../package.json')}\n@suitewright/runtime ${versionOf(runtime)}\nnode ${process.version}\n`;
}

function versionOf(manifest: string): string {
  const text = readFileSync(new URL(manifest, import.meta.url), 'utf8');
  // A package's own file: it has a version, or it could not have been published.
  return (JSON.parse(text) as { readonly version: string }).version;
}
