import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from './run-node.js';

const require = createRequire(import.meta.url);
const manifest = require.resolve('typescript/package.json');

// The package's own file has a version.
export const compilerVersion = (require(manifest) as { readonly version: string }).version;

/** Type-checks a folder with a tsconfig.json. */
export async function typeCheck(folder: string): Promise<void> {
  await runNode([join(dirname(manifest), 'bin', 'tsc'), '--project', folder], process.env);
}
