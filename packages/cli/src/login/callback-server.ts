import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LoginFailedError } from '@suitewright/runtime';
import { CommandError } from '../command-error.js';

/** Where the browser comes back to: on this machine alone. */
export interface CallbackServer extends AsyncDisposable {
  readonly port: number;
  /**
   * Waits until the browser comes back and the address has been completed. An address with another state is turned away,
   * and the wait goes on: any page can send a browser here.
   */
  answer<Result>(complete: (callback: URL) => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/**
 * Starts to listen.
 *
 * @throws {CommandError} The port is in use.
 */
export async function startCallbackServer(port: number): Promise<CallbackServer> {
  const server = createServer();
  await listen(server, port);
  // It listens on a port, not on a pipe.
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    answer: (complete, signal) => answerOf(server, complete, signal),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answerOf<Result>(
  server: Server,
  complete: (callback: URL) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    server.on('request', async (request, response) => {
      const callback = addressOf(request.url ?? '');
      if (request.method !== 'GET' || callback?.pathname !== '/callback') {
        return respond(response, 404, 'There is nothing here.');
      }
      try {
        const result = await complete(callback);
        await respond(response, 200, 'You are signed in. Close this page and go back to the terminal.');
        resolve(result);
      } catch (error) {
        await respond(response, 400, 'This did not sign you in. The terminal says more.');
        if (!(error instanceof LoginFailedError && error.reason === 'state')) reject(error);
      }
    });
  });
}

/** Null: it is no path on this machine, such as `//` with a stranger's host behind it. */
function addressOf(target: string): URL | null {
  const address = `http://127.0.0.1${target}`;
  return /^\/(?!\/)/.test(target) && URL.canParse(address) ? new URL(address) : null;
}

/** Resolves when the answer is out, or the browser has left. */
function respond(response: ServerResponse, status: number, text: string): Promise<void> {
  // The address of this page has the code in it: it is told to nobody.
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  return new Promise((resolve) => {
    response.once('close', resolve).end(`${text}\n`);
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken
          ? new CommandError(
              `Port ${port} is in use. Choose another with --port, and add its redirect URI to the integration record.`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
