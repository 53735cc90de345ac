import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GenerateOptions } from '@suitewright/generator';
import { parseSchemaDocument, type SchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import { demoSchema } from './demo-schema.js';

/** Generated code that is committed, and the schema that it is made from. */
export interface GoldenFolder {
  readonly directory: string;
  readonly schema: SchemaDocument;
  /** The schema's file, where it is made by `npm run golden` too. Null: it is written by hand. */
  readonly schemaFile: { readonly path: string; readonly text: string } | null;
  /** As the project's configuration has them. */
  readonly settings: Omit<GenerateOptions, 'directory'>;
}

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The cases of test/golden. */
export async function goldenCases(): Promise<readonly GoldenFolder[]> {
  const root = join(repository, 'test', 'golden');
  const entries = await readdir(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      directory: join(root, name, 'expected'),
      schema: parseSchemaDocument(await readFile(join(root, name, 'schema.json'), 'utf8')),
      schemaFile: null,
      settings: {},
    })),
  );
}

/** What is generated for the emulator's demo account. */
export async function demoFolder(): Promise<GoldenFolder> {
  const schema = await demoSchema();
  return {
    directory: join(repository, 'generated', 'netsuite'),
    schema,
    schemaFile: {
      path: join(repository, 'generated', 'schema.json'),
      text: serializeSchemaDocument(schema),
    },
    settings: {},
  };
}

/** The example project, which has queries of its own. */
export async function exampleFolder(): Promise<GoldenFolder> {
  const root = join(repository, 'examples', 'suiteql-project');
  return {
    directory: join(root, 'src', 'netsuite'),
    schema: parseSchemaDocument(await readFile(join(root, 'suitewright', 'schema.json'), 'utf8')),
    schemaFile: null,
    settings: { queries: join(root, 'queries'), undefinedInFilters: 'refuse' },
  };
}
