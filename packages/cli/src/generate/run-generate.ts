import { readFile } from 'node:fs/promises';
import {
  describeFinding,
  generate,
  QueryError,
  SettingsError,
  TemplateError,
  WriteError,
} from '@suitewright/generator';
import { parseSchemaDocument, SchemaFormatError } from '@suitewright/schema';
import { asCommandError, CommandError } from '../command-error.js';
import type { Configuration } from '../settings/configuration.js';
import { outputFolder, schemaFile } from '../settings/default-paths.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { printNote } from '../terminal/print.js';

/**
 * Reads schema.json and writes the typed client.
 *
 * @param given What the options say; it goes before the project's configuration.
 */
export async function runGenerate(given: Configuration): Promise<void> {
  const {
    schema,
    out,
    templates,
    codes,
    relations,
    zod,
    importExtension,
    queries = '.',
  } = { ...(await readConfiguration()), ...given };
  const directory = out ?? outputFolder;
  const text = await readSchema(schema ?? schemaFile);
  const { written, unchanged, removed, queryWarnings } = await asCommandError(
    [SchemaFormatError, SettingsError, QueryError, TemplateError, WriteError],
    () =>
      generate(parseSchemaDocument(text), {
        directory,
        queries,
        ...(templates !== undefined && { templates }),
        ...(codes !== undefined && { codes }),
        ...(relations !== undefined && { relations }),
        ...(zod !== undefined && { zod }),
        ...(importExtension !== undefined && { importExtension }),
      }),
  );
  for (const warning of queryWarnings) printNote(`${describeFinding(warning)}\n`);
  printNote(
    `${directory}: ${written.length} files written, ${unchanged.length} unchanged, ${removed.length} removed`,
  );
  if (zod !== undefined && zod !== false) {
    printNote('The .zod.ts files import zod 4. Install it in your project: npm install zod');
  }
}

async function readSchema(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CommandError(
        `There is no ${file}. Write it with 'suitewright introspect', or name another with --schema.`,
        { cause: error },
      );
    }
    throw error;
  }
}
