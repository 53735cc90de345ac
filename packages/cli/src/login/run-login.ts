import { type Login, openLogin } from '@suitewright/runtime';
import { CommandError } from '../command-error.js';
import { withEnvironment } from '../settings/read-environment.js';
import { isWatched, printNote } from '../terminal/print.js';
import { type CallbackServer, startCallbackServer } from './callback-server.js';
import { openBrowser } from './open-browser.js';
import { pastedAddress } from './pasted-address.js';

export interface LoginRun {
  readonly port: number;
  /** Undefined: on this machine. */
  readonly redirectUri: string | undefined;
  readonly opensBrowser: boolean;
  readonly envFile: string | undefined;
}

/** How long a person may take. */
const patienceMs = 10 * 60 * 1000;

/** Sends a person to NetSuite, waits until the browser comes back, and stores the login. */
export async function runLogin({ port, redirectUri, opensBrowser, envFile }: LoginRun): Promise<void> {
  const { login: opened, authType } = await withEnvironment(envFile, (environment) => ({
    login: openLogin({ environment }),
    authType: environment.NETSUITE_AUTH_TYPE,
  }));
  await using login = opened;
  await using server = await startCallbackServer(port);
  const callback = redirectUri ?? defaultRedirectUri(login, server);
  const attempt = login.begin(callback);
  const comesByItself = callback.startsWith('http://');

  printNote(`Sign in to ${login.account} in the browser:\n\n${attempt.url}\n`);
  if (!comesByItself) {
    printNote(
      'When the browser has left NetSuite, copy the address that it shows, paste it here, and press Enter.',
    );
  }
  if (opensBrowser && isWatched()) openBrowser(attempt.url);

  using waiting = startWaiting();
  const { signal } = waiting;
  const answers = comesByItself
    ? [server.answer(attempt.complete, signal)]
    : [server.answer(attempt.complete, signal), pastedAddress(signal).then(attempt.complete)];
  const { role, endsAt } = await Promise.race(answers);

  printNote(
    `Signed in to ${login.account}${role === null ? '' : ` with role ${role}`}; kept in ${login.file}.`,
  );
  printNote(`The login ends when it is not used until ${endsAt}. suitewright logout ends it at once.`);
  if (authType?.trim().toLowerCase() !== 'authorization-code') {
    printNote('Set NETSUITE_AUTH_TYPE=authorization-code for the other commands to use it.');
  }
}

/** NetSuite takes no http redirect URI; the emulator, which speaks http, does. */
function defaultRedirectUri({ authorizeOrigin }: Login, { port }: CallbackServer): string {
  return `${new URL(authorizeOrigin).protocol}//127.0.0.1:${port}/callback`;
}

function startWaiting(): Disposable & { readonly signal: AbortSignal } {
  const stop = new AbortController();
  const giveUp = (): void =>
    stop.abort(new CommandError('Nobody signed in within 10 minutes. Run suitewright login again.'));
  const timer = setTimeout(giveUp, patienceMs);
  return {
    signal: stop.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      stop.abort();
    },
  };
}
