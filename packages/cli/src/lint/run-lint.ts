import { lint, type SourceFinding } from '@suitewright/generator';
import { CommandError } from '../command-error.js';
import { schemaIfThere } from '../files/read-schema.js';
import { readSources } from '../files/read-sources.js';
import { schemaFile } from '../settings/default-paths.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { counted } from '../terminal/counted.js';
import { printData, printNote, printText } from '../terminal/print.js';
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
  const configuration = await readConfiguration();
  const document = await schemaIfThere(schema ?? configuration.schema);
  if (document === null) printNote(`There is no ${schemaFile}: only the standard tables are known.`);
  const sources = await readSources(paths, { endings, ignore: configuration.ignore ?? [] });
  const findings = lint(sources, document);
  const text = findingsText(findings, format);
  await (format === 'text' ? printText(text) : printData(text));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new CommandError(summary(findings, errors.length));
  if (findings.length > 0) printNote(summary(findings, 0));
}

function summary(findings: readonly SourceFinding[], errors: number): string {
  const files = new Set(findings.map(({ path }) => path)).size;
  const warnings = findings.length - errors;
  return `${counted(errors, 'error')} and ${counted(warnings, 'warning')} in ${counted(files, 'file')}`;
}
