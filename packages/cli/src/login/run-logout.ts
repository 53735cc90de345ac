import { openLogin } from '@suitewright/runtime';
import { withEnvironment } from '../settings/read-environment.js';
import { printNote } from '../terminal/print.js';

/** Revokes the login of the environment's account and client, and deletes it. */
export async function runLogout(envFile: string | undefined): Promise<void> {
  await using login = await withEnvironment(envFile, (environment) => openLogin({ environment }));
  const wasSignedIn = await login.end();
  printNote(
    wasSignedIn
      ? `Signed out of ${login.account}: the login is revoked and deleted.`
      : `There is no login for ${login.account} and this client in ${login.file}.`,
  );
}
