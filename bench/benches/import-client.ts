import { execFile, execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '@suitewright/generator';
import { schemaDocument } from '../account-400.js';
import { type Measurement, measurement, median } from '../measurement.js';
import { compilers } from '../typecheck.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = join(root, 'node_modules', '.cache', 'bench-import');
const RUNS = 9;

/** What importing the client of 400 records costs over importing the runtime alone, both as built JavaScript. */
export async function* run(): AsyncGenerator<Measurement> {
  execFileSync(process.execPath, [compilers[7], '-b', 'packages/runtime'], { cwd: root });
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await generate(schemaDocument(), { directory: join(directory, 'netsuite') });
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { target: 'ES2023', module: 'NodeNext', skipLibCheck: true, types: [] },
      include: ['netsuite'],
    }),
  );
  execFileSync(process.execPath, [compilers[7], '-p', directory]);
  const options = "{ account: '1234567', auth: { method: 'bearer', accessToken: 'unused' } }";
  await writeFile(
    join(directory, 'program.js'),
    `const start = performance.now();
await import('@suitewright/runtime');
const runtime = performance.now();
const { createClient } = await import('./netsuite/index.js');
createClient(${options});
console.log(JSON.stringify({ runtimeMs: runtime - start, clientMs: performance.now() - runtime }));
`,
  );

  const runs: { readonly runtimeMs: number; readonly clientMs: number }[] = [];
  for (let round = 0; round < RUNS; round++) {
    const { stdout } = await promisify(execFile)(process.execPath, [join(directory, 'program.js')]);
    runs.push(JSON.parse(stdout));
  }
  yield measurement(
    'import the client of 400 records, over the runtime',
    median(runs.map((run) => run.clientMs)),
    'ms',
    { goal: '<= 30 ms', met: (ms) => ms <= 30 },
  );
  yield measurement('import the runtime', median(runs.map((run) => run.runtimeMs)), 'ms');
}
