import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EncodingError,
  generate,
  IntrospectionError,
  rawStore,
  readTemplates,
  TemplateError,
} from '@suitewright/generator';
import type { SchemaDocument } from '@suitewright/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const column = { label: null, description: null, custom: false, exposed: true };
const schema: SchemaDocument = {
  format: 1,
  account: { bindParameters: null, timeZone: null },
  records: {},
  tables: {
    customer: {
      label: 'Customer',
      primaryKey: 'id',
      confidence: 'known',
      columns: { id: { ...column, kind: 'id' }, companyname: { ...column, kind: 'text' } },
    },
  },
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'suitewright-encoding-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const text = "-- name: Müller\nSELECT id FROM customer WHERE companyname = 'Müller'";

describe.each([
  ['Latin-1', Buffer.from(text, 'latin1')],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['cut UTF-8', Buffer.from(`${text}ü`).subarray(0, -1)],
])('a file in %s is refused, not read with other characters', (_, bytes) => {
  it('as a query', async () => {
    const query = join(directory, 'a.suiteql');
    await writeFile(query, bytes);
    const out = join(directory, 'out');
    const error = await generate(schema, { directory: out, queries: directory }).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(EncodingError);
    expect(error).toMatchObject({
      code: 'FILE_NOT_UTF8',
      path: query,
      message: `${query} is not in UTF-8. Save it as UTF-8.`,
    });
    expect(await readdir(directory)).toEqual(['a.suiteql']);
  });

  it('as a template', async () => {
    const template = join(directory, 'record.hbs');
    await writeFile(template, bytes);
    const error = await readTemplates(directory).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({
      template,
      message: `The template ${template} is not in UTF-8. Save it as UTF-8.`,
    });
  });

  it('as the raw answers of an introspection', async () => {
    await mkdir(join(directory, 'answers'));
    await writeFile(join(directory, 'manifest.json'), bytes);
    const error = await rawStore(directory)
      .readManifest()
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(IntrospectionError);
    expect(error).toMatchObject({ code: 'INTROSPECTION_STORE_DAMAGED' });
  });
});

it('reads a query file with a byte order mark', async () => {
  await writeFile(join(directory, 'a.suiteql'), `\ufeff-- name: ids\nSELECT id FROM customer`);
  const { written } = await generate(schema, { directory: join(directory, 'out'), queries: directory });
  expect(written).toContain('queries.ts');
});
