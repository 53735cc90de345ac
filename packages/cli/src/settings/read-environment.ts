import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigurationError } from '@suitewright/runtime';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from '../files/file-problem.js';
import { decodeText } from '../files/read-text.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment variables of a command.
 *
 * A file that was named is the only source of the NETSUITE_* variables, so that the credentials of two
 * accounts never mix. Without one, `.env` in the working directory adds what the environment lacks.
 *
 * @throws {CommandError} The named file does not exist, or the file is in another encoding than UTF-8.
 */
async function readEnvironment(envFile: string | undefined): Promise<Environment> {
  const { loadDotenv } = await import('c12');
  await checkFile(envFile ?? '.env', { mayBeMissing: envFile === undefined });
  if (envFile === undefined) return loadDotenv({ env: process.env });
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('NETSUITE_'));
  return { ...Object.fromEntries(others), ...(await loadDotenv({ fileName: resolve(envFile) })) };
}

/**
 * Runs work with the environment of a command.
 *
 * @throws {CommandError} Variables are missing or wrong: says where they were looked for.
 */
export async function withEnvironment<Result>(
  envFile: string | undefined,
  work: (environment: Environment) => Result,
): Promise<Result> {
  const environment = await readEnvironment(envFile);
  try {
    return work(environment);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const isUnset = !Object.keys(environment).some((name) => name.startsWith('NETSUITE_'));
    const advice = isUnset
      ? "\nNo account at hand? 'npx suitewright emulator -e .env' starts one on this machine and writes its variables."
      : '';
    throw new CommandError(`${error.message}\n${await placesOf(envFile)}${advice}`, { cause: error });
  }
}

async function placesOf(envFile: string | undefined): Promise<string> {
  if (envFile !== undefined) return `The variables were looked for in ${resolve(envFile)} alone.`;
  const file = resolve('.env');
  const isThere = (await isFile(file)) ? '' : ', which does not exist';
  return `The variables were looked for in the environment and in ${file}${isThere}. Another file is read with --env FILE.`;
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function checkFile(path: string, { mayBeMissing }: { readonly mayBeMissing: boolean }): Promise<void> {
  const name = `The environment file ${path}`;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    // A folder of that name, such as a virtual environment of Python's, is nobody's mistake.
    if (mayBeMissing && (error.code === 'ENOENT' || error.code === 'EISDIR')) return;
    const problem =
      error.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${describeFileProblem(error)}`;
    throw new CommandError(`${name} ${problem}. Check --env.`, { cause: error });
  }
  decodeText(bytes, name);
}
