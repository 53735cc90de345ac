import {
  functionOption,
  type OptionCheck,
  objectOption,
  plainObjectOption,
  textOption,
} from '../check-options.js';
import type { ConfigurationProblem } from '../errors/configuration-error.js';
import { listed, suggestion } from '../known-names.js';
import { isPlainObject, shorten, showValue } from '../show-value.js';
import type { RetryPolicy } from '../transport/retry.js';
import type { ConnectionOptions, SharedLimitSettings, Timeouts } from './connection-options.js';
import type { AuthField } from './setting-source.js';

type Known<Options> = Readonly<Record<keyof Options, OptionCheck | null>>;

const withMethods = (...names: readonly string[]): OptionCheck => ({
  check: (value) =>
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function'),
  wanted: `an object with ${names.join(' and ')}`,
});

/** What each option takes; null where its value is checked as it is read. */
const connection: Known<ConnectionOptions> = {
  account: textOption,
  auth: plainObjectOption,
  baseUrl: textOption,
  parameters: null,
  concurrency: null,
  rateLimit: plainObjectOption,
  sharedLimit: plainObjectOption,
  tokenStore: withMethods('read', 'write'),
  logger: withMethods('debug', 'warn'),
  timeouts: plainObjectOption,
  retry: plainObjectOption,
  maximumResponseBytes: null,
  dispatcher: withMethods('request'),
  environment: objectOption,
  clock: withMethods('now', 'sleep'),
  random: functionOption,
};

const inner: Readonly<Record<string, Readonly<Record<string, OptionCheck | null>>>> = {
  rateLimit: { perSecond: null, burst: null },
  sharedLimit: {
    store: objectOption,
    leaseMs: null,
    whenUnavailable: null,
  } satisfies Known<SharedLimitSettings>,
  timeouts: { connectMs: null, headersMs: null, bodyMs: null } satisfies Known<Timeouts>,
  retry: {
    ...{ attempts: null, baseDelayMs: null, maximumDelayMs: null, deadlineMs: null, budget: null },
  } satisfies Known<RetryPolicy>,
};

const scopes: OptionCheck = {
  check: (value) => Array.isArray(value) && value.every((scope) => typeof scope === 'string'),
  wanted: 'an array of strings',
};

const auth: Readonly<Record<string, Readonly<Partial<Record<AuthField, OptionCheck | null>>>>> = {
  tba: { consumerKey: null, consumerSecret: null, tokenId: null, tokenSecret: null },
  oauth2: {
    ...{ clientId: null, certificateId: null, privateKey: textOption, privateKeyFile: textOption },
    ...{ algorithm: textOption, scopes, scopeForm: textOption, audience: textOption },
  },
  bearer: { accessToken: null },
  'authorization-code': { clientId: null, clientSecret: textOption, loginFile: textOption, scopes },
};

/**
 * Notes options that do not exist, and values that would be ignored or fail later. Values are not repeated: some are secrets.
 *
 * @throws {TypeError} They are not an object.
 */
export function checkConnectionOptions(options: ConnectionOptions, problems: ConfigurationProblem[]): void {
  const given: unknown = options;
  if (!isPlainObject(given)) {
    throw new TypeError(
      `${showValue(given)} cannot stand in place of the options. Give an object such as { account: '1234567' }.`,
    );
  }
  check(options, { known: connection, prefix: '', problems });
  for (const [name, known] of Object.entries(inner)) {
    const settings = given[name];
    if (isPlainObject(settings)) check(settings, { known, prefix: `${name}.`, problems });
  }
  if (options.sharedLimit !== undefined && options.sharedLimit.store === undefined) {
    problems.push({ setting: 'sharedLimit.store', method: null, problem: 'missing' });
  }
  const { method } = options.auth ?? {};
  const known = method !== undefined && Object.hasOwn(auth, method) ? auth[method] : undefined;
  if (isPlainObject(options.auth) && known !== undefined) {
    check(options.auth, { known: { method: null, ...known }, prefix: 'auth.', problems });
  }
}

function check(
  given: object,
  {
    known,
    prefix,
    problems,
  }: {
    readonly known: Readonly<Record<string, OptionCheck | null>>;
    readonly prefix: string;
    readonly problems: ConfigurationProblem[];
  },
): void {
  const names = Object.keys(known);
  for (const [name, value] of Object.entries(given)) {
    const setting = prefix + shorten(name);
    if (!Object.hasOwn(known, name)) {
      const problem = `is not an option.${suggestion(name, names)} Use one of: ${listed(names)}`;
      problems.push({ setting, method: null, problem });
      continue;
    }
    const option = known[name] ?? null;
    if (value === undefined || option === null || option.check(value)) continue;
    problems.push({ setting, method: null, problem: `must be ${option.wanted}` });
  }
}
