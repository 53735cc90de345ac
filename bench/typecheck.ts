import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What a compiler reports of a check (`--extendedDiagnostics`). */
export interface CheckCost {
  readonly instantiations: number;
  readonly memoryMb: number;
  readonly checkSeconds: number;
  readonly errors: number;
}

export const compilers = {
  6: fileURLToPath(new URL('../node_modules/typescript-6/lib/tsc.js', import.meta.url)),
  7: fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url)),
} as const;

/** Type-checks files as a user's project would: strict, against built packages, declarations not checked. */
export async function typecheck(
  directory: string,
  files: readonly string[],
  version: keyof typeof compilers,
): Promise<CheckCost> {
  const project = join(directory, `tsconfig.${version}.json`);
  await writeFile(
    project,
    JSON.stringify({
      compilerOptions: {
        target: 'ES2023',
        module: 'NodeNext',
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
      },
      files,
    }),
  );
  const output = await run(compilers[version], project);
  const figure = (label: string): number => {
    const found = new RegExp(`${label}:\\s+([\\d.]+)`).exec(output)?.[1];
    if (found === undefined)
      throw new Error(`TypeScript ${version} printed no '${label}':\n${output.slice(0, 2000)}`);
    return Number(found);
  };
  return {
    instantiations: figure('Instantiations'),
    memoryMb: figure('Memory used') / 1024,
    checkSeconds: figure('Check time'),
    errors: output.match(/error TS\d+/g)?.length ?? 0,
  };
}

async function run(compiler: string, project: string): Promise<string> {
  const call = promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=8192', compiler, '-p', project, '--extendedDiagnostics'],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  // Wrong programs are measured too: the compiler then exits 2 and prints its figures all the same.
  const { stdout } = await call.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  return stdout;
}
