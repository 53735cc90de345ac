import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError } from '../command-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment variables of a command.
 *
 * A file that was named is the only source of the NETSUITE_* variables, so that the credentials of two
 * accounts never mix. Without one, `.env` in the working directory adds what the environment lacks.
 *
 * @throws {CommandError} The named file does not exist.
 */
export async function readEnvironment(envFile: string | undefined): Promise<Environment> {
  const { loadDotenv } = await import('c12');
  if (envFile === undefined) return loadDotenv({ env: process.env });
  await requireFile(envFile);
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('NETSUITE_'));
  return { ...Object.fromEntries(others), ...(await loadDotenv({ fileName: resolve(envFile) })) };
}

async function requireFile(path: string): Promise<void> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new CommandError(`The environment file ${path} does not exist. Check --env-file.`);
}
