import { readFile } from 'node:fs/promises';
import { lint, type SourceFinding } from '@suitewright/generator';
import { parseSchemaDocument, type SchemaDocument, SchemaFormatError } from '@suitewright/schema';
import { asCommandError, CommandError } from '../command-error.js';
import { readSources } from '../files/read-sources.js';
import { schemaFile } from '../settings/default-paths.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { counted } from '../terminal/counted.js';
import { printData, printNote } from '../terminal/print.js';
import { type FindingsFormat, findingsText } from './findings-text.js';

export interface LintRun {
  readonly paths: readonly string[];
  /** Undefined: as the configuration says, or the default file where it is. */
  readonly schema: string | undefined;
  readonly format: FindingsFormat;
}

const endings = ['.suiteql', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/**
 * Prints what there is to say about the SuiteQL of files.
 *
 * @throws {CommandError} There are errors, or a file cannot be read.
 */
export async function runLint({ paths, schema, format }: LintRun): Promise<void> {
  const document = await readSchema(schema ?? (await readConfiguration()).schema);
  const sources = await readSources(paths, endings);
  const findings = lint(sources, document);
  await printData(findingsText(findings, format));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new CommandError(summary(findings, errors.length));
  if (findings.length > 0) printNote(summary(findings, 0));
}

/** Null: there is none. */
async function readSchema(given: string | undefined): Promise<SchemaDocument | null> {
  const text = await readFile(given ?? schemaFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    if (given === undefined) return null;
    throw new CommandError(`There is no ${given}. Write it with 'suitewright introspect'.`, { cause: error });
  });
  if (text !== null) return asCommandError([SchemaFormatError], () => parseSchemaDocument(text));
  printNote(`There is no ${schemaFile}: only the standard tables are known.`);
  return null;
}

function summary(findings: readonly SourceFinding[], errors: number): string {
  const files = new Set(findings.map(({ path }) => path)).size;
  const warnings = findings.length - errors;
  return `${counted(errors, 'error')} and ${counted(warnings, 'warning')} in ${counted(files, 'file')}`;
}
