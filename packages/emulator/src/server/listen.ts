import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

export interface ListenOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly handle: (request: Request) => Response | Promise<Response>;
}

export interface Listener {
  readonly port: number;
  /** Ends open connections as well. */
  readonly close: () => Promise<void>;
}

/**
 * Serves requests over HTTP.
 *
 * @throws {Error} The host or port cannot be had: taken, forbidden, or not of this machine.
 */
export async function listen({ host, port, handle }: ListenOptions): Promise<Listener> {
  // Without options of its own the adaptor makes a plain HTTP/1.1 server.
  const server = createAdaptorServer({ fetch: handle }) as Server;
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: Error): void => reject(new Error(unavailable(host, port, cause), { cause }));
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
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

function unavailable(host: string, port: number, cause: Error): string {
  return `The emulator cannot listen on ${host}:${port} (${cause.message}). Give another port, or 0 for any free one.`;
}
