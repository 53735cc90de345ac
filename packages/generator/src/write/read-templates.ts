import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateSource, TemplateSources } from '../emit/template-source.js';
import { TemplateError } from '../template-error.js';
import { builtinTemplatesPath } from './builtin-templates.js';
import { utf8Text } from './utf8-text.js';

/**
 * Reads the templates of generated code.
 *
 * @param directory Templates of the user's own, by the names of the built-in ones (`record.hbs` …);
 *   those that are missing there are the built-in ones.
 * @throws {TemplateError} The directory or a file in it cannot be read, or a file is not in UTF-8.
 */
export async function readTemplates(directory: string | null): Promise<TemplateSources> {
  if (directory !== null) await checkDirectory(directory);
  const read = (name: TemplateName): Promise<TemplateSource> => readTemplate(name, directory);
  const [record, enums, subrecords, tables, index, queries, zod, zodparts] = await Promise.all([
    read('record'),
    read('enums'),
    read('subrecords'),
    read('tables'),
    read('index'),
    read('queries'),
    read('zod'),
    read('zodparts'),
  ]);
  return { record, enums, subrecords, tables, index, queries, zod, zodparts };
}

type TemplateName = keyof TemplateSources;

async function checkDirectory(directory: string): Promise<void> {
  try {
    await readdir(directory);
  } catch (cause) {
    throw new TemplateError(
      `The template directory ${directory} cannot be read: ${(cause as Error).message}. Check the path, or leave it out to use the built-in templates.`,
      { template: directory, file: null, cause },
    );
  }
}

async function readTemplate(name: TemplateName, directory: string | null): Promise<TemplateSource> {
  if (directory !== null) {
    const path = join(directory, `${name}.hbs`);
    const text = await contentOf(path, { mayBeMissing: true });
    if (text !== null) return { text, path };
  }
  const path = join(builtinTemplatesPath(), `${name}.hbs`);
  return { text: (await contentOf(path, { mayBeMissing: false })) ?? '', path };
}

async function contentOf(
  path: string,
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): Promise<string | null> {
  const bytes = await bytesOf(path, { mayBeMissing });
  if (bytes === null) return null;
  try {
    return utf8Text(bytes);
  } catch (cause) {
    throw new TemplateError(`The template ${path} is not in UTF-8. Save it as UTF-8.`, {
      template: path,
      file: null,
      cause,
    });
  }
}

async function bytesOf(
  path: string,
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (mayBeMissing && code === 'ENOENT') return null;
    throw new TemplateError(
      `The template ${path} cannot be read: ${message}. Check the path and its permissions, or install @suitewright/generator anew.`,
      { template: path, file: null, cause },
    );
  }
}
