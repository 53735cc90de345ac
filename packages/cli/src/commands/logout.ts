import { Command } from 'commander';
import { environmentHelp } from '../settings/environment-help.js';
import { path } from '../settings/option-values.js';

/** `suitewright logout`: revokes the login and forgets it. */
export function logoutCommand(): Command {
  return new Command('logout')
    .description('Revoke the login of `suitewright login` and delete it from this machine.')
    .option('-e, --env-file <path>', 'read the NETSUITE_* variables from this file alone', path)
    .addHelpText(
      'after',
      `
Examples:
  suitewright logout
  suitewright logout --env-file sandbox.env

${environmentHelp}`,
    )
    .action(async ({ envFile }: { readonly envFile?: string }) => {
      const { runLogout } = await import('../login/run-logout.js');
      await runLogout(envFile);
    });
}
