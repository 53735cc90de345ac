import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SourceFile, sourceFile } from './source-file.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const roots = ['packages', 'test', 'bench', 'examples', 'demo', 'scripts'];
/** Not ours, not source, or made from other files. */
const leftOut = /\/(?:node_modules|dist|expected|netsuite)\//;

/** Every TypeScript file that people write here. */
export async function readSources(): Promise<readonly SourceFile[]> {
  const paths = (await Promise.all(roots.map(typeScriptFiles))).flat();
  return Promise.all(
    paths.map(async (path) => sourceFile(path, await readFile(join(repository, path), 'utf8'))),
  );
}

async function typeScriptFiles(root: string): Promise<readonly string[]> {
  const names = await readdir(join(repository, root), { recursive: true }).catch(() => []);
  return names
    .map((name) => `${root}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !leftOut.test(path));
}
