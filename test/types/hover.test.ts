import { fileURLToPath } from 'node:url';
import ts from 'typescript-6';
import { expect, it } from 'vitest';
import { compilerOptions } from './compile-snippets.js';

const file = fileURLToPath(new URL('hover-program.ts', import.meta.url));
const program = `
import { createClient } from '../../generated/netsuite/index.js';
const ns = createClient();
const orders = await ns.salesorder.findMany({
  where: { /*1*/otherrefnum: 'x', entity: { /*2*/companyname: 'y' } },
  select: { otherrefnum: true, entity: { select: { companyname: true } } },
  orderBy: { /*3*/otherrefnum: 'asc' },
});
orders[0]?./*4*/otherrefnum;
orders[0]?.entity?./*5*/companyname;
`;

it("shows an account's titles in where, orderBy and selected rows", () => {
  const read = (name: string): string | undefined => (name === file ? program : ts.sys.readFile(name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => compilerOptions,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot(name) {
      const text = read(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
  });
  const titles = [...program.matchAll(/\/\*(\d)\*\//g)].map(({ index, 0: mark }) => {
    const info = service.getQuickInfoAtPosition(file, index + mark.length);
    return ts.displayPartsToString(info?.documentation);
  });
  expect(titles).toEqual(['PO #.', 'Company Name.', 'PO #.', 'PO #.', 'Company Name.']);
}, 60_000);
