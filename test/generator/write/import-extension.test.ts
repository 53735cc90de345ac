import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@suitewright/generator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goldenCases } from '../../../scripts/golden/golden-folders.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'suitewright-extension-'));
});
afterEach(() => rm(root, { recursive: true }));

/** The relative modules that generated files name. */
async function modules(importExtension?: 'js' | 'ts' | 'none'): Promise<ReadonlySet<string>> {
  const [, small] = await goldenCases();
  if (small === undefined) throw new Error('There is no golden case.');
  const directory = join(root, 'app', 'src', 'netsuite');
  const options = { directory, zod: ['customer'], ...(importExtension && { importExtension }) };
  const { written, unchanged } = await generate(small.schema, options);
  const texts = await Promise.all(
    [...written, ...unchanged].map((name) => readFile(join(directory, name), 'utf8')),
  );
  return new Set(texts.flatMap((text) => [...text.matchAll(/'\.\/\w+(.*)'/g)].map(([, end]) => end ?? '')));
}

const vite = {
  'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
  'tsconfig.app.json': {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      noEmit: true,
    },
  },
};

describe('imports between generated files', () => {
  it.each([
    ['js', {}, ['.js']],
    ['js', { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } } }, ['.js']],
    [
      'none',
      { 'tsconfig.json': { compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } } },
      [''],
    ],
    ['none', { 'tsconfig.json': { compilerOptions: { module: 'preserve' } } }, ['']],
    [
      'ts',
      { 'tsconfig.json': { compilerOptions: { module: 'nodenext', rewriteRelativeImportExtensions: true } } },
      ['.ts'],
    ],
    ['ts', vite, ['.ts']],
    [
      'none',
      {
        'tsconfig.json': '{ // comments, and a comma at the end\n "extends": "./base.json", }',
        'base.json': { compilerOptions: { module: 'esnext', moduleResolution: 'Bundler' } },
      },
      [''],
    ],
    ['js', { 'tsconfig.json': '{ "compilerOptions": ' }, ['.js']],
  ])('have the extension %s where the project has %j', async (_, files, ends) => {
    await mkdir(join(root, 'app'));
    for (const [name, content] of Object.entries(files)) {
      await writeFile(
        join(root, 'app', name),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    }
    expect(await modules()).toEqual(new Set(ends));
  });

  it('have the extension that the setting says, whatever the project says', async () => {
    await mkdir(join(root, 'app'));
    await writeFile(join(root, 'app', 'tsconfig.json'), '{ "compilerOptions": { "module": "preserve" } }');
    expect(await modules('ts')).toEqual(new Set(['.ts']));
    expect(await modules('js')).toEqual(new Set(['.js']));
  });
});
