import { ConfigurationError } from '../errors/configuration-error.js';
import { AuthenticationError } from '../errors/response-error.js';
import type { Clock, SteadyClock } from '../transport/clock.js';
import type { LoginTokens } from './login-tokens.js';
import { isStoredToken, type RefreshToken, type TokenStore } from './token-store.js';

/** The place of one login. */
export interface LoginPlace {
  readonly tokens: Required<TokenStore>;
  readonly name: string;
}

/** Renews a person's login, and keeps it in memory where it cannot be stored. */
export interface LoginKeeper {
  /**
   * Exchanges the refresh token, and stores what comes before anybody uses it: a process that dies in between would
   * take the only refresh token with it. A store that fails then is asked again; the tokens are good meanwhile.
   *
   * @throws {ConfigurationError} Nobody has signed in.
   * @throws {AuthenticationError} The login has ended.
   * @throws {StoreFailedError} The login cannot be read.
   */
  renew(): Promise<LoginTokens>;
  /** Stores what could not be stored before; fails silently, because the store's failure has been told. */
  save(): Promise<void>;
  /** The same, but not more often than every second, and without waiting. */
  saveSoon(): void;
}

export interface LoginKeeping {
  readonly place: LoginPlace;
  readonly clock: SteadyClock;
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

const savedAgainMs = 1000;

export function createLoginKeeper({ place, clock, setting, exchange }: LoginKeeping): LoginKeeper {
  let unsaved: LoginTokens | null = null;
  /** The access token that the store held when this keeper last read or wrote it. */
  let storedValue: string | null = null;
  let saving: Promise<void> | null = null;
  let triedAtMs = Number.NEGATIVE_INFINITY;

  /** Whether the store holds something else than it did: somebody has signed in again, or another process has renewed. */
  const isChanged = (stored: LoginTokens | null): boolean => stored !== null && stored.value !== storedValue;

  async function write(tokens: LoginTokens): Promise<void> {
    if (!isChanged(await readLogin(place))) {
      await place.tokens.write(place.name, tokens);
      storedValue = tokens.value;
    }
    if (unsaved === tokens) unsaved = null;
  }

  function save(): Promise<void> {
    if (unsaved === null) return Promise.resolve();
    triedAtMs = clock.elapsed();
    saving ??= write(unsaved)
      .catch(() => {})
      .finally(() => {
        saving = null;
      });
    return saving;
  }

  async function currentLogin(): Promise<LoginTokens> {
    let stored: LoginTokens | null = null;
    try {
      stored = await readLogin(place);
      if (unsaved === null || isChanged(stored)) {
        unsaved = null;
        storedValue = stored?.value ?? null;
      }
    } catch (error) {
      if (unsaved === null) throw error;
    }
    const login = unsaved ?? stored;
    if (login !== null) return login;
    const problem = 'holds no login for this account and client; sign in: npx suitewright login';
    throw new ConfigurationError([{ setting, method: 'authorization-code', problem }]);
  }

  return {
    async renew() {
      const login = await currentLogin();
      try {
        const renewed = await exchange(login.refreshToken);
        unsaved = renewed;
        await saving;
        await save();
        return renewed;
      } catch (error) {
        if (!(error instanceof AuthenticationError)) throw error;
        const successor = await successorOf(login, place, clock);
        if (successor !== null) return successor;
        throw error;
      }
    },
    save,
    saveSoon() {
      if (clock.elapsed() - triedAtMs >= savedAgainMs) save();
    },
  };
}

/** A refresh token may be good for one time, and another process may just have used it: then its tokens will do. */
async function successorOf(login: LoginTokens, place: LoginPlace, clock: Clock): Promise<LoginTokens | null> {
  for (const delayMs of glancesMs) {
    if (delayMs > 0) await clock.sleep(delayMs);
    const found = await readLogin(place).catch(() => null);
    if (found !== null && found.value !== login.value && found.expiresAtMs > clock.now()) return found;
  }
  return null;
}
