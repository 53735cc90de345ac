import { ConfigurationError } from '../errors/configuration-error.js';
import { AuthenticationError } from '../errors/response-error.js';
import type { Clock } from '../transport/clock.js';
import type { LoginTokens } from './login-tokens.js';
import { isStoredToken, type RefreshToken, type TokenStore } from './token-store.js';

/** The place of one login. */
export interface LoginPlace {
  readonly tokens: TokenStore;
  readonly name: string;
}

export interface LoginRenewal {
  readonly place: LoginPlace;
  readonly clock: Clock;
  /** The name of the setting that says where logins are. */
  readonly setting: string;
  readonly exchange: (refreshToken: RefreshToken) => Promise<LoginTokens>;
}

/** How often, and after which milliseconds, a successor is looked for. */
const glancesMs = [0, 200, 400, 800];

/** What a person's login left; null where nobody has signed in. */
export async function readLogin({ tokens, name }: LoginPlace): Promise<LoginTokens | null> {
  const found: unknown = await tokens.read(name);
  if (!isStoredToken(found) || found.refreshToken === undefined) return null;
  return { ...found, refreshToken: found.refreshToken };
}

/**
 * Exchanges the stored refresh token, and stores what comes before anybody uses it: a process that dies in between
 * would take the only refresh token with it.
 *
 * @throws {ConfigurationError} Nobody has signed in.
 * @throws {AuthenticationError} The login has ended.
 */
export async function renewLogin({ place, clock, setting, exchange }: LoginRenewal): Promise<LoginTokens> {
  const login = await readLogin(place);
  if (login === null) {
    const problem = 'holds no login for this account and client; sign in: npx suitewright login';
    throw new ConfigurationError([{ setting, method: 'authorization-code', problem }]);
  }
  try {
    const renewed = await exchange(login.refreshToken);
    await place.tokens.write(place.name, renewed);
    return renewed;
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    const successor = await successorOf(login, place, clock);
    if (successor !== null) return successor;
    throw error;
  }
}

/** A refresh token may be good for one time, and another process may just have used it: then its tokens will do. */
async function successorOf(login: LoginTokens, place: LoginPlace, clock: Clock): Promise<LoginTokens | null> {
  for (const delayMs of glancesMs) {
    if (delayMs > 0) await clock.sleep(delayMs);
    const found = await readLogin(place);
    if (found !== null && found.value !== login.value && found.expiresAtMs > clock.now()) return found;
  }
  return null;
}
