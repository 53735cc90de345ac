import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@suitewright/emulator';
import {
  createConnection,
  fileTokenStore,
  redisTokenStore,
  type StoredToken,
  type TokenStore,
} from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectRedis, hasRedis, startRedis } from '../redis-server.js';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let folder: string;
beforeAll(async () => {
  emulator = await startEmulator({ rows: 100 });
  folder = await mkdtemp(join(tmpdir(), 'suitewright-tokens-'));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

const statement = { text: 'SELECT id FROM subsidiary', parameters: [] };

/** How many tokens four connections fetch that come one after the other, as short-lived processes do. */
async function tokensFetched(tokenStore: TokenStore): Promise<number> {
  const before = emulator.requests.byService.token;
  for (let process = 0; process < 4; process += 1) {
    await using connection = createConnection({ environment: emulator.environment('oauth2'), tokenStore });
    await connection.suiteql.all(statement);
  }
  return emulator.requests.byService.token - before;
}

test('connections that come one after the other use one token from a file that only its owner reads', async () => {
  const path = join(folder, 'deep', 'tokens.json');
  expect(await tokensFetched(fileTokenStore(path))).toBe(1);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  // Nothing is left beside it, and no name in it says who signed in.
  expect(await readdir(join(folder, 'deep'))).toEqual(['tokens.json']);
  const names = Object.keys(JSON.parse(await readFile(path, 'utf8')));
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

test.each<[string, StoredToken | null | 'fails']>([
  ['has nothing', null],
  ['fails', 'fails'],
  ['has something else', { value: 'two words', fetchedAtMs: 0, expiresAtMs: 9e15 }],
  ['has a token that is over', { value: 'old', fetchedAtMs: 0, expiresAtMs: 1 }],
  ['has a token that NetSuite refuses', { value: 'bad', fetchedAtMs: Date.now(), expiresAtMs: 8e15 }],
])('a token is fetched where the store %s', async (_, content) => {
  const answer = async (): Promise<StoredToken | null> => {
    if (content === 'fails') throw new Error('out of order');
    return content;
  };
  const written: StoredToken[] = [];
  const store: TokenStore = {
    read: answer,
    write: async (__, token) => {
      written.push(token);
      await answer();
    },
  };
  const before = emulator.requests.byService.token;
  await using connection = createConnection({
    environment: emulator.environment('oauth2'),
    tokenStore: store,
  });
  await connection.suiteql.all(statement);
  expect(emulator.requests.byService.token - before).toBe(1);
  expect(written).toHaveLength(1);
});

describe.skipIf(!hasRedis)('with Redis (skipped where the machine has none)', () => {
  test('processes share a token in Redis, through clients of both libraries', async () => {
    await using redis = await startRedis();
    const client = await connectRedis(redis.port);
    // node-redis takes the same command in another form.
    const nodeRedis = {
      isOpen: true,
      eval: (script: string, { keys, arguments: values }: { keys: string[]; arguments: string[] }) =>
        client.eval(script, keys.length, ...keys, ...values),
    };
    expect(await tokensFetched(redisTokenStore(client))).toBe(1);
    expect(await tokensFetched(redisTokenStore(nodeRedis))).toBe(0);
    client.close();
  });
});
