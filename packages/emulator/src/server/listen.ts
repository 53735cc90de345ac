import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

export interface ListenOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** @param bindings Node's own request and response, for what needs the socket. */
  readonly handle: (request: Request, bindings: object) => Response | Promise<Response>;
  /** Called for each connection; what it returns, when the connection is closed. */
  readonly connect: () => () => void;
}

export interface Listener {
  readonly port: number;
  /** Ends open connections as well. */
  readonly close: () => Promise<void>;
}

/** How long a client may take to send the headers of a request, and all of it. */
const headersTimeoutMs = 20_000;
const requestTimeoutMs = 120_000;

/**
 * Serves requests over HTTP.
 *
 * @throws {Error} Node's own, with its `code` (EADDRINUSE, EACCES …): the host or port cannot be had.
 */
export async function listen({ host, port, handle, connect }: ListenOptions): Promise<Listener> {
  // Without options of its own the adaptor makes a plain HTTP/1.1 server.
  const server = createAdaptorServer({ fetch: handle }) as Server;
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.on('connection', (socket) => socket.once('close', connect()));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
