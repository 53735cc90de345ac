import { fieldsOf, RECORDS } from './account-400.js';

/** How many queries a program holds. */
export const QUERIES = 200;
/** How many the program of nested calls holds. */
const NESTED_CALLS = 100;

/** Programs over the account of 400 records. With a mistake, each query names a field that does not exist. */
export const typePrograms = {
  '200 single-table queries': (hasMistake: boolean): string =>
    builderProgram(
      (index) => `
export const query${index} = from(record${index})
  .where(and(gte(record${index}.field3, '2026-01-01'), eq(record${index}.field2, true)))
  .orderBy(desc(record${index}.field3))
  .select({ id: record${index}.id, number: record${index}.${field(hasMistake)}, text: record${index}.field6 });`,
    ),
  '200 two-table queries': (hasMistake: boolean): string =>
    builderProgram((index) => {
      const [a, b] = [`record${index}`, `record${index + 1}`];
      return `
export const query${index} = from(${a})
  .innerJoin(${b}, eq(${a}.ref12, ${b}.id))
  .where(and(gte(${a}.field3, '2026-01-01'), eq(${b}.field2, true)))
  .orderBy(desc(${a}.field3))
  .select({ id: ${a}.id, number: ${a}.${field(hasMistake)}, text: ${b}.field6, date: ${b}.field3 });`;
    }),
  '200 findMany with a relation': (hasMistake: boolean): string =>
    modelProgram(
      QUERIES,
      (index) => `
export const rows${index} = await ns.record${index}.findMany({
  where: { field3: { gte: '2026-01-01' }, ref12: { field6: { startsWith: 'A' } } },
  select: { id: true, ${field(hasMistake)}: true, ref12: { select: { field6: true, field3: true } } },
  orderBy: { field3: 'desc' },
  take: 50,
});
export const text${index}: string | null | undefined = rows${index}[0]?.ref12?.field6;`,
    ),
  '100 nested findMany': (hasMistake: boolean): string =>
    modelProgram(
      NESTED_CALLS,
      (index) => `
export const rows${index} = await ns.record${index + 1}.findMany({
  where: { field2: true, record${index}_by_ref12: { some: { field3: { gte: '2026-01-01' } } } },
  select: {
    id: true,
    ref24: { select: { field6: true, ref12: { select: { field1: true, ref36: { select: { field6: true } } } } } },
    record${index}_by_ref12: {
      select: { id: true, ref48: { select: { ${field(hasMistake)}: true } } },
      where: { field1: { gt: 1 } },
      orderBy: { field3: 'desc' },
      take: 5,
    },
  },
  orderBy: { ref12: { field3: 'desc' } },
});
export const text${index}: string | null | undefined = rows${index}[0]?.ref24?.ref12?.ref36?.field6;`,
    ),
} as const;

export type TypeProgram = keyof typeof typePrograms;

// The names are those of the object, which has no others.
export const typeProgramNames = Object.keys(typePrograms) as readonly TypeProgram[];

function field(hasMistake: boolean): string {
  return hasMistake ? 'fieldd1' : 'field1';
}

function builderProgram(query: (index: number) => string): string {
  const imports = indices(QUERIES + 1).map(
    (index) => `import { record${index} } from './netsuite/record${index}.js';`,
  );
  const head = "import { and, desc, eq, from, gte } from '@suitewright/runtime';";
  return [head, ...imports, ...indices(QUERIES).map(query)].join('\n');
}

function modelProgram(calls: number, call: (index: number) => string): string {
  const head = "import { createClient } from './netsuite/index.js';\nconst ns = createClient();";
  return [head, ...indices(calls).map(call)].join('\n');
}

/** The same account as Kysely has it. */
export function kyselyDatabase(): string {
  const types: Readonly<Record<string, string>> = { num: 'number', int: 'number', bool: 'boolean' };
  const tables = indices(RECORDS).map((record) => {
    const columns = fieldsOf(record).map(({ name, kind }) =>
      name === 'id' ? '  id: string;' : `  ${name}: ${types[kind] ?? 'string'} | null;`,
    );
    return [`export interface Record${record} {`, ...columns, '}'].join('\n');
  });
  const names = indices(RECORDS).map((record) => `  record${record}: Record${record};`);
  return [...tables, 'export interface Database {', ...names, '}'].join('\n');
}

/** The two-table queries as Kysely has them. */
export function kyselyQueries(): string {
  const queries = indices(QUERIES).map((index) => {
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

function indices(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
