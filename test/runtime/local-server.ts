import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Connection, type ConnectionOptions, createConnection } from '@suitewright/runtime';

/** A request as it came in over the socket. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface LocalServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
}

export type Handler = (request: ReceivedRequest, response: ServerResponse, index: number) => unknown;

/** A real HTTP server that answers as the test says. `index` counts requests from 0. */
export async function startServer(handler: Handler): Promise<LocalServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(pieces).toString('utf8') };
    requests.push(request);
    await handler(request, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An HTTP server's address is an AddressInfo unless it listens on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** A NetSuite error body with one detail. */
export function errorBody(status: number, errorCode: string, detail: string, more: object = {}): object {
  const type = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1';
  return {
    type,
    title: 'Error',
    status,
    'o:errorDetails': [{ detail, 'o:errorCode': errorCode, ...more }],
  };
}

/** A clock on which sleeping takes no time; it notes how long it was asked to. */
export interface TestClock {
  readonly sleeps: number[];
  advance(milliseconds: number): void;
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export function testClock(startMs: number = Date.parse('2026-03-12T08:57:09Z')): TestClock {
  let nowMs = startMs;
  const sleeps: number[] = [];
  return {
    sleeps,
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
    now: () => nowMs,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      nowMs += milliseconds;
    },
  };
}

export const bearer = { method: 'bearer', accessToken: 'canary-access-token' } as const;

/** A connection to the server that reads nothing from the environment of the test run. */
export function connectTo(server: LocalServer, options: ConnectionOptions = {}): Connection {
  return createConnection({
    account: '1234567_SB1',
    baseUrl: server.url,
    auth: bearer,
    environment: {},
    ...options,
  });
}
