// Only for a checkout of the repository, where packages run from their TypeScript sources: bundles the worker, once for
// each state of the sources, and runs the bundle. Published packages run dist/workers/statement-worker.js.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const packages = fileURLToPath(new URL('../../../', import.meta.url));
const bundles = join(packages, '..', 'node_modules', '.cache', 'suitewright-emulator');

const state = createHash('sha256');
for (const name of ['emulator', 'schema', 'suiteql']) {
  const folder = join(packages, name, 'src');
  for (const file of readdirSync(folder, { recursive: true }).sort()) {
    const { mtimeMs, size } = statSync(join(folder, file));
    state.update(`${name} ${file} ${mtimeMs} ${size}\n`);
  }
}
const bundle = join(bundles, `statement-worker-${state.digest('hex').slice(0, 16)}.mjs`);

if (!existsSync(bundle)) {
  mkdirSync(bundles, { recursive: true });
  const unfinished = `${bundle}.${process.pid}.${performance.now()}`;
  buildSync({
    entryPoints: [fileURLToPath(new URL('./statement-worker.ts', import.meta.url))],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@suitewright/source'],
    external: ['node-sqlite3-wasm'],
    logLevel: 'error',
  });
  renameSync(unfinished, bundle);
}
await import(pathToFileURL(bundle).href);
