import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaDocument } from '../account-400.js';
import { type Measurement, measurement } from '../measurement.js';
import {
  kyselyDatabase,
  kyselyQueries,
  QUERIES,
  type TypeProgram,
  typeProgramNames,
  typePrograms,
} from '../type-programs.js';
import { layOutTypeProject } from '../type-project.js';
import { type CheckCost, type compilers, typecheck } from '../typecheck.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = join(root, 'node_modules', '.cache', 'bench-types');
const compared = '200 two-table queries';

/** What it costs to check 400 records and programs over them, beside Kysely on the same schema. */
export async function* run(): AsyncGenerator<Measurement> {
  await layOutTypeProject(directory, schemaDocument());
  await mkdir(join(directory, 'kysely'));
  await symlink(join(root, 'bench', 'node_modules'), join(directory, 'kysely', 'node_modules'), 'dir');
  await writeFile(join(directory, 'kysely', 'database.ts'), kyselyDatabase());
  await writeFile(join(directory, 'kysely', 'queries.ts'), kyselyQueries());

  for (const version of [6, 7] as const) {
    const schema = checked(await typecheck(directory, ['schema.ts'], version));
    yield* costs('400 records alone', version, schema);
    yield* comparison(version);
    for (const name of typeProgramNames) {
      if (name !== compared) yield* costs(name, version, checked(await check(name, version, false)));
      const wrong = await check(name, version, true);
      if (wrong.errors === 0) throw new Error(`${name}, with a mistake each, gave no error.`);
      yield* costs(`${name}, a mistake each`, version, wrong);
    }
  }
}

async function* comparison(version: keyof typeof compilers): AsyncGenerator<Measurement> {
  const ours = checked(await check(compared, version, false));
  const kysely = checked(await typecheck(directory, ['kysely/queries.ts'], version));
  const name = `types: ${QUERIES} two-table queries, TypeScript ${version}`;
  const isGoal = version === 6;
  yield measurement(name, ours.instantiations, 'instantiations', {
    peer: 'kysely',
    peerValue: kysely.instantiations,
    ...(isGoal && {
      goal: '<= 60,000 and <= 1/20 of the peer',
      met: (value, ratio) => value <= 60_000 && ratio <= 1 / 20,
    }),
  });
  yield measurement(`${name}, check time`, ours.checkSeconds, 's', {
    peer: 'kysely',
    peerValue: kysely.checkSeconds,
    ...(isGoal && { goal: '<= 1/20 of the peer', met: (_value, ratio) => ratio <= 1 / 20 }),
  });
  yield measurement(`${name}, memory`, ours.memoryMb, 'MB', {
    peer: 'kysely',
    peerValue: kysely.memoryMb,
    ...(isGoal && { goal: '<= 300 MB', met: (mb) => mb <= 300 }),
  });
}

async function check(
  name: TypeProgram,
  version: keyof typeof compilers,
  hasMistake: boolean,
): Promise<CheckCost> {
  await writeFile(join(directory, 'program.ts'), typePrograms[name](hasMistake));
  return typecheck(directory, ['schema.ts', 'program.ts'], version);
}

function checked(cost: CheckCost): CheckCost {
  if (cost.errors > 0) throw new Error(`The program to measure does not compile: ${cost.errors} errors.`);
  return cost;
}

function* costs(program: string, version: number, cost: CheckCost): Generator<Measurement> {
  const name = `types: ${program}, TypeScript ${version}`;
  yield measurement(name, cost.instantiations, 'instantiations');
  yield measurement(`${name}, check time`, cost.checkSeconds, 's');
  yield measurement(`${name}, memory`, cost.memoryMb, 'MB');
}
