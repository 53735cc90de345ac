import { createHash } from 'node:crypto';
import type { SchemaDocument } from './document.js';
import { serializeSchemaDocument } from './serialize-schema-document.js';

/**
 * A short name for the content of a document: 8 hexadecimal digits of the SHA-256 of its text.
 * The generated index carries it, so that one sees which schema the files were made from.
 */
export function schemaFingerprint(document: SchemaDocument): string {
  return createHash('sha256').update(serializeSchemaDocument(document)).digest('hex').slice(0, 8);
}
