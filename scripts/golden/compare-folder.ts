import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { generate } from '@suitewright/generator';
import { type GoldenFolder, repository } from './golden-folders.js';

/** What is committed and not what the generator makes now: a line for each file. */
export async function differences(folder: GoldenFolder): Promise<readonly string[]> {
  const { directory, schemaFile } = folder;
  const wanted = await generated(folder);
  const found = new Map(
    await Promise.all((await filesIn(directory)).map(async (path) => [path, await textOf(path)] as const)),
  );
  if (schemaFile !== null) {
    wanted.set(schemaFile.path, schemaFile.text);
    found.set(schemaFile.path, await textOf(schemaFile.path));
  }
  const paths = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return paths.flatMap((path) => {
    const difference = differenceOf(wanted.get(path) ?? null, found.get(path) ?? null);
    return difference === null ? [] : [`${relative(repository, path)}: ${difference}`];
  });
}

/** What the generator makes now, by the path that it belongs to. */
async function generated({ directory, schema, settings }: GoldenFolder): Promise<Map<string, string | null>> {
  const temporary = await mkdtemp(join(tmpdir(), 'suitewright-golden-'));
  try {
    await generate(schema, { directory: temporary, ...settings });
    const paths = await filesIn(temporary);
    return new Map(
      await Promise.all(
        paths.map(async (path) => [join(directory, basename(path)), await textOf(path)] as const),
      ),
    );
  } finally {
    await rm(temporary, { recursive: true });
  }
}

function differenceOf(wanted: string | null, found: string | null): string | null {
  if (wanted === found) return null;
  if (found === null) return 'missing';
  if (wanted === null) return 'no longer generated';
  const wantedLines = wanted.split('\n');
  const foundLines = found.split('\n');
  const line = wantedLines.findIndex((text, index) => text !== foundLines[index]);
  const at = line === -1 ? wantedLines.length : line;
  return `line ${at + 1} is\n    ${foundLines[at] ?? '(end)'}\n  and should be\n    ${wantedLines[at] ?? '(end)'}`;
}

async function filesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).map((name) => join(directory, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
