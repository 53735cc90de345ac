import { stat } from 'node:fs/promises';
import { parseSchemaDocument, type SchemaDocument, SchemaFormatError } from '@suitewright/schema';
import { CommandError } from '../command-error.js';
import { schemaFile } from '../settings/default-paths.js';
import { isZoneName } from '../settings/time-zone-name.js';
import { readText } from './read-text.js';

/**
 * Reads schema.json.
 *
 * @throws {CommandError} It is not there, cannot be read, or is no schema.
 */
export async function readSchema(file: string): Promise<SchemaDocument> {
  if (!(await isThere(file))) {
    throw new CommandError(
      `There is no ${file}. Write it with 'suitewright introspect', or name another with --schema.`,
    );
  }
  const text = await readText(file, { what: 'schema', wayOut: 'Name another with --schema.' });
  try {
    const document = parseSchemaDocument(text);
    const { timeZone } = document.account;
    if (timeZone === null || isZoneName(timeZone)) return document;
    throw new CommandError(
      `${file}: there is no time zone “${timeZone}”. Introspect again with --time-zone, such as America/New_York.`,
    );
  } catch (error) {
    if (!(error instanceof SchemaFormatError)) throw error;
    throw new CommandError(`${file}: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * Reads the schema that is named, or the default one if it is there.
 *
 * @returns Null: none is named, and there is none.
 * @throws {CommandError} The one that is named is not there, or a file is no schema.
 */
export async function schemaIfThere(given: string | undefined): Promise<SchemaDocument | null> {
  return given !== undefined || (await isThere(schemaFile)) ? readSchema(given ?? schemaFile) : null;
}

/** False only where nothing stands at a path. */
export function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}
