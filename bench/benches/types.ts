import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@suitewright/generator';
import { fieldsOf, RECORDS, schemaDocument } from '../account-400.js';
import { type Measurement, measurement } from '../measurement.js';
import { type CheckCost, typecheck } from '../typecheck.js';

const QUERIES = 200;
const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = join(root, 'node_modules', '.cache', 'bench-types');

/** What it costs to check 400 records and 200 queries over two tables, beside Kysely on the same schema. */
export async function* run(): AsyncGenerator<Measurement> {
  // As users have it: the runtime's declarations, not its sources.
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/runtime'], {
    cwd: root,
  });
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, 'kysely'), { recursive: true });
  await generate(schemaDocument(), { directory: join(directory, 'netsuite') });
  await symlink(join(root, 'bench', 'node_modules'), join(directory, 'kysely', 'node_modules'), 'dir');
  await writeFile(join(directory, 'schema.ts'), "export type { Client } from './netsuite/index.js';\n");
  await writeFile(join(directory, 'queries.ts'), ourQueries());
  await writeFile(join(directory, 'wrong.ts'), ourQueries('fieldd1'));
  await writeFile(join(directory, 'models.ts'), ourModels());
  await writeFile(join(directory, 'kysely', 'database.ts'), kyselyDatabase());
  await writeFile(join(directory, 'kysely', 'queries.ts'), kyselyQueries());

  const schema = await typecheck(directory, ['schema.ts'], 6);
  yield measurement('types: 400 records alone, TypeScript 6', schema.instantiations, 'instantiations');

  const queries = checked(await typecheck(directory, ['schema.ts', 'queries.ts'], 6));
  const kysely = checked(await typecheck(directory, ['kysely/queries.ts'], 6));
  yield measurement('types: 200 two-table queries, TypeScript 6', queries.instantiations, 'instantiations', {
    peer: 'kysely',
    peerValue: kysely.instantiations,
    goal: '<= 60,000 and <= 1/20 of the peer',
    met: (value, ratio) => value <= 60_000 && ratio <= 1 / 20,
  });
  yield measurement('types: the same, check time', queries.checkSeconds, 's', {
    peer: 'kysely',
    peerValue: kysely.checkSeconds,
    goal: '<= 1/20 of the peer',
    met: (_value, ratio) => ratio <= 1 / 20,
  });
  yield measurement('types: the same, memory', queries.memoryMb, 'MB', {
    peer: 'kysely',
    peerValue: kysely.memoryMb,
    goal: '<= 300 MB',
    met: (mb) => mb <= 300,
  });

  const models = checked(await typecheck(directory, ['schema.ts', 'models.ts'], 6));
  yield measurement(
    'types: 200 findMany with a relation, TypeScript 6',
    models.instantiations,
    'instantiations',
  );
  const wrong = await typecheck(directory, ['schema.ts', 'wrong.ts'], 6);
  if (wrong.errors < QUERIES) throw new Error(`The wrong queries gave ${wrong.errors} errors only.`);
  yield measurement('types: 200 queries with a mistake each', wrong.instantiations, 'instantiations');

  const native = checked(await typecheck(directory, ['schema.ts', 'queries.ts'], 7));
  const kyselyNative = checked(await typecheck(directory, ['kysely/queries.ts'], 7));
  yield measurement('types: 200 two-table queries, TypeScript 7', native.checkSeconds, 's', {
    peer: 'kysely',
    peerValue: kyselyNative.checkSeconds,
  });
}

function checked(cost: CheckCost): CheckCost {
  if (cost.errors > 0) throw new Error(`The program to measure does not compile: ${cost.errors} errors.`);
  return cost;
}

function ourQueries(field = 'field1'): string {
  const imports = Array.from(
    { length: QUERIES + 1 },
    (_, index) => `import { record${index} } from './netsuite/record${index}.js';`,
  );
  const queries = Array.from({ length: QUERIES }, (_, index) => {
    const [a, b] = [`record${index}`, `record${index + 1}`];
    return [
      `export const query${index} = from(${a})`,
      `  .innerJoin(${b}, eq(${a}.ref12, ${b}.id))`,
      `  .where(and(gte(${a}.field3, '2026-01-01'), eq(${b}.field2, true)))`,
      `  .orderBy(desc(${a}.field3))`,
      `  .select({ id: ${a}.id, number: ${a}.${field}, text: ${b}.field6, date: ${b}.field3 });`,
    ].join('\n');
  });
  return ["import { and, desc, eq, from, gte } from '@suitewright/runtime';", ...imports, ...queries].join(
    '\n',
  );
}

function ourModels(): string {
  const calls = Array.from({ length: QUERIES }, (_, index) =>
    [
      `export const rows${index} = await ns.record${index}.findMany({`,
      "  where: { field3: { gte: '2026-01-01' }, ref12: { field6: { startsWith: 'A' } } },",
      '  select: { id: true, field1: true, ref12: { select: { field6: true, field3: true } } },',
      "  orderBy: { field3: 'desc' },",
      '  take: 50,',
      '});',
      `export const text${index}: string | null | undefined = rows${index}[0]?.ref12?.field6;`,
    ].join('\n'),
  );
  return ["import { createClient } from './netsuite/index.js';", 'const ns = createClient();', ...calls].join(
    '\n',
  );
}

function kyselyDatabase(): string {
  const types: Readonly<Record<string, string>> = { num: 'number', int: 'number', bool: 'boolean' };
  const tables = Array.from({ length: RECORDS }, (_, record) => {
    const columns = fieldsOf(record).map(({ name, kind }) =>
      name === 'id' ? '  id: string;' : `  ${name}: ${types[kind] ?? 'string'} | null;`,
    );
    return [`export interface Record${record} {`, ...columns, '}'].join('\n');
  });
  const names = Array.from({ length: RECORDS }, (_, record) => `  record${record}: Record${record};`);
  return [...tables, 'export interface Database {', ...names, '}'].join('\n');
}

function kyselyQueries(): string {
  const queries = Array.from({ length: QUERIES }, (_, index) => {
    const [a, b] = [`record${index}`, `record${index + 1}`];
    return [
      `export const query${index} = db.selectFrom('${a}')`,
      `  .innerJoin('${b}', '${a}.ref12', '${b}.id')`,
      `  .where('${a}.field3', '>=', '2026-01-01').where('${b}.field2', '=', true)`,
      `  .orderBy('${a}.field3', 'desc')`,
      `  .select(['${a}.id as id', '${a}.field1 as number', '${b}.field6 as text', '${b}.field3 as date']);`,
    ].join('\n');
  });
  return [
    "import type { Kysely } from 'kysely';",
    "import type { Database } from './database.js';",
    'declare const db: Kysely<Database>;',
    ...queries,
  ].join('\n');
}
