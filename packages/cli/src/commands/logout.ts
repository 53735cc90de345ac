import { Command } from 'commander';
import { environmentHelp } from '../settings/environment-help.js';
import { addEnvironmentOption, readsEnvironment } from '../settings/environment-option.js';

/** `suitewright logout`: revokes the login and forgets it. */
export function logoutCommand(): Command {
  return addEnvironmentOption(new Command('logout'), readsEnvironment)
    .description('Revoke the login of `suitewright login` and delete it from this machine.')
    .addHelpText(
      'after',
      `
Examples:
  suitewright logout
  suitewright logout --env sandbox.env

${environmentHelp}`,
    )
    .action(async ({ env }: { readonly env?: string }) => {
      const { runLogout } = await import('../login/run-logout.js');
      await runLogout(env);
    });
}
