import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emit, plan, readTemplates, SettingsError, TemplateError } from '@suitewright/generator';
import type { SchemaDocument } from '@suitewright/schema';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaDocument } from '../../schema/schema-document.arbitrary.js';

const empty: SchemaDocument = {
  format: 1,
  account: { bindParameters: null, timeZone: null },
  records: {},
  tables: {
    bin: { label: null, primaryKey: 'id', confidence: 'known', columns: {} },
  },
};

/** What a statement is, with the function that it calls, if it may run anything when it is loaded. */
function statementKind(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    const initializer = declaration?.initializer;
    if (initializer !== undefined && ts.isCallExpression(initializer)) {
      return `const = ${initializer.expression.getText()}(${initializer.arguments.map(dataKind).join()})`;
    }
    return `const = ${initializer === undefined ? 'nothing' : dataKind(initializer)}`;
  }
  return ts.SyntaxKind[statement.kind];
}

function dataKind(expression: ts.Expression): string {
  const isData = (node: ts.Node): boolean =>
    ts.isStringLiteral(node) ||
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isAsExpression(node) && isData(node.expression)) ||
    (ts.isArrayLiteralExpression(node) && node.elements.every(isData)) ||
    (ts.isObjectLiteralExpression(node) &&
      node.properties.every((property) => ts.isPropertyAssignment(property) && isData(property.initializer)));
  return isData(expression) ? 'data' : ts.SyntaxKind[expression.kind];
}

describe('emit', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'suitewright-templates-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it("writes the settings' time zone into the index, in place of the schema's", async () => {
    const templates = await readTemplates(null);
    const index = (inSchema: string | null, timeZone?: string) =>
      emit(
        plan({ ...empty, account: { ...empty.account, timeZone: inSchema } }, { timeZone }),
        templates,
      ).find(({ name }) => name === 'index.ts')?.text;

    expect(index('Europe/Berlin')).toContain("  timeZone: 'Europe/Berlin',");
    expect(index('Europe/Berlin', 'America/New_York')).toContain("  timeZone: 'America/New_York',");
    expect(index(null, 'America/New_York')).toContain("  timeZone: 'America/New_York',");
    expect(() => index(null, 'Mars/Olympus')).toThrow(SettingsError);
    expect(() => index(null, 'Mars/Olympus')).toThrow(
      "There is no time zone 'Mars/Olympus'. Give its IANA name",
    );
  });

  it('writes what undefined in a filter means into the index, where the settings say', async () => {
    const templates = await readTemplates(null);
    const index = (setting?: 'ignore' | 'refuse') =>
      emit(plan(empty, { undefinedInFilters: setting }), templates).find(({ name }) => name === 'index.ts')
        ?.text;

    expect(index()).not.toContain('undefinedInFilters');
    expect(index('refuse')).toContain("  timeZone: null,\n  undefinedInFilters: 'refuse',\n  models: {");
  });

  it('makes declarations and data of any schema, never code of its names and texts', async () => {
    const templates = await readTemplates(null);
    fc.assert(
      fc.property(schemaDocument, (document) => {
        const files = emit(plan(document), templates);
        expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
        for (const { name, text } of files) {
          expect(name).toMatch(/^[a-z0-9_]+\.ts$/);
          if (name === 'index.ts') continue;
          const { statements } = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
          for (const statement of statements) {
            expect([
              'ImportDeclaration',
              'ExportDeclaration',
              'InterfaceDeclaration',
              'TypeAliasDeclaration',
              'const = defineTable(data,data)',
              'const = defineTable(data,data,data)',
            ]).toContain(statementKind(statement));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes for the same schema, whatever the order of its keys', async () => {
    const templates = await readTemplates(null);
    fc.assert(
      fc.property(schemaDocument, (document) => {
        const turned: SchemaDocument = {
          ...document,
          records: reversed(document.records),
          tables: reversed(document.tables),
        };
        expect(emit(plan(turned), templates)).toEqual(emit(plan(document), templates));
      }),
      { numRuns: 15 },
    );
  });

  it('loads no file of a record with the index', async () => {
    const files = emit(plan(empty), await readTemplates(null));
    const index = files.find(({ name }) => name === 'index.ts')?.text ?? '';
    const values = ts
      .createSourceFile('index.ts', index, ts.ScriptTarget.Latest)
      .statements.filter(ts.isImportDeclaration)
      .filter(({ importClause }) => importClause?.isTypeOnly !== true);
    expect(values.map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)).toEqual([
      '@suitewright/runtime',
    ]);
    expect(index).toContain("bin: () => import('./bin.js'),");
  });

  it("uses a user's template in place of the built-in one of that name", async () => {
    await writeFile(join(directory, 'tables.hbs'), '{{#each tables}}\r\n// {{constant}}\r\n{{/each}}');
    const files = emit(plan(empty), await readTemplates(directory));
    expect(files.find(({ name }) => name === 'tables.ts')?.text).toMatch(
      /^\/\/ Generated by suitewright .*\n\n\/\/ bin\n$/,
    );
    expect(files.find(({ name }) => name === 'bin.ts')?.text).toContain('export const bin: Table<');
    await rm(join(directory, 'tables.hbs'));
  });

  it('refuses a template that asks for a name that it is not given', async () => {
    const path = join(directory, 'enums.hbs');
    await writeFile(path, '{{everything}}');
    const templates = await readTemplates(directory);
    const error = failureOf(() => emit(plan(empty), templates));
    expect(error).toBeInstanceOf(TemplateError);
    expect(error.message).toMatch(
      /enums\.hbs failed for enums\.ts: "everything" not defined.* use the built-in enums\.hbs/,
    );
    await rm(path);
  });

  it('refuses a template whose output is no TypeScript, and shows the place', async () => {
    const path = join(directory, 'enums.hbs');
    await writeFile(path, 'export type = 1;');
    const templates = await readTemplates(directory);
    const error = failureOf(() => emit(plan(empty), templates));
    expect(error).toBeInstanceOf(TemplateError);
    expect(error.message).toMatch(
      /makes enums\.ts unreadable for TypeScript: .* \(line 3, column 13: export type = 1;\)/,
    );
    await rm(path);
  });

  it('says so when the template directory is not there', async () => {
    await expect(readTemplates(join(directory, 'nowhere'))).rejects.toThrow(/nowhere cannot be read: ENOENT/);
  });
});

function reversed<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  const turned: Record<string, Value> = Object.create(null);
  for (const name of Object.keys(entries).reverse()) turned[name] = entries[name] as Value;
  return turned;
}

function failureOf(operation: () => unknown): Error {
  try {
    operation();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail.');
}
