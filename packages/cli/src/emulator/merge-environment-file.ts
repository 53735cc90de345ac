import { chmod, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from '../files/file-problem.js';
import { decodeText } from '../files/read-text.js';
import { writeWhole } from '../files/write-whole.js';

const start = '# --- suitewright emulator (start): written anew each time it starts ---';
const end = '# --- suitewright emulator (end) ---';

/** What an earlier call wrote, and nothing else: lines that someone put in between make it theirs. */
const blocks =
  /(?<=^\ufeff?)# --- suitewright emulator \(start\).*\r?\n(?:NETSUITE_\w+=.*\r?\n)*# --- suitewright emulator \(end\) ---(?:\r?\n|$)/gm;

const onlyForItsOwner = 0o600;

/**
 * Puts variables into an environment file, between two marked lines, in place of those that an earlier call put there.
 * Every other byte stays.
 *
 * @param variables Lines of an environment file.
 * @throws {CommandError} Variables of another account stand in the file, and it was not said that these go before them;
 *   or the file cannot be read or written, or its folder does not exist.
 */
export async function mergeEnvironmentFile(
  file: string,
  variables: string,
  { overridesAccount }: { readonly overridesAccount: boolean },
): Promise<void> {
  const before = await contentOf(file);
  const others = before.replace(blocks, '');
  const foreign = accountVariables(others);
  if (foreign.length > 0 && !overridesAccount) {
    throw new CommandError(
      `${file} holds variables of another account (${foreign.join(', ')}), so nothing was written. ` +
        'Name another file with --env, or let the emulator go before them with --override-account.',
    );
  }
  const lineBreak = /\r\n/.test(others) ? '\r\n' : '\n';
  const own = new Set(Object.keys(parseEnv(variables)));
  // What the emulator does not set must not be read from the other account.
  const unset = foreign.filter((name) => !own.has(name)).map((name) => `${name}=`);
  const lines = [start, ...variables.trimEnd().split('\n'), ...unset, end, ''].join(lineBreak);
  // The last value of a variable counts.
  const text = foreign.length > 0 ? others : before;
  await writeWhole(file, withBlock(text, lines, lineBreak), onlyForItsOwner);
  await keepFromOthers(file);
}

/** In place of the first block, or at the end. */
function withBlock(text: string, lines: string, lineBreak: string): string {
  let isPlaced = false;
  const replaced = text.replace(blocks, () => {
    if (isPlaced) return '';
    isPlaced = true;
    return lines;
  });
  if (isPlaced) return replaced;
  const isAtLineStart = /(?:^|[\n\ufeff])$/.test(text);
  return `${text}${isAtLineStart ? '' : lineBreak}${lines}`;
}

/** The variables of an account other than an emulator on this machine. */
function accountVariables(text: string): readonly string[] {
  const variables = parseEnv(text.replace(/^\ufeff/, ''));
  if (/^https?:\/\/(?:127\.|localhost\b|\[::1\])/.test(variables.NETSUITE_BASE_URL ?? '')) return [];
  return Object.entries(variables)
    .filter(([name, value]) => name.startsWith('NETSUITE_') && (value ?? '').trim() !== '')
    .map(([name]) => name);
}

async function contentOf(file: string): Promise<string> {
  try {
    return decodeText(await readFile(file), `The environment file ${file}`);
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (error.code === 'ENOENT') {
      await requireFolder(file);
      return '';
    }
    throw new CommandError(
      `The environment file ${file} cannot be read: ${describeFileProblem(error)}. Name another with --env.`,
      { cause: error },
    );
  }
}

async function requireFolder(file: string): Promise<void> {
  const folder = dirname(file);
  const isThere = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isThere) return;
  throw new CommandError(
    `The folder of the environment file ${file} does not exist. Create it, or name another file with --env.`,
  );
}

/** Credentials are in it now: what everyone could read is its owner's alone. */
async function keepFromOthers(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o007) !== 0) await chmod(file, onlyForItsOwner);
}
