import {
  type CredentialOptions,
  type Emulator,
  type EmulatorOptions,
  type LogEntry,
  PersistError,
  parseSeedText,
  type RandomFaultOptions,
  type RoleDefinition,
  randomFaults,
  SeedError,
  type StartProgress,
  startEmulator,
} from '@suitewright/emulator';
import { asCommandError, CommandError } from '../command-error.js';
import { readText } from '../files/read-text.js';
import { printData, printNote } from '../terminal/print.js';
import { interruption } from './interruption.js';
import { mergeEnvironmentFile } from './merge-environment-file.js';

export interface EmulatorService {
  readonly settings: EmulatorOptions;
  /** Without a seed: the account id is it. */
  readonly credentials: Pick<CredentialOptions, 'algorithm'> & { readonly seed: string | undefined };
  readonly faults: RandomFaultOptions | undefined;
  readonly seedFile: string | undefined;
  /** Permissions by level. */
  readonly roleFile: string | undefined;
  /** Gets the variables. */
  readonly envFile: string | undefined;
  /** Also where the file holds variables of another account. */
  readonly overridesAccount: boolean;
}

/** Serves until the process is interrupted. The address is printed once everything is ready. */
export async function serveEmulator(service: EmulatorService): Promise<void> {
  const { settings, credentials, faults, seedFile, roleFile, envFile, overridesAccount } = service;
  const emulator = await start({
    ...settings,
    credentials: { ...credentials, seed: credentials.seed ?? accountSeed(settings.account) },
    ...(faults !== undefined && { faults: randomFaults(faults) }),
    ...(seedFile !== undefined && { seed: await readJson(seedFile, { what: 'seed', option: '--seed' }) }),
    // The emulator checks what it is given.
    ...(roleFile !== undefined && {
      role: (await readJson(roleFile, { what: 'role', option: '--role' })) as RoleDefinition,
    }),
    log: (entry) => printNote(logLine(entry)),
    progress: (progress) => printNote(progressLine(progress)),
  });
  // Until here nothing is to be cleaned up, and a signal ends the process as it does by default: rows are made in one go.
  const interrupted = interruption();
  try {
    if (envFile !== undefined) {
      await mergeEnvironmentFile(envFile, emulator.formatEnvironmentFile(), { overridesAccount });
    }
    printNote(startMessage(emulator, { envFile, seedFile, persistFile: settings.persist }));
    await printData(`listening on ${emulator.url}\n`);
    await interrupted;
  } finally {
    await emulator.close();
  }
}

/** The same however the account id is written. */
function accountSeed(account = 'TSTDRV1234567'): string {
  return account.toUpperCase().replaceAll('-', '_');
}

interface StartFacts {
  readonly envFile: string | undefined;
  readonly seedFile: string | undefined;
  readonly persistFile: string | undefined;
}

function startMessage(
  { account, settings, isRestored }: Emulator,
  { envFile, seedFile, persistFile }: StartFacts,
): string {
  const { today, timeZone, dateFormat, numberFormat } = settings;
  const made = seedFile === undefined ? `demo data up to ${today}` : `rows of ${seedFile}, today ${today}`;
  const rows = isRestored ? `data as ${persistFile} keeps them, today ${today}` : made;
  return [
    `Account ${account}, ${rows}`,
    ...(persistFile === undefined || isRestored ? [] : [`Kept in ${persistFile} from now on`]),
    `Time zone ${timeZone}, dates ${dateFormat}, numbers ${numberFormat}`,
    envFile === undefined
      ? 'No environment file: --env <path> writes the variables that clients need'
      : `Environment file ${envFile}: other commands find it with --env`,
  ].join('\n');
}

function progressLine({ lines, linesWanted }: StartProgress): string {
  return `Made ${lines.toLocaleString('en')} of about ${linesWanted.toLocaleString('en')} transaction lines`;
}

async function start(options: EmulatorOptions): Promise<Emulator> {
  try {
    // A TypeError: an option that cannot be, such as an account id.
    return await asCommandError([SeedError, PersistError, TypeError], () => startEmulator(options));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? portProblem(error.code) : undefined;
    if (reason === undefined) throw error;
    throw new CommandError(
      `Port ${options.port} ${reason} Choose another with --port; --port 0 takes any free one.`,
      {
        cause: error,
      },
    );
  }
}

function portProblem(code: unknown): string | undefined {
  if (code === 'EADDRINUSE') return 'is in use.';
  if (code === 'EACCES') return 'needs rights that this user lacks.';
  return undefined;
}

interface JsonFile {
  readonly what: string;
  readonly option: string;
}

async function readJson(file: string, { what, option }: JsonFile): Promise<unknown> {
  const text = await readText(file, { what: `${what} file`, wayOut: `Check ${option}.` });
  try {
    return parseSeedText(text);
  } catch (error) {
    // The parser's message shows what stands at the place; these files hold nothing secret.
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The ${what} file ${file} is not JSON: ${reason}`, { cause: error });
  }
}

function logLine({ time, event, request, status, reason }: LogEntry): string {
  return `${time} ${event}: ${request} -> ${status}: ${reason}`;
}
