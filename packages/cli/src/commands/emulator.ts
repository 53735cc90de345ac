import type { AssertionAlgorithm, DateFormat, FaultRates, NumberFormat } from '@suitewright/emulator';
import { Command, Option } from 'commander';
import { faultHelp, faultRates } from '../emulator/fault-rates.js';
import { addEnvironmentOption } from '../settings/environment-option.js';
import { day, path, wholeNumber, zone } from '../settings/option-values.js';

interface EmulatorCommandOptions {
  readonly port: number;
  readonly rows?: number;
  readonly seed?: string;
  readonly role?: string;
  readonly env?: string;
  readonly overrideAccount?: true;
  readonly latencyMs?: number;
  readonly concurrency?: number;
  readonly account?: string;
  readonly persist?: string;
  readonly today?: string;
  readonly timeZone?: string;
  readonly dateFormat?: DateFormat;
  readonly numberFormat?: NumberFormat;
  readonly credentialSeed?: string;
  readonly algorithm?: AssertionAlgorithm;
  readonly fault?: FaultRates;
  readonly faultSeed?: number;
  readonly faultLateMs?: number;
}

const algorithms: readonly AssertionAlgorithm[] = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];
const dateFormats: readonly DateFormat[] = [
  'M/D/YYYY',
  'D/M/YYYY',
  'D.M.YYYY',
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
];
const numberFormats: readonly NumberFormat[] = [
  '1,000,000.00',
  '1.000.000,00',
  '1 000 000,00',
  "1'000'000.00",
  "1'000'000,00",
];

/** So that the same command always makes the same faults. */
const usualFaultSeed = 1;

/** `suitewright emulator`: serves NetSuite's REST API on this machine until it is interrupted. */
export function emulatorCommand(): Command {
  const command = new Command('emulator')
    .description("Serve NetSuite's REST API on this machine, with a demo account, until interrupted.")
    .option('--port <number>', 'the port; 0 takes any free one', wholeNumber({ from: 0, to: 65_535 }), 0)
    .addOption(
      new Option('--rows <number>', 'transaction lines of the demo data, about (default: 5000)')
        .argParser(wholeNumber({ from: 1, to: 1_000_000 }))
        .conflicts('seed'),
    )
    .option('--seed <path>', 'rows of your own in place of the demo data: a seed file (JSON)', path)
    .option('--latency-ms <number>', 'how long each request takes', wholeNumber({ from: 0, to: 600_000 }))
    .option(
      '--concurrency <number>',
      'requests at a time; one more gets a 429 (default: 5)',
      wholeNumber({ from: 1, to: 10_000 }),
    )
    .option(
      '--role <path>',
      'what the client may see and do: a file (JSON) such as { "permissions": { "Customers": "View" } } (default: everything)',
      path,
    )
    .option('--account <id>', 'the account id to serve (default: TSTDRV1234567)')
    .option(
      '--persist <path>',
      'keep the data, and what is written over REST, in this file between starts; --rows and --seed fill a new one',
      path,
    )
    .option(
      '--today <YYYY-MM-DD>',
      "the day in the account: the newest demo data and SYSDATE are of it (default: the clock's)",
      day,
    )
    .option('--time-zone <name>', "the account's time zone (default: America/Los_Angeles)", zone)
    .addOption(
      new Option('--date-format <format>', 'how the account prints dates (default: M/D/YYYY)').choices(
        dateFormats,
      ),
    )
    .addOption(
      new Option(
        '--number-format <format>',
        "the account's separators, for D and G of number masks (default: 1,000,000.00)",
      ).choices(numberFormats),
    )
    .option(
      '--credential-seed <text>',
      'another text makes other credentials; the same one always the same (default: the account id)',
    )
    .addOption(
      new Option(
        '--algorithm <name>',
        'of the key for OAuth 2.0 client credentials: ES… is EC, PS… is RSA-PSS (default: ES256)',
      ).choices(algorithms),
    )
    .option(
      '--fault <kind:rate>',
      'what goes wrong, and how often: 429:0.05,reset:0.01; may be repeated',
      faultRates,
    )
    .option(
      '--fault-seed <number>',
      'another one makes the faults come at other requests (default: 1)',
      wholeNumber({ from: 0, to: 2 ** 31 - 1 }),
    )
    .option(
      '--fault-late-ms <number>',
      'the longest delay of late answers (default: 200)',
      wholeNumber({ from: 1, to: 600_000 }),
    )
    .option(
      '--override-account',
      'with --env: go before the NETSUITE_* variables of another account that stand in the file',
    );
  return addEnvironmentOption(
    command,
    'write the NETSUITE_* variables of all sign-in methods to this file, between two marked lines',
  )
    .addHelpText(
      'after',
      `
Examples:
  suitewright emulator --env .env
  suitewright emulator --port 8080 --rows 200000 --latency-ms 300 --env emulator.env
  suitewright emulator --seed test/orders.json --env emulator.env
  suitewright emulator --persist shop.db --env .env
  suitewright emulator --today 2026-06-30 --time-zone Europe/Berlin --date-format D.M.YYYY --env .env
  suitewright emulator --fault 429:0.05,503:0.02,reset:0.02 --fault late:0.2 --fault-late-ms 3000

Credentials stay the same from start to start, for each account id; they open nothing but emulators.

The other commands use the .env of their folder, or --env emulator.env. What else stands in the file stays as it is.

Why a request was refused stands on standard error: NetSuite's Login Audit Trail, so to speak.

${faultHelp}`,
    )
    .action(async (options: EmulatorCommandOptions, command: Command) => {
      const { rows, latencyMs, concurrency, account, fault, faultSeed, faultLateMs } = options;
      const { persist, today, timeZone, dateFormat, numberFormat, credentialSeed, algorithm } = options;
      if (fault === undefined && (faultSeed !== undefined || faultLateMs !== undefined)) {
        command.error('error: --fault-seed and --fault-late-ms need --fault: what goes wrong.', {
          exitCode: 2,
        });
      }
      const { serveEmulator } = await import('../emulator/serve-emulator.js');
      await serveEmulator({
        settings: {
          port: options.port,
          ...(rows !== undefined && { rows }),
          ...(latencyMs !== undefined && { latencyMs }),
          ...(concurrency !== undefined && { concurrency }),
          ...(account !== undefined && { account }),
          ...(persist !== undefined && { persist }),
          ...(today !== undefined && { today }),
          ...(timeZone !== undefined && { timeZone }),
          ...(dateFormat !== undefined && { dateFormat }),
          ...(numberFormat !== undefined && { numberFormat }),
        },
        credentials: {
          seed: credentialSeed,
          ...(algorithm !== undefined && { algorithm }),
        },
        faults: fault && {
          rates: fault,
          seed: faultSeed ?? usualFaultSeed,
          ...(faultLateMs !== undefined && { latestMs: faultLateMs }),
        },
        seedFile: options.seed,
        roleFile: options.role,
        envFile: options.env,
        overridesAccount: options.overrideAccount === true,
      });
    });
}
