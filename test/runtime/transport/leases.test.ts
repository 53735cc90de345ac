import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '@suitewright/emulator';
import { type LeaseStore, redisLeaseStore } from '@suitewright/runtime';
import { describe, expect, test } from 'vitest';
import { answerJson, connectTo, startServer } from '../local-server.js';
import { connectRedis, hasRedis, startRedis } from '../redis-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;

test('connections that share a limit keep it together, through any store of two functions', async () => {
  const out = new Set<string>();
  const store: LeaseStore = {
    async acquire({ id, limit }) {
      if (!out.has(id) && out.size >= limit) return false;
      out.add(id);
      return true;
    },
    async release({ id }) {
      out.delete(id);
    },
  };
  let running = 0;
  let most = 0;
  await using server = await startServer(async (_, response) => {
    running += 1;
    most = Math.max(most, running);
    await delay(10);
    running -= 1;
    answerJson(response, 200, {});
  });
  await using one = connectTo(server, { concurrency: 3, sharedLimit: { store } });
  await using other = connectTo(server, { concurrency: 3, sharedLimit: { store } });
  await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 ? one : other).request(get)));
  expect(most).toBe(3);
  expect(out.size).toBe(0);
  expect(server.requests).toHaveLength(30);
});

describe.skipIf(!hasRedis)('with Redis (skipped where the machine has none)', () => {
  test('a lease is taken, kept by being taken again, given back, and ends by itself', async () => {
    await using redis = await startRedis();
    const client = await connectRedis(redis.port);
    const store = redisLeaseStore(client);
    const lease = (id: string): { group: string; id: string; limit: number; durationMs: number } => ({
      ...{ group: 'TSTDRV1', id, limit: 2, durationMs: 400 },
    });
    expect(await store.acquire(lease('a'))).toBe(true);
    expect(await store.acquire(lease('b'))).toBe(true);
    expect(await store.acquire(lease('c'))).toBe(false);
    expect(await store.acquire({ ...lease('c'), group: 'TSTDRV2' })).toBe(true);
    await store.release(lease('a'));
    expect(await store.acquire(lease('c'))).toBe(true);
    for (let beat = 0; beat < 4; beat += 1) {
      await delay(150);
      expect(await store.acquire(lease('c'))).toBe(true);
    }
    // By now the lease of b is over, and that of c is not.
    expect(await store.acquire(lease('d'))).toBe(true);
    expect(await store.acquire(lease('e'))).toBe(false);
    client.close();
  });

  // Longer where the environment says so: `SUITEWRIGHT_LEASE_SECONDS=600`.
  const seconds = Number(process.env.SUITEWRIGHT_LEASE_SECONDS ?? 8);

  test('four processes keep the limit of the account together, though one of them is killed again and again', {
    timeout: (seconds + 180) * 1000,
  }, async () => {
    const killEverySeconds = seconds > 60 ? 20 : 2;
    // So long that the share in use says how leases pass on, not how busy the machine is.
    const latencyMs = 400;
    await using redis = await startRedis();
    // Counts what is under way itself; what is over the limit would be refused, and seen in its counts.
    const emulator = await startEmulator({ rows: 100, concurrency: 5, latencyMs });
    const program = fileURLToPath(new URL('lease-holder.ts', import.meta.url));
    const start = async (): Promise<ReturnType<typeof fork>> => {
      const holder = fork(program, [String(redis.port)], {
        env: { ...process.env, ...emulator.environment('tba') },
        execArgv: ['--import', 'tsx', '--conditions=@suitewright/source'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      await once(holder, 'message');
      return holder;
    };
    const processes = await Promise.all(Array.from({ length: 4 }, start));
    while (emulator.requests.byService.suiteql < 20) await delay(20);
    await delay(1500);
    let looks = 0;
    let seenInFlight = 0;
    const look = setInterval(() => {
      looks += 1;
      seenInFlight += emulator.requests.inFlight;
    }, 7);
    for (let passed = killEverySeconds; passed <= seconds; passed += killEverySeconds) {
      await delay(killEverySeconds * 1000);
      const victim = processes.shift();
      victim?.kill('SIGKILL');
      processes.push(await start());
    }
    clearInterval(look);
    for (const each of processes) {
      each.kill('SIGKILL');
      await once(each, 'exit');
    }
    const { overLimit, peakInFlight } = emulator.requests;
    await emulator.close();
    const used = seenInFlight / looks / 5;
    expect(overLimit).toBe(0);
    expect(peakInFlight).toBeLessThanOrEqual(5);
    // Killed as often as here, a good part is lost with the leases of the dead.
    expect(used).toBeGreaterThan(0.4);
    if (process.env.SUITEWRIGHT_LEASE_SECONDS !== undefined) {
      process.stderr.write(`leases: ${used} of the limit used in ${seconds} s\n`);
    }
  });
});
