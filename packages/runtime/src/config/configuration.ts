import { constants } from 'node:buffer';
import { ConfigurationError, type ConfigurationProblem } from '../errors/configuration-error.js';
import { largestConcurrency } from '../governance-limits.js';
import type { RateLimit } from '../transport/governor.js';
import type { RetryPolicy } from '../transport/retry.js';
import { type AccountId, parseAccountId } from './account-id.js';
import { readBaseUrl } from './base-url.js';
import { checkConnectionOptions } from './check-connection-options.js';
import { chooseMethod } from './choose-method.js';
import type { ConnectionOptions, ParameterStyle, Timeouts } from './connection-options.js';
import { type Credentials, isCredentialMethod, readCredentials } from './credentials.js';
import { type Environment, environmentSource, optionsSource, trimmed } from './setting-source.js';

/** Everything that a connection needs, checked. */
export interface Configuration {
  readonly account: AccountId;
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly parameters: ParameterStyle;
  readonly concurrency: number;
  /** The account is asked for its limit; until then `concurrency` holds. */
  readonly asksForLimit: boolean;
  readonly rateLimit: RateLimit | undefined;
  readonly timeouts: Timeouts;
  readonly retry: RetryPolicy;
  readonly maximumResponseBytes: number;
}

const defaultConcurrency = 5;
const defaultMaximumResponseBytes = 64 * 2 ** 20;
const defaultTimeouts: Timeouts = { connectMs: 10_000, headersMs: 300_000, bodyMs: 120_000 };
const defaultRetry: RetryPolicy = {
  attempts: 5,
  baseDelayMs: 500,
  maximumDelayMs: 15_000,
  deadlineMs: 900_000,
  budget: 100,
};

/**
 * Reads options and environment.
 *
 * @throws {ConfigurationError} One error with everything that is missing or wrong.
 */
export function resolveConfiguration(options: ConnectionOptions): Configuration {
  const problems: ConfigurationProblem[] = [];
  checkConnectionOptions(options, problems);
  const environment = options.environment ?? process.env;
  const account = readAccount(options, environment, problems);
  const baseUrl = chooseBaseUrl(options, environment, account, problems);
  const credentials = chooseCredentials(options, environment, problems);
  const asksForLimit = options.concurrency === 'account';
  const concurrency =
    options.concurrency === undefined || options.concurrency === 'account'
      ? defaultConcurrency
      : options.concurrency;
  const { rateLimit } = options;
  const timeouts = filled(defaultTimeouts, options.timeouts);
  const retry = filled(defaultRetry, options.retry);
  const parameters = options.parameters ?? 'bind';
  const { maximumResponseBytes = defaultMaximumResponseBytes } = options;
  checkCount('concurrency', concurrency, problems, largestConcurrency);
  checkCount('maximumResponseBytes', maximumResponseBytes, problems, constants.MAX_STRING_LENGTH);
  checkCount('retry.attempts', retry.attempts, problems);
  for (const name of ['connectMs', 'headersMs', 'bodyMs'] as const) {
    checkDuration(`timeouts.${name}`, timeouts[name], problems);
  }
  checkDuration('retry.baseDelayMs', retry.baseDelayMs, problems);
  checkDuration('retry.maximumDelayMs', retry.maximumDelayMs, problems);
  checkDuration('retry.deadlineMs', retry.deadlineMs, problems);
  if (typeof retry.budget !== 'number' || !(retry.budget >= 0)) {
    problems.push({ setting: 'retry.budget', method: null, problem: 'must be a number from 0' });
  }
  checkDuration('sharedLimit.leaseMs', options.sharedLimit?.leaseMs ?? 0, problems);
  const { whenUnavailable = 'fail' } = options.sharedLimit ?? {};
  if (whenUnavailable !== 'fail' && whenUnavailable !== 'local') {
    problems.push({
      setting: 'sharedLimit.whenUnavailable',
      method: null,
      problem: "must be 'fail' or 'local'",
    });
  }
  checkRate('rateLimit.perSecond', rateLimit?.perSecond, problems);
  checkRate('rateLimit.burst', rateLimit?.burst, problems);
  if (parameters !== 'bind' && parameters !== 'literal') {
    problems.push({ setting: 'parameters', method: null, problem: "must be 'bind' or 'literal'" });
  }
  if (problems.length > 0 || account === null || baseUrl === null || credentials === null) {
    throw new ConfigurationError(problems);
  }
  return {
    ...{ account, baseUrl, credentials, parameters, concurrency },
    ...{ asksForLimit, rateLimit, timeouts, retry, maximumResponseBytes },
  };
}

/** The defaults, with what is given in their place; `undefined` is not given. */
function filled<Settings extends object>(defaults: Settings, given: Partial<Settings> = {}): Settings {
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(set) };
}

function readAccount(
  options: ConnectionOptions,
  environment: Environment,
  problems: ConfigurationProblem[],
): AccountId | null {
  const given = trimmed(options.account);
  const setting = given === undefined ? 'NETSUITE_ACCOUNT_ID' : 'account';
  const text = given ?? trimmed(environment.NETSUITE_ACCOUNT_ID);
  if (text === undefined) {
    problems.push({
      setting,
      method: null,
      problem: 'missing; Setup > Company > Company Information shows it',
    });
    return null;
  }
  const account = parseAccountId(text);
  if (account === null) {
    problems.push({
      setting,
      method: null,
      problem: 'is not an account id such as 1234567, 1234567_SB1, TSTDRV1234567',
    });
  }
  return account;
}

function chooseBaseUrl(
  options: ConnectionOptions,
  environment: Environment,
  account: AccountId | null,
  problems: ConfigurationProblem[],
): string | null {
  const given = trimmed(options.baseUrl);
  const setting = given === undefined ? 'NETSUITE_BASE_URL' : 'baseUrl';
  const text = given ?? trimmed(environment.NETSUITE_BASE_URL);
  if (text === undefined) {
    return account === null ? null : `https://${account.hostLabel}.suitetalk.api.netsuite.com`;
  }
  const reading = readBaseUrl(text);
  if ('baseUrl' in reading) return reading.baseUrl;
  problems.push({ setting, method: null, problem: reading.problem });
  return null;
}

function chooseCredentials(
  options: ConnectionOptions,
  environment: Environment,
  problems: ConfigurationProblem[],
): Credentials | null {
  if (options.auth === undefined || options.auth === null) {
    const method = chooseMethod(environment, problems);
    return method === null ? null : readCredentials(method, environmentSource(environment), problems);
  }
  const method = String(options.auth.method);
  if (isCredentialMethod(method)) return readCredentials(method, optionsSource(options.auth), problems);
  const problem = "must be 'tba', 'oauth2', 'bearer' or 'authorization-code'";
  problems.push({ setting: 'auth.method', method: null, problem });
  return null;
}

function checkCount(
  setting: string,
  value: number,
  problems: ConfigurationProblem[],
  largest: number = Number.MAX_SAFE_INTEGER,
): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    problems.push({ setting, method: null, problem: 'must be a whole number from 1' });
  } else if (value > largest) problems.push({ setting, method: null, problem: `must be at most ${largest}` });
}

function checkRate(setting: string, value: number | undefined, problems: ConfigurationProblem[]): void {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return;
  problems.push({ setting, method: null, problem: 'must be a number above 0' });
}

function checkDuration(setting: string, value: number, problems: ConfigurationProblem[]): void {
  if (Number.isFinite(value) && value >= 0) return;
  problems.push({ setting, method: null, problem: 'must be a number of milliseconds from 0' });
}
