import { changeTokenFile, readTokenFile } from './token-file.js';

/** An access token and the moments between which it is good, in milliseconds since 1970. */
export interface StoredToken {
  readonly value: string;
  readonly fetchedAtMs: number;
  readonly expiresAtMs: number;
  /** Of a person's login: what the next access token is had for. */
  readonly refreshToken?: RefreshToken;
}

/** What renews a person's login until it expires, in milliseconds since 1970. */
export interface RefreshToken {
  readonly value: string;
  readonly expiresAtMs: number;
}

/**
 * Where access tokens are kept between processes, so that short-lived ones do not fetch one each. A store that fails is
 * passed over: then a token is fetched. A person's login is had from it alone: there its failure is the request's.
 */
export interface TokenStore {
  /** @param name Tells accounts and credentials apart; it holds no secret. */
  read(name: string): Promise<StoredToken | null>;
  write(name: string, token: StoredToken): Promise<void>;
  /** Forgets a token, as `suitewright logout` does. A store without it keeps a login that was revoked. */
  remove?(name: string): Promise<void>;
}

/**
 * Keeps access tokens, and the logins of persons, in a file that only its owner can read (mode 0600, in a folder of mode
 * 0700 where it has to be made; on Windows by the folder's permissions). Any number of processes may share it.
 *
 * Its functions throw a StoreFailedError where the file cannot be read or written, or holds something else. It is left
 * as it is then.
 */
export function fileTokenStore(path: string): TokenStore {
  return {
    async read(name) {
      const tokens = await readTokenFile(path, 'read');
      // Whoever reads a token checks it.
      return Object.hasOwn(tokens, name) ? ((tokens[name] ?? null) as StoredToken | null) : null;
    },
    write: (name, token) => changeTokenFile(path, 'write', (tokens) => ({ ...tokens, [name]: token })),
    remove: (name) =>
      changeTokenFile(path, 'remove', (tokens) => {
        const { [name]: removed, ...others } = tokens;
        if (Object.keys(others).length === 0) return null;
        return removed === undefined ? tokens : others;
      }),
  };
}

/** What a Date can hold. */
const latestDateMs = 8.64e15;

/** Whether a store gave what it promises to. */
export function isStoredToken(candidate: unknown): candidate is StoredToken {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { value, fetchedAtMs, expiresAtMs, refreshToken } = candidate as Partial<
    Record<keyof StoredToken, unknown>
  >;
  return (
    isTokenValue(value) &&
    isMoment(fetchedAtMs) &&
    isMoment(expiresAtMs) &&
    (refreshToken === undefined || isRefreshToken(refreshToken))
  );
}

function isRefreshToken(candidate: unknown): candidate is RefreshToken {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { value, expiresAtMs } = candidate as Partial<Record<keyof RefreshToken, unknown>>;
  return isTokenValue(value) && isMoment(expiresAtMs);
}

function isTokenValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= latestDateMs;
}
