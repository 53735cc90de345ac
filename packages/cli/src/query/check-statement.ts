import { describeFinding, lintStatement } from '@suitewright/generator';
import { CommandError } from '../command-error.js';
import { schemaIfThere } from '../files/read-schema.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { counted } from '../terminal/counted.js';
import { printNote } from '../terminal/print.js';

/**
 * Prints what there is to say about a statement before it is sent.
 *
 * @param schema Undefined: as the configuration says, or the default file where it is.
 * @throws {CommandError} It has errors.
 */
export async function checkStatement(text: string, schema: string | undefined): Promise<void> {
  const given = schema ?? (await readConfiguration()).schema;
  const findings = lintStatement({ path: 'statement', text }, await schemaIfThere(given));
  for (const finding of findings) printNote(describeFinding(finding));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    throw new CommandError(
      `The statement has ${counted(errors, 'error')} and was not sent. Correct it, or send it as it is with --no-check.`,
    );
  }
}
