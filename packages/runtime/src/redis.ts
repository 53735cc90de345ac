import type { StoredToken, TokenStore } from './auth/token-store.js';
import { StoreFailedError } from './errors/store-failed-error.js';
import type { LeaseStore } from './transport/shared-limit.js';

/** A connected client of ioredis or of node-redis (4 and later). Its user opens and closes it. */
export interface RedisClient {
  eval(...command: never[]): Promise<unknown>;
}

type Evaluate = (
  script: string,
  keys: readonly string[],
  values: readonly (string | number)[],
) => Promise<unknown>;

/** Leases by their end, as Redis' own clock has it: the clocks of the processes do not matter. */
const acquireScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[3]) * 2)
return 1`;

/**
 * Shares the account's concurrency limit between processes: `sharedLimit: { store: redisLeaseStore(client) }`.
 *
 * @param prefix Of the keys in Redis. Default `suitewright:`.
 */
export function redisLeaseStore(client: RedisClient, prefix: string = 'suitewright:'): LeaseStore {
  const evaluate = evaluatorOf(client);
  const keyOf = (group: string): string => `${prefix}leases:${group}`;
  return {
    async acquire({ group, id, limit, durationMs }) {
      return Number(await evaluate(acquireScript, [keyOf(group)], [id, limit, durationMs])) === 1;
    },
    async release({ group, id }) {
      await evaluate(`return redis.call('ZREM', KEYS[1], ARGV[1])`, [keyOf(group)], [id]);
    },
  };
}

/**
 * Keeps access tokens in Redis, so that processes share them. Whoever reads this Redis can use them while they last.
 *
 * @param prefix Of the keys in Redis. Default `suitewright:`.
 */
export function redisTokenStore(client: RedisClient, prefix: string = 'suitewright:'): TokenStore {
  const evaluate = evaluatorOf(client);
  const keyOf = (name: string): string => `${prefix}token:${name}`;
  return {
    async read(name) {
      const text = await evaluate(`return redis.call('GET', KEYS[1])`, [keyOf(name)], []);
      return typeof text === 'string' ? parsedToken(text) : null;
    },
    async write(name, token) {
      const endMs = Math.max(token.expiresAtMs, token.refreshToken?.expiresAtMs ?? 0);
      const lifetimeMs = Math.max(1, Math.round(endMs - token.fetchedAtMs));
      const script = `return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;
      await evaluate(script, [keyOf(name)], [JSON.stringify(token), lifetimeMs]);
    },
    async remove(name) {
      await evaluate(`return redis.call('DEL', KEYS[1])`, [keyOf(name)], []);
    },
  };
}

function parsedToken(text: string): StoredToken {
  try {
    // Whoever reads a token checks it.
    return JSON.parse(text) as StoredToken;
  } catch {
    // JSON's own error quotes what it was given.
    const message =
      'Redis holds something else than a token under its name. Remove that key, or use another prefix.';
    throw new StoreFailedError(message, { store: 'token', operation: 'read' });
  }
}

function evaluatorOf(client: RedisClient): Evaluate {
  // The two libraries take the same command in different forms; only node-redis says whether it `isOpen`.
  const run = client.eval.bind(client) as (...command: readonly unknown[]) => Promise<unknown>;
  if ('isOpen' in client) {
    return (script, keys, values) => run(script, { keys: [...keys], arguments: values.map(String) });
  }
  return (script, keys, values) => run(script, keys.length, ...keys, ...values);
}
