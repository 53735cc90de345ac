import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ConfigurationError, type ConnectionOptions, createConnection } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../../packages/runtime/src/config/configuration.js';
import { ecKeys, pem, rsaKeys } from '../keys.js';

const keys = ecKeys();
const tba = {
  NETSUITE_CONSUMER_KEY: 'canary-consumer-key',
  NETSUITE_CONSUMER_SECRET: 'canary-consumer-secret',
  NETSUITE_TOKEN_ID: 'canary-token-id',
  NETSUITE_TOKEN_SECRET: 'canary-token-secret',
};
const oauth2 = {
  NETSUITE_CLIENT_ID: 'client-1',
  NETSUITE_CERTIFICATE_ID: 'certificate-1',
  NETSUITE_PRIVATE_KEY: pem(keys.privateKey),
};
const account = { NETSUITE_ACCOUNT_ID: '1234567_SB1' };

/** What is wrong, as `setting: problem` lines. */
function problemsOf(options: ConnectionOptions): readonly string[] {
  try {
    createConnection({ environment: {}, ...options });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('canary');
    for (const { setting, problem } of error.problems)
      expect(error.message).toContain(`${setting}: ${problem}`);
    return error.problems.map(({ setting, problem }) => `${setting}: ${problem}`);
  }
  throw new Error('There was no problem.');
}

test.each(['1234567_SB1', '1234567-sb1', ' 1234567_sb1 '])('takes the account id %j', (id) => {
  const configuration = resolveConfiguration({ environment: { ...tba, NETSUITE_ACCOUNT_ID: id } });
  expect(configuration.account.canonical).toBe('1234567_SB1');
  expect(configuration.baseUrl).toBe('https://1234567-sb1.suitetalk.api.netsuite.com');
});

test.each([
  'evil.example/',
  '1234567.evil',
  'a b',
  '_1',
  '1__2',
  '1'.repeat(64),
  'ä',
  '1#',
  '@x',
  '1234567_SB1\n@x',
])('does not make a host name of %j', (id) => {
  expect(problemsOf({ environment: { ...tba, NETSUITE_ACCOUNT_ID: id } })).toEqual([
    'NETSUITE_ACCOUNT_ID: is not an account id such as 1234567, 1234567_SB1, TSTDRV1234567',
  ]);
});

test('lists everything that is missing by variable, and the method that it was read for', () => {
  const environment = { NETSUITE_AUTH_TYPE: 'tba', NETSUITE_CONSUMER_KEY: 'canary', NETSUITE_TOKEN_ID: ' ' };
  expect(problemsOf({ environment })).toEqual([
    'NETSUITE_ACCOUNT_ID: missing; Setup > Company > Company Information shows it',
    'NETSUITE_CONSUMER_SECRET: missing',
    'NETSUITE_TOKEN_ID: missing',
    'NETSUITE_TOKEN_SECRET: missing',
  ]);
  expect(() => createConnection({ environment })).toThrow(
    'NETSUITE_TOKEN_ID: missing [read for token-based authentication (tba)]',
  );
  expect(problemsOf({ environment: { ...account, NETSUITE_AUTH_TYPE: 'oauth2' } })).toEqual([
    'NETSUITE_CLIENT_ID: missing',
    'NETSUITE_CERTIFICATE_ID: missing',
    'NETSUITE_PRIVATE_KEY or NETSUITE_PRIVATE_KEY_FILE: missing',
  ]);
});

test('names options by their path', () => {
  const auth = {
    method: 'tba',
    consumerKey: 'canary key',
    consumerSecret: 'x',
    tokenId: '',
    tokenSecret: 'x',
  } as const;
  expect(
    problemsOf({ account: '1', auth, concurrency: 0, timeouts: { bodyMs: -1 }, baseUrl: 'ftp://x' }),
  ).toEqual([
    'baseUrl: must begin with https:// or http://',
    'auth.consumerKey: holds blanks or characters that no credential has; copy it again',
    'auth.tokenId: missing',
    'concurrency: must be a whole number from 1',
    'timeouts.bodyMs: must be a number of milliseconds from 0',
  ]);
});

test('takes the method that NETSUITE_AUTH_TYPE names when the variables of both are set', () => {
  for (const method of ['tba', 'oauth2']) {
    const environment = { ...account, ...tba, ...oauth2, NETSUITE_AUTH_TYPE: method };
    expect(resolveConfiguration({ environment }).credentials.method).toBe(method);
  }
});

test('finds the method by the variables when none is named', () => {
  const method = (environment: object): string =>
    resolveConfiguration({ environment: { ...account, ...environment } }).credentials.method;
  expect(method(tba)).toBe('tba');
  expect(method(oauth2)).toBe('oauth2');
  expect(method({ NETSUITE_ACCESS_TOKEN: 'token' })).toBe('bearer');
  expect(method({ ...tba, NETSUITE_CLIENT_ID: 'left over' })).toBe('tba');
});

