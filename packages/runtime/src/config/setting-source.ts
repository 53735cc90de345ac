import type { AuthMethod, ConfigurationProblem } from '../errors/configuration-error.js';

/** A place that settings are read from, and what its settings are called there. */
export interface SettingSource {
  nameOf(field: AuthField): string;
  /** The trimmed value; undefined for an absent or empty one. */
  valueOf(field: AuthField): string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Which environment variable holds which field. */
export const authVariables = {
  consumerKey: 'NETSUITE_CONSUMER_KEY',
  consumerSecret: 'NETSUITE_CONSUMER_SECRET',
  tokenId: 'NETSUITE_TOKEN_ID',
  tokenSecret: 'NETSUITE_TOKEN_SECRET',
  clientId: 'NETSUITE_CLIENT_ID',
  clientSecret: 'NETSUITE_CLIENT_SECRET',
  loginFile: 'NETSUITE_LOGIN_FILE',
  certificateId: 'NETSUITE_CERTIFICATE_ID',
  privateKey: 'NETSUITE_PRIVATE_KEY',
  privateKeyFile: 'NETSUITE_PRIVATE_KEY_FILE',
  algorithm: 'NETSUITE_ALGORITHM',
  scopes: 'NETSUITE_SCOPES',
  scopeForm: 'NETSUITE_SCOPE_FORM',
  audience: 'NETSUITE_AUDIENCE',
  accessToken: 'NETSUITE_ACCESS_TOKEN',
} as const;

export type AuthField = keyof typeof authVariables;

export function environmentSource(environment: Environment): SettingSource {
  return {
    nameOf: (field) => authVariables[field],
    valueOf: (field) => trimmed(environment[authVariables[field]]),
  };
}

export function optionsSource(options: object): SettingSource {
  const fields = new Map(Object.entries(options));
  return {
    nameOf: (field) => `auth.${field}`,
    valueOf(field) {
      const value: unknown = fields.get(field);
      return trimmed(Array.isArray(value) ? value.join(',') : value);
    },
  };
}

export function trimmed(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Reads a field that has to be there and has to fit into a header; notes a problem and gives '' where it does not. */
export function requiredCredential(
  source: SettingSource,
  field: AuthField,
  method: AuthMethod,
  problems: ConfigurationProblem[],
): string {
  const setting = source.nameOf(field);
  const value = source.valueOf(field);
  if (value === undefined) {
    problems.push({ setting, method, problem: 'missing' });
    return '';
  }
  if (!/^[\x21-\x7e]+$/.test(value)) {
    problems.push({
      setting,
      method,
      problem: 'holds blanks or characters that no credential has; copy it again',
    });
  }
  return value;
}
