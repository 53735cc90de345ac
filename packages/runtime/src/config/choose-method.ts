import type { AuthMethod, ConfigurationProblem } from '../errors/configuration-error.js';
import {
  type AuthField,
  authVariables,
  type Environment,
  environmentSource,
  trimmed,
} from './setting-source.js';

/** A person's login needs no more than a client id, which others have too: it has to be asked for. */
type GuessedMethod = Exclude<AuthMethod, 'authorization-code'>;

/** For each method, the fields that it cannot do without; of an inner list, one is enough. */
const neededFields: Readonly<Record<GuessedMethod, readonly (readonly AuthField[])[]>> = {
  tba: [['consumerKey'], ['consumerSecret'], ['tokenId'], ['tokenSecret']],
  oauth2: [['clientId'], ['certificateId'], ['privateKey', 'privateKeyFile']],
  bearer: [['accessToken']],
};

const guessedMethods: readonly GuessedMethod[] = ['tba', 'oauth2', 'bearer'];
const methods: readonly AuthMethod[] = [...guessedMethods, 'authorization-code'];

/**
 * Which method the environment means: the one that `NETSUITE_AUTH_TYPE` names, else the only one whose variables are
 * all there, else the only one of which there are any. Null, with a problem, where that leaves a choice.
 */
export function chooseMethod(environment: Environment, problems: ConfigurationProblem[]): AuthMethod | null {
  const asked = trimmed(environment.NETSUITE_AUTH_TYPE)?.toLowerCase();
  if (asked !== undefined) {
    const method = methods.find((known) => known === asked);
    if (method !== undefined) return method;
    problems.push({ setting: 'NETSUITE_AUTH_TYPE', method: null, problem: `must be ${methods.join(', ')}` });
    return null;
  }
  const complete = guessedMethods.filter((method) => missingVariables(method, environment).length === 0);
  if (complete.length === 1) return complete[0] ?? null;
  const begun = guessedMethods.filter(
    (method) => missingVariables(method, environment).length < neededFields[method].length,
  );
  if (complete.length === 0 && begun.length === 1) return begun[0] ?? null;
  problems.push(undecided(complete, begun, environment));
  return null;
}

function undecided(
  complete: readonly GuessedMethod[],
  begun: readonly GuessedMethod[],
  environment: Environment,
): ConfigurationProblem {
  const setting = 'NETSUITE_AUTH_TYPE';
  if (complete.length > 1) {
    return {
      setting,
      method: null,
      problem: `the variables of ${complete.join(' and ')} are all set; say which to use`,
    };
  }
  const open = begun.length > 0 ? begun : guessedMethods;
  const lists = open.map(
    (method) => `${method} still needs ${missingVariables(method, environment).join(', ')}`,
  );
  return { setting, method: null, problem: `no method has all of its variables: ${lists.join('; ')}` };
}

function missingVariables(method: GuessedMethod, environment: Environment): readonly string[] {
  const source = environmentSource(environment);
  return neededFields[method]
    .filter((alternatives) => alternatives.every((field) => source.valueOf(field) === undefined))
    .map((alternatives) => alternatives.map((field) => authVariables[field]).join(' or '));
}
