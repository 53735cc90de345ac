import { Command, Option } from 'commander';
import { path, wholeNumber } from '../settings/option-values.js';

interface EmulatorCommandOptions {
  readonly port: number;
  readonly rows?: number;
  readonly seed?: string;
  readonly envFile?: string;
  readonly latencyMs?: number;
  readonly concurrency?: number;
  readonly account?: string;
}

/** `suitewright emulator`: serves NetSuite's REST API on this machine until it is interrupted. */
export function emulatorCommand(): Command {
  return new Command('emulator')
    .description("Serve NetSuite's REST API on this machine, with a demo account, until interrupted.")
    .option('--port <number>', 'the port; 0 takes any free one', wholeNumber({ from: 0, to: 65_535 }), 0)
    .addOption(
      new Option('--rows <number>', 'transaction lines of the demo data, about (default: 5000)')
        .argParser(wholeNumber({ from: 1, to: 1_000_000 }))
        .conflicts('seed'),
    )
    .option('--seed <path>', 'rows of your own in place of the demo data: a seed file (JSON)', path)
    .option(
      '-e, --env-file <path>',
      'write the NETSUITE_* variables of all sign-in methods to this file',
      path,
    )
    .option('--latency-ms <number>', 'how long each request takes', wholeNumber({ from: 0, to: 600_000 }))
    .option(
      '--concurrency <number>',
      'requests at a time; one more gets a 429 (default: 5)',
      wholeNumber({ from: 1, to: 10_000 }),
    )
    .option('--account <id>', 'the account id to serve (default: TSTDRV1234567)')
    .addHelpText(
      'after',
      `
Examples:
  suitewright emulator --env-file .env
  suitewright emulator --port 8080 --rows 200000 --latency-ms 300 --env-file emulator.env
  suitewright emulator --seed test/orders.json --env-file emulator.env

The other commands use the .env of their folder, or --env-file emulator.env.
Why a request was refused stands on standard error: NetSuite's Login Audit Trail, so to speak.`,
    )
    .action(async (options: EmulatorCommandOptions) => {
      const { serveEmulator } = await import('../emulator/serve-emulator.js');
      const { rows, latencyMs, concurrency, account } = options;
      await serveEmulator({
        settings: {
          port: options.port,
          ...(rows !== undefined && { rows }),
          ...(latencyMs !== undefined && { latencyMs }),
          ...(concurrency !== undefined && { concurrency }),
          ...(account !== undefined && { account }),
        },
        seedFile: options.seed,
        envFile: options.envFile,
      });
    });
}