test('asks which method is meant where the variables leave a choice', () => {
  expect(problemsOf({ environment: { ...account, ...tba, ...oauth2 } })).toEqual([
    'NETSUITE_AUTH_TYPE: the variables of tba and oauth2 are all set; say which to use',
  ]);
  expect(
    problemsOf({ environment: { ...account, NETSUITE_TOKEN_ID: 'canary', NETSUITE_CLIENT_ID: 'canary' } }),
  ).toEqual([
    'NETSUITE_AUTH_TYPE: no method has all of its variables: ' +
      'tba still needs NETSUITE_CONSUMER_KEY, NETSUITE_CONSUMER_SECRET, NETSUITE_TOKEN_SECRET; ' +
      'oauth2 still needs NETSUITE_CERTIFICATE_ID, NETSUITE_PRIVATE_KEY or NETSUITE_PRIVATE_KEY_FILE',
  ]);
  expect(problemsOf({ environment: { ...account, NETSUITE_AUTH_TYPE: 'oauth3' } })).toEqual([
    'NETSUITE_AUTH_TYPE: must be tba, oauth2, bearer, authorization-code',
  ]);
});

const rsa = rsaKeys();
const folder = mkdtempSync(join(tmpdir(), 'runtime-keys-'));
const keyFile = join(folder, 'key.pem');
writeFileSync(keyFile, pem(rsa.privateKey));
const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

test.each([
  ['EC, PKCS#8', pem(keys.privateKey), 'ES256'],
  ['EC, SEC1', pem(keys.privateKey, 'sec1'), 'ES256'],
  ['EC P-384', pem(ecKeys('P-384').privateKey), 'ES384'],
  ['RSA, PKCS#8', pem(rsa.privateKey), 'PS256'],
  ['RSA, PKCS#1', pem(rsa.privateKey, 'pkcs1'), 'PS256'],
  ['line breaks written \\n', pem(keys.privateKey).replaceAll('\n', '\\n'), 'ES256'],
  ['between quotes', `"${pem(keys.privateKey).replaceAll('\n', '\\n')}"`, 'ES256'],
  ['the line breaks of Windows', pem(keys.privateKey).replaceAll('\n', '\r\n'), 'ES256'],
  ['behind its certificate', `${certificate}${pem(keys.privateKey)}`, 'ES256'],
  ['before its certificate', `${pem(rsa.privateKey)}${certificate}`, 'PS256'],
  [
    'between certificates, on one line',
    `${certificate}${pem(keys.privateKey)}${certificate}`.replaceAll('\n', '\\n'),
    'ES256',
  ],
  ['the path of a file', keyFile, 'PS256'],
])('reads a private key: %s', (_, text, algorithm) => {
  const environment = { ...account, ...oauth2, NETSUITE_PRIVATE_KEY: text };
  expect(resolveConfiguration({ environment }).credentials).toMatchObject({ algorithm });
});

test('reads a private key from NETSUITE_PRIVATE_KEY_FILE', () => {
  const { NETSUITE_PRIVATE_KEY: _, ...rest } = oauth2;
  const environment = {
    ...account,
    ...rest,
    NETSUITE_PRIVATE_KEY_FILE: keyFile,
    NETSUITE_ALGORITHM: 'PS512',
  };
  expect(resolveConfiguration({ environment }).credentials).toMatchObject({
    method: 'oauth2',
    algorithm: 'PS512',
  });
});

test.each([
  ['PS256', keys.privateKey, 'NETSUITE_ALGORITHM: PS256 does not fit the private key, which signs ES256'],
  ['ES384', keys.privateKey, 'NETSUITE_ALGORITHM: ES384 does not fit the private key, which signs ES256'],
  [
    'ES256',
    rsa.privateKey,
    'NETSUITE_ALGORITHM: ES256 does not fit the private key, which signs PS256 or PS384 or PS512',
  ],
  ['RS256', rsa.privateKey, 'NETSUITE_ALGORITHM: must be one of ES256, ES384, ES512, PS256, PS384, PS512'],
])('finds that the algorithm %s does not fit the key before anything is sent', (algorithm, key, problem) => {
  const environment = {
    ...account,
    ...oauth2,
    NETSUITE_PRIVATE_KEY: pem(key),
    NETSUITE_ALGORITHM: algorithm,
  };
  expect(problemsOf({ environment })).toEqual([problem]);
});

test.each([
  ['canary-no-key', 'is neither a PEM key (-----BEGIN …) nor the path of a readable file'],
  ['-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----', 'is not a readable PEM private key'],
  [keys.publicKey.export({ format: 'pem', type: 'spki' }).toString(), 'holds a public key or a certificate'],
  [
    keys.privateKey
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'canary' })
      .toString(),
    'is protected by a passphrase',
  ],
  [pem(rsaKeys(2048).privateKey), 'has 2048 bits; NetSuite takes RSA keys from 3072'],
  [pem(ecKeys('secp256k1').privateKey), 'lies on a curve that NetSuite does not take'],
])('says what keeps a private key from being used, without showing it', (text, problem) => {
  const [first] = problemsOf({ environment: { ...account, ...oauth2, NETSUITE_PRIVATE_KEY: text } });
  expect(first).toContain(`NETSUITE_PRIVATE_KEY: ${problem}`);
});

