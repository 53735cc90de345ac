import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseSchemaDocument, type SchemaDocument } from '@suitewright/schema';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from '../files/file-problem.js';
import { isThere } from '../files/read-schema.js';
import { decodeText } from '../files/read-text.js';

/** What stands where schema.json is to be written. */
export interface FormerSchema {
  /** Null: there is no file. */
  readonly text: string | null;
  /** Null: there is none, or none that this version reads. */
  readonly document: SchemaDocument | null;
  /** Why the file must not be replaced. Null: it may be. */
  readonly refusal: CommandError | null;
}

/**
 * Looks at the place of schema.json before minutes are spent on what is to be written there.
 *
 * @throws {CommandError} Nothing can be written there.
 */
export async function readFormerSchema(file: string): Promise<FormerSchema> {
  try {
    if (!(await isThere(file))) {
      await checkFolder(dirname(file));
      return { text: null, document: null, refusal: null };
    }
    const text = decodeText(await readFile(file), `The schema ${file}`);
    await access(dirname(file), constants.W_OK);
    const document = documentIn(text);
    const refusal =
      document === null && !isDamagedSchema(text)
        ? new CommandError(
            `${file} is no schema that suitewright wrote, so it was not replaced. Name another file with --schema.`,
          )
        : null;
    return { text, document, refusal };
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new CommandError(
      `The schema ${file} cannot be written: ${describeFileProblem(error)}. Check its permissions, or name another file with --schema.`,
      { cause: error },
    );
  }
}

/** The folder that there is on the way to a file must take new files; those behind it are made. */
async function checkFolder(folder: string): Promise<void> {
  if (!(await isThere(folder))) return checkFolder(dirname(folder));
  if ((await stat(folder)).isDirectory()) return access(folder, constants.W_OK);
  throw Object.assign(new Error(folder), { code: 'ENOTDIR', syscall: 'mkdir' });
}

function documentIn(text: string): SchemaDocument | null {
  try {
    return parseSchemaDocument(text);
  } catch {
    return null;
  }
}

/** A schema with the marks of a merge conflict in it, of another version, or cut; or an empty file. */
function isDamagedSchema(text: string): boolean {
  return text.trim() === '' || (/"format"\s*:/.test(text) && /"records"\s*:/.test(text));
}
