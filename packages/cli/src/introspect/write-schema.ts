import { diffSchemas, type SchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import { writeWhole } from '../files/write-whole.js';
import { counted } from '../terminal/counted.js';
import { printNote } from '../terminal/print.js';
import type { FormerSchema } from './former-schema.js';

/** More are read better in the file's own diff. */
const shownChanges = 40;

/**
 * Writes schema.json, unless it says the same already, and prints what has changed in it.
 *
 * @returns Whether it was written.
 */
export async function writeSchema(
  file: string,
  document: SchemaDocument,
  former: FormerSchema,
): Promise<boolean> {
  const text = serializeSchemaDocument(document);
  if (former.text === text) return false;
  await writeWhole(file, text);
  if (former.document !== null) printChanges(former.document, document);
  return true;
}

function printChanges(before: SchemaDocument, after: SchemaDocument): void {
  const changes = diffSchemas(before, after);
  if (changes.length === 0) return;
  printNote(`${counted(changes.length, 'change')} in the schema:`);
  for (const { description } of changes.slice(0, shownChanges)) printNote(`  ${description}`);
  const more = changes.length - shownChanges;
  if (more > 0) printNote(`  and ${more} more, which the diff of the file shows`);
}
