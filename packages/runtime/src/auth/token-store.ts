import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An access token and the moments between which it is good, in milliseconds since 1970. */
export interface StoredToken {
  readonly value: string;
  readonly fetchedAtMs: number;
  readonly expiresAtMs: number;
}

/**
 * Where access tokens are kept between processes, so that short-lived ones do not fetch one each. A store that fails is
 * passed over: then a token is fetched.
 */
export interface TokenStore {
  /** @param name Tells accounts and credentials apart; it holds no secret. */
  read(name: string): Promise<StoredToken | null>;
  write(name: string, token: StoredToken): Promise<void>;
}

/** Keeps access tokens in a file that only its owner can read (mode 0600; on Windows by the folder's permissions). */
export function fileTokenStore(path: string): TokenStore {
  async function tokens(): Promise<Record<string, StoredToken>> {
    try {
      const content: unknown = JSON.parse(await readFile(path, 'utf8'));
      // Written by this function alone; each token is checked when it is read.
      return typeof content === 'object' && content !== null ? (content as Record<string, StoredToken>) : {};
    } catch {
      return {};
    }
  }
  return {
    async read(name) {
      const known = await tokens();
      return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
    },
    async write(name, token) {
      await mkdir(dirname(path), { recursive: true });
      // Written beside and renamed, so that no process ever reads half of it.
      const draft = `${path}.${randomUUID()}`;
      const content = JSON.stringify({ ...(await tokens()), [name]: token });
      await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
      await rename(draft, path);
    },
  };
}

/** What a Date can hold. */
const latestDateMs = 8.64e15;

/** Whether a store gave what it promises to. */
export function isStoredToken(candidate: unknown): candidate is StoredToken {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { value, fetchedAtMs, expiresAtMs } = candidate as Partial<Record<keyof StoredToken, unknown>>;
  return (
    typeof value === 'string' &&
    /^[\x21-\x7e]+$/.test(value) &&
    typeof fetchedAtMs === 'number' &&
    typeof expiresAtMs === 'number' &&
    expiresAtMs <= latestDateMs
  );
}
