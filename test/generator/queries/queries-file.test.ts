import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate, QueryError } from '@suitewright/generator';
import type { SchemaDocument } from '@suitewright/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateLiteral } from '../../../packages/generator/src/queries/template-literal.js';

const column = { label: null, description: null, custom: false, exposed: true };
const schema: SchemaDocument = {
  format: 1,
  account: { bindParameters: true, timeZone: null },
  records: {},
  tables: {
    customer: {
      label: 'Customer',
      primaryKey: 'id',
      confidence: 'known',
      columns: {
        id: { ...column, kind: 'id' },
        companyname: { ...column, kind: 'text' },
        constructor: { ...column, kind: 'text' as const },
        datecreated: { ...column, kind: 'datetime' },
        salesrep: { ...column, kind: 'ref:employee' },
      },
    },
  },
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suitewright-queries-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function generated(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const directory = join(folder, 'out');
  await generate(schema, { directory, queries: folder });
  return readFile(join(directory, 'queries.ts'), 'utf8');
}

describe('queries.ts', () => {
  it('has a function and its types for each query, documented by the comment', async () => {
    const text = await generated({
      'customer-by-id.suiteql': `-- One customer */ @deprecated <b>of</b> many.
--
-- @param id The customer's.
-- @param reps
--   Who may care.
SELECT id, datecreated, "CONSTRUCTOR" FROM customer
WHERE id = :id AND salesrep NOT IN (:reps[]) AND companyname <> 'a\`\${1}\\ b'`,
    });
    expect(text).toBe(`${text.split('\n')[0]}

import { defineQuery, type DateTime, type Id, type Query } from '@suitewright/runtime';

/** What \`customerById\` asks for. */
export interface CustomerByIdParameters {
  /** The customer's. */
  readonly id: Id<'customer'> | number;
  /** Who may care. */
  readonly reps: readonly (Id<'employee'> | number)[];
}

/** A row of \`customerById\`. */
export interface CustomerByIdRow {
  readonly id: Id<'customer'>;
  readonly datecreated: DateTime | null;
  readonly constructor: string | null;
}

/**
 * One customer * / &#64;deprecated of many.
 *
 * From customer-by-id.suiteql.
 */
export const customerById: (parameters: CustomerByIdParameters) => Query<CustomerByIdRow> = defineQuery({
  name: 'customerById',
  text: \`SELECT id, TO_CHAR(datecreated, 'YYYY-MM-DD"T"HH24:MI:SS') AS datecreated, "CONSTRUCTOR"
FROM customer
WHERE id = ? AND ? AND companyname <> 'a\\\`\\\${1}\\\\ b'\`,
  parameters: [
    { name: 'id', kind: 'ref:customer' },
    { name: 'reps', kind: 'ref:employee', memberOf: 'salesrep', negated: true },
  ],
  columns: {
    id: 'id',
    datecreated: 'datetime',
    constructor: 'text',
  },
});
`);
  });

  it('takes the files of the project, in their order, and of no other', async () => {
    const query = 'SELECT id FROM customer';
    const text = await generated({
      'b.suiteql': query,
      'a/z.suiteql': `-- name: first\n${query};\n-- name: second\n${query};`,
      'node_modules/x/x.suiteql': 'SELECT 1',
      '.hidden/x.suiteql': 'SELECT 1',
      'other/package.json': '{}',
      'other/x.suiteql': 'SELECT 1',
      'c.sql': 'SELECT 1',
    });
    expect([...text.matchAll(/export const (\w+)/g)].map(([, name]) => name)).toEqual([
      'first',
      'second',
      'b',
    ]);
    expect(text).toContain('/** From a/z.suiteql. */');
  });

  it('keeps the names of types apart', async () => {
    const query = 'SELECT id FROM customer';
    const text = await generated({
      'a.suiteql': `-- name: user_name\n${query};\n-- name: userName\n${query};\n-- name: id\n${query};`,
    });
    expect([...text.matchAll(/export interface (\w+)/g)].map(([, name]) => name)).toEqual([
      'UserNameRow',
      'UserName2Row',
      'Id2Row',
    ]);
  });

  it('is not there without queries, and goes with the last one', async () => {
    await generated({ 'a.suiteql': 'SELECT id FROM customer' });
    const directory = join(folder, 'out');
    expect(await readdir(directory)).toContain('queries.ts');
    await rm(join(folder, 'a.suiteql'));
    const { removed } = await generate(schema, { directory, queries: folder });
    expect(removed).toEqual(['queries.ts']);
  });

  it('is not written, nor anything else, where one query is wrong', async () => {
    const files = { 'a.suiteql': 'SELECT id FROM customer', 'b.suiteql': 'SELECT nope FROM customer' };
    await expect(generated(files)).rejects.toThrow(QueryError);
    expect((await readdir(folder)).sort()).toEqual(['a.suiteql', 'b.suiteql']);
  });

  it.each(['/* never closed', "'never closed", '"never closed', '[never closed', "q'[never closed"])(
    'is not written, nor anything else, where %s may hide queries',
    async (part) => {
      const files = {
        'a.suiteql': `-- name: a\nSELECT id FROM customer;\n${part}\n-- name: b\nSELECT id FROM customer;\n`,
      };
      await expect(generated(files)).rejects.toMatchObject({
        name: 'QueryError',
        message: expect.stringContaining('a.suiteql:3:1: error: '),
      });
      expect(await readdir(folder)).toEqual(['a.suiteql']);
    },
  );

  it('gives warnings back', async () => {
    await generated({ 'a.suiteql': 'SELECT id FROM customer' });
    await writeFile(join(folder, 'a.suiteql'), 'SELECT id, UID(id) AS x FROM customer');
    const { queryWarnings } = await generate(schema, { directory: join(folder, 'out'), queries: folder });
    expect(queryWarnings.map(({ severity, code, query }) => [severity, code, query])).toEqual([
      ['warning', 'unknown-function', 'a'],
    ]);
  });
});

describe('templateLiteral', () => {
  it('has the value of the text, whatever the text', () => {
    const part = fc.constantFrom(
      '`',
      '$',
      '{',
      '${',
      '\\',
      '\n',
      '\r\n',
      '\u2028',
      '\u202e',
      '\0',
      '\ud800',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        const literal = templateLiteral(text);
        // biome-ignore lint/security/noGlobalEval: what the literal means is what JavaScript says it means.
        expect(eval(literal)).toBe(text);
        expect(literal.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});
