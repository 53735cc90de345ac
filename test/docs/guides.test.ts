import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustSucceed } from '../../scripts/packaging/run-command.js';
import { readGuides, textOf } from './read-guides.js';

/**
 * What the word behind `ts` in a guide says of the block: `run`, together with the others of its page one program;
 * `part`, not a whole one; `telemetry`, a file that a test of its own runs; or the name of whose code it is.
 */
const roles = ['run', 'part', 'telemetry', 'prisma', 'drizzle', 'kysely', 'request'];

const repository = fileURLToPath(new URL('../../', import.meta.url));
const guides = await readGuides();
const programs = guides.filter((guide) => textOf(guide, 'run') !== '');
const standalone = guides.filter((guide) => textOf(guide, 'telemetry') !== '');
const endOfProgram = '----- end of the program';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  // The account that the README starts.
  emulator = await startEmulator({ rows: 20_000, today: '2026-06-30' });
  // Inside the repository, so that the programs find @suitewright/runtime.
  const parent = join(repository, '.suitewright');
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(join(parent, 'guides-'));
  await cp(join(repository, 'generated', 'netsuite'), join(folder, 'netsuite'), { recursive: true });
  for (const program of programs) await writeFile(join(folder, `${program.name}.ts`), textOf(program, 'run'));
  for (const guide of standalone)
    await writeFile(join(folder, `${guide.name}.ts`), textOf(guide, 'telemetry'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true },
      files: [...programs, ...standalone].map(({ name }) => `${name}.ts`),
    }),
  );
}, 120_000);

afterAll(async () => {
  await emulator?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe('the guides', () => {
  it('say of each TypeScript block whether it is a program', () => {
    const unmarked = guides.flatMap(({ name, snippets }) =>
      snippets
        .filter(({ language, role }) => language === 'ts' && !roles.includes(role))
        .map(({ text }) => `${name}: ${text.slice(0, 60)}`),
    );
    expect(unmarked).toEqual([]);
  });

  it('for people who come from elsewhere have programs', () => {
    expect(programs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['coming-from-drizzle-or-kysely', 'coming-from-prisma', 'coming-from-suiteql']),
    );
  });

  it('have programs that compile', async () => {
    await mustSucceed({
      program: process.execPath,
      arguments: [join(repository, 'node_modules/typescript/bin/tsc'), '--project', folder],
      directory: repository,
    });
  }, 120_000);

  it('have programs that run, and print what the guides show', async () => {
    const calls = programs.map(
      ({ name }) => `await import('./${name}.js');\nconsole.log(${JSON.stringify(endOfProgram)});\n`,
    );
    await writeFile(join(folder, 'all-guides.ts'), calls.join(''));
    const output = await mustSucceed({
      program: process.execPath,
      arguments: ['--import', 'tsx', '--conditions=@suitewright/source', join(folder, 'all-guides.ts')],
      directory: repository,
      environment: emulator.environment('oauth2'),
    });
    const printed = output.split(`${endOfProgram}\n`).slice(0, -1);
    expect(Object.fromEntries(programs.map(({ name }, index) => [name, printed[index]]))).toEqual(
      Object.fromEntries(programs.map((program) => [program.name, textOf(program, 'prints')])),
    );
  }, 120_000);
});
