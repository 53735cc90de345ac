import { readFile } from 'node:fs/promises';
import { type SchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import { writeWhole } from '../files/write-whole.js';

/**
 * Writes schema.json, unless it says the same already.
 *
 * @returns Whether it was written.
 */
export async function writeSchema(file: string, document: SchemaDocument): Promise<boolean> {
  const text = serializeSchemaDocument(document);
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === text) return false;
  await writeWhole(file, text);
  return true;
}
