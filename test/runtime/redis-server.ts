import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Whether this machine has Redis. Tests that need it are skipped, by name, where it has not. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface LocalRedis extends AsyncDisposable {
  readonly port: number;
}

/** A Redis of its own for a test, without files. */
export async function startRedis(): Promise<LocalRedis> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server: ChildProcess = spawn('redis-server', options, { stdio: 'ignore' });
  for (let attempt = 0; ; attempt += 1) {
    try {
      const client = await connectRedis(port);
      client.close();
      break;
    } catch (error) {
      if (attempt > 100) throw error;
      await delay(50);
    }
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    },
  };
}

/** A client of Redis with the form of ioredis, as far as scripts need it. */
export interface TestRedis {
  eval(script: string, keyCount: number, ...rest: (string | number)[]): Promise<unknown>;
  close(): void;
}

/** Connects to Redis. It speaks just enough of the protocol for scripts: texts, numbers, nothing. */
export async function connectRedis(port: number): Promise<TestRedis> {
  const socket: Socket = createConnection({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  const waiting: { resolve(value: unknown): void; reject(error: Error): void }[] = [];
  let received = '';
  socket.setEncoding('utf8');
  socket.on('data', (piece: string) => {
    received += piece;
    for (;;) {
      const reply = readReply(received);
      if (reply === null) return;
      received = received.slice(reply.length);
      const next = waiting.shift();
      if (reply.value instanceof Error) next?.reject(reply.value);
      else next?.resolve(reply.value);
    }
  });
  return {
    eval(script, keyCount, ...rest) {
      const words = ['EVAL', script, keyCount, ...rest].map(String);
      const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
      socket.write(`*${words.length}\r\n${parts.join('')}`);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    close: () => socket.destroy(),
  };
}

function readReply(text: string): { readonly value: unknown; readonly length: number } | null {
  const end = text.indexOf('\r\n');
  if (end === -1) return null;
  const line = text.slice(1, end);
  const length = end + 2;
  if (text.startsWith(':')) return { value: Number(line), length };
  if (text.startsWith('+')) return { value: line, length };
  if (text.startsWith('-')) return { value: new Error(line), length };
  if (line === '-1') return { value: null, length };
  const bytes = Number(line);
  if (text.length < length + bytes + 2) return null;
  return { value: text.slice(length, length + bytes), length: length + bytes + 2 };
}
