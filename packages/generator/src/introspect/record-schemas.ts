import type { AnswerSource } from './answer-source.js';
import { catalogPath } from './catalog-path.js';
import { type JsonSchemaNode, jsonSchemaNode } from './json-schema.js';
import { unlessUnreadable } from './refusal.js';

export interface RecordSchemas {
  readonly records: ReadonlyMap<string, JsonSchemaNode>;
  readonly warnings: readonly string[];
  /** False: an answer could not be read, and may be readable the next time. */
  readonly complete: boolean;
}

/**
 * Reads the schema+json of every record. A record that the account refuses, or whose answer cannot be read, is left
 * out with a warning.
 */
export async function readRecordSchemas(
  source: AnswerSource,
  names: readonly string[],
  onDone: () => void,
): Promise<RecordSchemas> {
  const warnings: string[] = [];
  let complete = true;
  const read = await Promise.all(
    names.map(async (name) => {
      const schema = await unlessUnreadable(readRecordSchema(source, name), (error) => {
        complete = false;
        return `${titled(name)} is left out: ${error.message} Introspect again to add it.`;
      });
      onDone();
      return [name, schema] as const;
    }),
  );
  const records = new Map<string, JsonSchemaNode>();
  for (const [name, schema] of read) {
    if (typeof schema === 'string') warnings.push(schema);
    else records.set(name, schema);
  }
  return { records, warnings, complete };
}

/** The schema, or the warning that takes its place. */
async function readRecordSchema(source: AnswerSource, name: string): Promise<JsonSchemaNode | string> {
  // As a path segment `.` and `..` would lead elsewhere, encoded or not.
  if (/^\.{0,2}$/.test(name)) return `${titled(name)} is left out: its name cannot be part of a URL.`;
  const answer = await source.answer(`records/${name}`, {
    method: 'GET',
    path: `${catalogPath}/${encodeURIComponent(name)}`,
    headers: { accept: 'application/schema+json' },
  });
  if (!answer.ok) {
    return `${titled(name)} is left out: the account refused its metadata with ${answer.status}: ${answer.detail || 'no reason given'}`;
  }
  const schema = jsonSchemaNode.parse(answer.body);
  if (schema.properties !== undefined) return schema;
  return `${titled(name)} is left out: its metadata has no properties.`;
}

/** Names come from outside: one with a line break must not make two lines of a warning. */
function titled(name: string): string {
  return `Record ${/^\w+$/.test(name) ? name : JSON.stringify(name)}`;
}
