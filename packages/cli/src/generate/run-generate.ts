import {
  describeFinding,
  EncodingError,
  type GenerateStep,
  generate,
  QueryError,
  SettingsError,
  TemplateError,
  WriteError,
} from '@suitewright/generator';
import { asCommandError } from '../command-error.js';
import { readSchema } from '../files/read-schema.js';
import type { Configuration } from '../settings/configuration.js';
import { outputFolder, schemaFile } from '../settings/default-paths.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { printNote } from '../terminal/print.js';
import { showStep } from '../terminal/progress.js';

const stepTitles: Readonly<Record<GenerateStep, string>> = {
  read: 'Reading queries and templates',
  plan: 'Planning models',
  emit: 'Printing code',
  write: 'Writing what has changed',
};

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
    timeZone,
    undefinedInFilters,
    queries = '.',
    ignore,
  } = { ...(await readConfiguration()), ...given };
  const directory = out ?? outputFolder;
  showStep(`Reading ${schema ?? schemaFile}`);
  const document = await readSchema(schema ?? schemaFile);
  const { written, unchanged, removed, queryWarnings } = await asCommandError(
    [SettingsError, EncodingError, QueryError, TemplateError, WriteError],
    () =>
      generate(document, {
        directory,
        queries,
        ...(templates !== undefined && { templates }),
        ...(codes !== undefined && { codes }),
        ...(relations !== undefined && { relations }),
        ...(zod !== undefined && { zod }),
        ...(importExtension !== undefined && { importExtension }),
        ...(ignore !== undefined && { ignore }),
        onStep: (step) => showStep(stepTitles[step]),
        ...(timeZone !== undefined && { timeZone }),
        ...(undefinedInFilters !== undefined && { undefinedInFilters }),
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
