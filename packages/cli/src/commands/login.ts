import { Command } from 'commander';
import { environmentHelp } from '../settings/environment-help.js';
import { addEnvironmentOption, readsEnvironment } from '../settings/environment-option.js';
import { redirectAddress, wholeNumber } from '../settings/option-values.js';

interface LoginCommandOptions {
  readonly port: number;
  readonly redirectUri?: string;
  readonly browser: boolean;
  readonly env?: string;
}

const defaultPort = 8910;

/** `suitewright login`: lets a person sign in in the browser, and keeps the login for the other commands. */
export function loginCommand(): Command {
  const command = new Command('login')
    .description('Sign in as yourself in the browser; the other commands use the login until it ends.')
    .option(
      '--port <number>',
      'the port on this machine that the browser comes back to; 0 takes any free one',
      wholeNumber({ from: 0, to: 65_535 }),
      defaultPort,
    )
    .option(
      '--redirect-uri <uri>',
      "the integration record's, where it is another one than https://127.0.0.1:PORT/callback",
      redirectAddress,
    )
    .option('--no-browser', 'print the address to open, and open nothing');
  return addEnvironmentOption(command, readsEnvironment)
    .addHelpText(
      'after',
      `
Examples:
  suitewright login
  suitewright login --port 9000 --no-browser
  suitewright login --redirect-uri https://tools.example.com/callback

Needs NETSUITE_ACCOUNT_ID and NETSUITE_CLIENT_ID (and NETSUITE_CLIENT_SECRET, unless Public Client is checked) \
of an integration record with Authorization Code Grant and the redirect URI \
https://127.0.0.1:${defaultPort}/callback. NetSuite takes no http there, and nothing speaks https on that port: the \
browser says that it cannot connect. Copy the address that it shows, and paste it into the terminal. With \
NETSUITE_AUTH_TYPE=authorization-code the other commands use the login.

${environmentHelp}`,
    )
    .action(async ({ port, redirectUri, browser, env }: LoginCommandOptions) => {
      const { runLogin } = await import('../login/run-login.js');
      await runLogin({ port, redirectUri, opensBrowser: browser, envFile: env });
    });
}
