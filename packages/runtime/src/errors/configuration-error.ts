import { NetSuiteError } from './netsuite-error.js';

/** The methods of signing in, by the names that `NETSUITE_AUTH_TYPE` takes. */
export type AuthMethod = 'tba' | 'oauth2' | 'bearer' | 'authorization-code';

/** One setting that is missing or wrong. */
export interface ConfigurationProblem {
  /** The environment variable, or the path into the options object, that the setting was read from. */
  readonly setting: string;
  /** The method that needs the setting; null when every method does. */
  readonly method: AuthMethod | null;
  /** What is wrong and how to put it right. Never the value. */
  readonly problem: string;
}

const methodTitles: Readonly<Record<AuthMethod, string>> = {
  tba: 'token-based authentication (tba)',
  oauth2: 'OAuth 2.0 client credentials (oauth2)',
  bearer: 'a bearer token (bearer)',
  'authorization-code': "a person's login (authorization-code)",
};

/** Settings are missing, malformed or contradictory. Lists all of them, so that one round puts it right. */
export class ConfigurationError extends NetSuiteError {
  override readonly name = 'ConfigurationError';
  override readonly code = 'NETSUITE_CONFIGURATION';
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    const lines = problems.map(({ setting, method, problem }) => {
      const reader = method === null ? '' : ` [read for ${methodTitles[method]}]`;
      return `  - ${setting}: ${problem}${reader}`;
    });
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The NetSuite connection is not configured: ${count}. Nothing was sent.\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
