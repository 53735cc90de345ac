import type { KeyObject } from 'node:crypto';
import { type AssertionAlgorithm, assertionAlgorithms, type ScopeForm } from '../auth/client-assertion.js';
import type { ConfigurationProblem } from '../errors/configuration-error.js';
import { algorithmsFor, readPrivateKey } from './private-key.js';
import { requiredCredential, type SettingSource } from './setting-source.js';

/** What a method of signing in needs, read and checked, the account's own parts left out. */
export type Credentials =
  | {
      readonly method: 'tba';
      readonly consumerKey: string;
      readonly consumerSecret: string;
      readonly tokenId: string;
      readonly tokenSecret: string;
    }
  | {
      readonly method: 'oauth2';
      readonly clientId: string;
      readonly certificateId: string;
      readonly privateKey: KeyObject;
      readonly algorithm: AssertionAlgorithm;
      readonly scopes: readonly string[];
      readonly scopeForm: ScopeForm;
      /** Undefined: the token endpoint's address. */
      readonly audience: string | undefined;
    }
  | { readonly method: 'bearer'; readonly accessToken: string }
  | PersonalLogin;

/** What a person's login needs. */
export interface PersonalLogin {
  readonly method: 'authorization-code';
  readonly clientId: string;
  /** Undefined: a public client. */
  readonly clientSecret: string | undefined;
  /** Undefined: the default place. */
  readonly loginFile: string | undefined;
  readonly scopes: readonly string[];
}

/** What must not show anywhere. */
export function secretsOf(credentials: Credentials): readonly string[] {
  switch (credentials.method) {
    case 'tba':
      return [
        ...[credentials.consumerKey, credentials.consumerSecret],
        ...[credentials.tokenId, credentials.tokenSecret],
      ];
    case 'oauth2':
      // Each line is as sensitive as the whole key.
      return String(credentials.privateKey.export({ type: 'pkcs8', format: 'pem' }))
        .split('\n')
        .filter((line) => line.length >= 16 && !line.startsWith('-----'));
    case 'bearer':
      return [credentials.accessToken];
    case 'authorization-code':
      return credentials.clientSecret === undefined ? [] : [credentials.clientSecret];
  }
}

export function isCredentialMethod(text: string): text is Credentials['method'] {
  return Object.hasOwn(readers, text);
}

/** Reads the credentials of one method; null, and what is wrong in `problems`, where they are not whole. */
export function readCredentials(
  method: Credentials['method'],
  source: SettingSource,
  problems: ConfigurationProblem[],
): Credentials | null {
  const before = problems.length;
  const credentials = readers[method](source, problems);
  return problems.length === before ? credentials : null;
}

type Reader = (source: SettingSource, problems: ConfigurationProblem[]) => Credentials | null;

const readers: Readonly<Record<Credentials['method'], Reader>> = {
  tba: (source, problems) => ({
    method: 'tba',
    consumerKey: requiredCredential(source, 'consumerKey', 'tba', problems),
    consumerSecret: requiredCredential(source, 'consumerSecret', 'tba', problems),
    tokenId: requiredCredential(source, 'tokenId', 'tba', problems),
    tokenSecret: requiredCredential(source, 'tokenSecret', 'tba', problems),
  }),
  oauth2: readMachineToMachine,
  bearer: (source, problems) => ({
    method: 'bearer',
    accessToken: requiredCredential(source, 'accessToken', 'bearer', problems),
  }),
  'authorization-code': (source, problems) => ({
    method: 'authorization-code',
    clientId: requiredCredential(source, 'clientId', 'authorization-code', problems),
    clientSecret:
      source.valueOf('clientSecret') === undefined
        ? undefined
        : requiredCredential(source, 'clientSecret', 'authorization-code', problems),
    loginFile: source.valueOf('loginFile'),
    scopes: readScopes(source),
  }),
};

const defaultScopes: readonly string[] = ['restlets', 'rest_webservices'];

function readScopes(source: SettingSource): readonly string[] {
  return source.valueOf('scopes')?.split(/[\s,]+/) ?? defaultScopes;
}

function readMachineToMachine(source: SettingSource, problems: ConfigurationProblem[]): Credentials | null {
  const clientId = requiredCredential(source, 'clientId', 'oauth2', problems);
  const certificateId = requiredCredential(source, 'certificateId', 'oauth2', problems);
  const signing = readSigningKey(source, problems);
  const scopes = readScopes(source);
  const scopeForm = source.valueOf('scopeForm') ?? 'array';
  if (scopeForm !== 'array' && scopeForm !== 'string') {
    problems.push({
      setting: source.nameOf('scopeForm'),
      method: 'oauth2',
      problem: "must be 'array' or 'string'",
    });
    return null;
  }
  if (signing === null) return null;
  const audience = source.valueOf('audience');
  return { method: 'oauth2', clientId, certificateId, ...signing, scopes, scopeForm, audience };
}

function readSigningKey(
  source: SettingSource,
  problems: ConfigurationProblem[],
): { privateKey: KeyObject; algorithm: AssertionAlgorithm } | null {
  const field = source.valueOf('privateKey') === undefined ? 'privateKeyFile' : 'privateKey';
  const text = source.valueOf(field);
  const report = (setting: string, problem: string): null => {
    problems.push({ setting, method: 'oauth2', problem });
    return null;
  };
  if (text === undefined) {
    return report(`${source.nameOf('privateKey')} or ${source.nameOf('privateKeyFile')}`, 'missing');
  }
  const reading = readPrivateKey(text);
  if (reading.key === undefined) return report(source.nameOf(field), reading.problem);
  const usable = algorithmsFor(reading.key);
  if ('problem' in usable) return report(source.nameOf(field), usable.problem);

  const asked = source.valueOf('algorithm');
  const algorithm =
    asked === undefined ? usable.fitting[0] : assertionAlgorithms.find((known) => known === asked);
  if (algorithm === undefined) {
    return report(source.nameOf('algorithm'), `must be one of ${assertionAlgorithms.join(', ')}`);
  }
  if (!usable.fitting.includes(algorithm)) {
    const fitting = usable.fitting.join(' or ');
    return report(
      source.nameOf('algorithm'),
      `${algorithm} does not fit the private key, which signs ${fitting}`,
    );
  }
  return { privateKey: reading.key, algorithm };
}
