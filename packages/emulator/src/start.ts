import { accountSettings } from './account/account-settings.js';
import { normalizeAccountId } from './account-host.js';
import { createAccessTokens } from './auth/access-tokens.js';
import { createClientAssertionVerifier } from './auth/client-assertion.js';
import { resolveCredentials } from './auth/credentials.js';
import { createLogins } from './auth/logins.js';
import { createTokenBasedVerifier } from './auth/token-based.js';
import { accountCatalog } from './catalog/account-catalog.js';
import { readCatalogOrder, readStandardRecords } from './catalog/standard-records.js';
import { checkOptions } from './check-options.js';
import type { Emulator, EmulatorOptions } from './emulator.js';
import { environmentVariables, formatEnvironmentFile } from './environment.js';
import { createLog } from './log.js';
import { openAccount } from './open-account.js';
import { type KeptFile, openKeptFile } from './persist/kept-file.js';
import { createRecordStore } from './records/record-store.js';
import { createApp } from './server/app.js';
import { createGovernor } from './server/governor.js';
import { listen } from './server/listen.js';
import { createRequestCounter } from './server/request-counts.js';
import { createStatementPool } from './workers/statement-pool.js';

/**
 * Starts an emulator of one NetSuite account on this machine. Two emulators share nothing.
 *
 * @throws {SeedError} The seed cannot be loaded; the message names the place and the way out.
 * @throws {TypeError} An option has a value that it cannot have.
 * @throws {PersistError} The file of `persist` is of another account, in use, no file of an emulator, or cannot be used.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const accountId = normalizeAccountId(options.account ?? 'TSTDRV1234567');
  const { persist, timeZone } = options;
  const kept = persist === undefined ? null : openKeptFile(persist, { account: accountId, timeZone });
  try {
    return await startAccount(accountId, options, kept);
  } catch (error) {
    kept?.close();
    throw error;
  }
}

async function startAccount(
  accountId: string,
  options: EmulatorOptions,
  kept: KeptFile | null,
): Promise<Emulator> {
  const clock = options.clock ?? Date.now;
  const host = options.host ?? '127.0.0.1';
  const latencyMs = wholeNumber('latencyMs', options.latencyMs ?? 0, 0);
  const governor = createGovernor(wholeNumber('concurrency', options.concurrency ?? 5, 1));
  const timeoutMs = wholeNumber('statementTimeoutMs', options.statementTimeoutMs ?? 30_000, 1);
  const credentials = resolveCredentials(options.credentials ?? {});
  const log = createLog({ clock, listener: options.log });
  const counter = createRequestCounter();
  const settings = accountSettings(
    { ...options, timeZone: options.timeZone ?? kept?.facts?.timeZone },
    clock,
  );
  const opened = openAccount({
    kept,
    seed: options.seed,
    rows: wholeNumber('rows', options.rows ?? 5000, 1),
    settings,
    clock,
    progress: options.progress,
    role: options.role,
  });
  const { account, database } = opened;
  // More threads than that would not be quicker.
  const threadsMaximum = Math.min(governor.limit, 5);
  const pool = createStatementPool({ database, account, timeoutMs, threadsMaximum });
  const catalog = accountCatalog({ account, standard: readStandardRecords(), order: readCatalogOrder() });
  const accessTokens = createAccessTokens(clock);
  const app = createApp({
    authentication: {
      accountId,
      verifyTokenBased: createTokenBasedVerifier({ accountId, credentials: credentials.tba, clock }),
      verifyAssertion: createClientAssertionVerifier({ accountId, credentials: credentials.oauth2, clock }),
      accessTokens,
      loginClient: { clientId: credentials.oauth2.clientId, clientSecret: credentials.clientSecret },
      logins: createLogins(clock),
    },
    catalog,
    role: account.role,
    statements: {
      execute: pool.run,
      resultsMaximum: wholeNumber('resultsMaximum', options.resultsMaximum ?? 100_000, 1),
      totalResults: options.totalResults ?? 'capped',
    },
    records: createRecordStore({ database, catalog, clock: opened.clock, beside: opened.beside }),
    governor,
    counter,
    log,
    clock,
    latencyMs,
    faults: options.faults,
  });
  const handle = async (request: Request, bindings?: object): Promise<Response> =>
    app.fetch(request, bindings);
  const port = wholeNumber('port', options.port ?? 0, 0);
  const listener = await listen({ host, port, handle, connect: governor.connect }).catch((error: unknown) => {
    database.close();
    throw error;
  });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}`;
  const environment: Emulator['environment'] = (authType = 'oauth2') =>
    environmentVariables({ accountId, url, timeZone: account.timeZone, credentials }, authType);
  const close = async (): Promise<void> => {
    await listener.close();
    await pool.close();
    kept?.close();
    database.close();
  };
  return {
    url,
    port: listener.port,
    account: accountId,
    settings,
    isRestored: kept !== null && kept.facts !== null,
    credentials,
    environment,
    formatEnvironmentFile: (authType) => formatEnvironmentFile(environment(authType)),
    handle: (request) => handle(request),
    requests: counter.counts,
    log: log.entries,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function wholeNumber(option: string, value: number, minimum: number): number {
  if (Number.isSafeInteger(value) && value >= minimum) return value;
  throw new TypeError(
    `The emulator's option ${option} is ${value}. Give a whole number, ${minimum} or more.`,
  );
}