test.each([
  ['not a url', 'is not a URL'],
  ['https://user:canary@host', 'must not hold a user name or a password'],
  ['https://host?canary', 'must not have a query'],
  ['http://1234567.suitetalk.api.netsuite.com', 'must begin with https://'],
])('refuses the base URL %s', (baseUrl, problem) => {
  const [first] = problemsOf({ environment: { ...account, ...tba, NETSUITE_BASE_URL: baseUrl } });
  expect(first).toContain(`NETSUITE_BASE_URL: ${problem}`);
});

test('takes a base URL from the environment, and an option before it', () => {
  const environment = { ...account, ...tba, NETSUITE_BASE_URL: 'http://127.0.0.1:8080/' };
  expect(resolveConfiguration({ environment }).baseUrl).toBe('http://127.0.0.1:8080');
  expect(resolveConfiguration({ environment, baseUrl: 'https://proxy/netsuite/' }).baseUrl).toBe(
    'https://proxy/netsuite',
  );
});

test.each<[string, object, string]>([
  [
    'a misspelt name',
    { acount: '1234567' },
    "acount: is not an option. Did you mean 'account'? Use one of: account,",
  ],
  ['a name of another library', { maxRetries: 5 }, 'maxRetries: is not an option. Use one of: account,'],
  [
    'a name within retry',
    { retry: { attempt: 5 } },
    "retry.attempt: is not an option. Did you mean 'attempts'?",
  ],
  [
    'a name within timeouts',
    { timeouts: { connect: 5 } },
    'timeouts.connect: is not an option. Use one of: connectMs,',
  ],
  [
    'a name within rateLimit',
    { rateLimit: { persecond: 5 } },
    "rateLimit.persecond: is not an option. Did you mean 'perSecond'",
  ],
  ['a number for an account', { account: 7654321 }, 'account: must be a string'],
  ['null for an account', { account: null }, 'account: must be a string'],
  ['an address that is no text', { baseUrl: new URL('https://x.test') }, 'baseUrl: must be a string'],
  ['a number for retry', { retry: 5 }, 'retry: must be a plain object'],
  ['a budget that is none', { retry: { budget: Number.NaN } }, 'retry.budget: must be a number from 0'],
  ['a number for timeouts', { timeouts: 500 }, 'timeouts: must be a plain object'],
  ['a number for rateLimit', { rateLimit: 5 }, 'rateLimit: must be a plain object'],
  ['no store of a shared limit', { sharedLimit: { leaseMs: 5 } }, 'sharedLimit.store: missing'],
  [
    'a file for a token store',
    { tokenStore: 'tokens.json' },
    'tokenStore: must be an object with read and write',
  ],
  ['a function for a logger', { logger: () => {} }, 'logger: must be an object with debug and warn'],
  ['a number for random', { random: 5 }, 'random: must be a function'],
  ['an object for a dispatcher', { dispatcher: {} }, 'dispatcher: must be an object with request'],
  ['a function for a clock', { clock: Date.now }, 'clock: must be an object with now and sleep'],
  ['a text for auth', { auth: 'tba' }, 'auth: must be a plain object'],
  ['null for auth', { auth: null }, 'auth: must be a plain object'],
  [
    'a misspelt name within auth',
    { auth: { method: 'authorization-code', clientId: 'x', scope: ['a'] } },
    "auth.scope: is not an option. Did you mean 'scopes'?",
  ],
  [
    'a set of scopes',
    { auth: { method: 'authorization-code', clientId: 'x', scopes: new Set(['a']) } },
    'auth.scopes: must be an array of strings',
  ],
])('refuses %s among the options', (_title, options, problem) => {
  const environment = { ...account, ...tba };
  expect(problemsOf({ environment, ...options } as never).join('\n')).toContain(problem);
});

test('refuses what is no object of options', () => {
  for (const options of ['1234567', 5, null, [], new Map()] as never[]) {
    expect(() => createConnection(options)).toThrow('cannot stand in place of the options');
  }
});

test('takes undefined for every option as not given', () => {
  const given = resolveConfiguration({ environment: { ...account, ...tba } });
  const nothing = { account: undefined, auth: undefined, concurrency: undefined, rateLimit: undefined };
  const within = { retry: { attempts: undefined }, timeouts: { connectMs: undefined } };
  const environment = { ...account, ...tba };
  expect(resolveConfiguration({ environment, ...nothing, ...within } as never)).toEqual(given);
});
