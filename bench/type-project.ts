import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '@suitewright/generator';
import type { SchemaDocument } from '@suitewright/schema';
import { compilers } from './typecheck.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes a folder in which programs find the client of an account in `./netsuite`, and the runtime's declarations, not
 * its sources: as users have it. The folder must be in the repository, for the runtime's dependencies.
 */
export async function layOutTypeProject(directory: string, schema: SchemaDocument): Promise<void> {
  const runtime = join(directory, 'node_modules', '@suitewright', 'runtime');
  await rm(directory, { recursive: true, force: true });
  await mkdir(runtime, { recursive: true });
  await copyFile(join(root, 'packages/runtime/package.json'), join(runtime, 'package.json'));
  // Into this folder: the packages' own dist/ may be in the making.
  const declarations = ['--emitDeclarationOnly', '--outDir', join(runtime, 'dist')];
  const buildInfo = ['--tsBuildInfoFile', join(runtime, 'dist', '.tsbuildinfo')];
  await Promise.all([
    promisify(execFile)(
      process.execPath,
      [compilers[7], '-p', 'packages/runtime', ...declarations, ...buildInfo],
      { cwd: root },
    ),
    generate(schema, { directory: join(directory, 'netsuite') }),
  ]);
  await writeFile(join(directory, 'schema.ts'), "export type { Client } from './netsuite/index.js';\n");
}
