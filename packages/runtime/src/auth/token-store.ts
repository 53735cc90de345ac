import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

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
 * Keeps access tokens, and the logins of persons, in a file that only its owner can read (mode 0600; on Windows by the
 * folder's permissions).
 */
export function fileTokenStore(path: string): TokenStore {
  async function readTokens(): Promise<Record<string, StoredToken>> {
    try {
      const content: unknown = JSON.parse(await readFile(path, 'utf8'));
      // Written by this function alone; each token is checked when it is read.
      return typeof content === 'object' && content !== null ? (content as Record<string, StoredToken>) : {};
    } catch {
      return {};
    }
  }
  async function replaceTokens(tokens: Readonly<Record<string, StoredToken>>): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    // Written beside and renamed, so that no process ever reads half of it.
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(tokens), { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  }
  return {
    async read(name) {
      const known = await readTokens();
      return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
    },
    async write(name, token) {
      await replaceTokens({ ...(await readTokens()), [name]: token });
    },
    async remove(name) {
      const { [name]: removed, ...others } = await readTokens();
      if (Object.keys(others).length === 0) await rm(path, { force: true });
      else if (removed !== undefined) await replaceTokens(others);
    },
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
    typeof fetchedAtMs === 'number' &&
    isExpiry(expiresAtMs) &&
    (refreshToken === undefined || isRefreshToken(refreshToken))
  );
}

function isRefreshToken(candidate: unknown): candidate is RefreshToken {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { value, expiresAtMs } = candidate as Partial<Record<keyof RefreshToken, unknown>>;
  return isTokenValue(value) && isExpiry(expiresAtMs);
}

function isTokenValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function isExpiry(value: unknown): value is number {
  return typeof value === 'number' && value <= latestDateMs;
}
