import { openLogin } from '@suitewright/runtime';
import { readEnvironment } from '../settings/read-environment.js';
import { printNote } from '../terminal/print.js';

/** Revokes the login of the environment's account and client, and deletes it. */
export async function runLogout(envFile: string | undefined): Promise<void> {
  await using login = openLogin({ environment: await readEnvironment(envFile) });
  const wasSignedIn = await login.end();
  printNote(
    wasSignedIn
      ? `Signed out of ${login.account}: the login is revoked and deleted.`
      : `There is no login for ${login.account} and this client in ${login.file}.`,
  );
}
