import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@suitewright/generator';
import { beforeAll, describe, expect, it } from 'vitest';
import { schemaDocument } from '../../bench/account-400.js';
import { type TypeProgram, typePrograms } from '../../bench/type-programs.js';
import { layOutTypeProject } from '../../bench/type-project.js';
import { typecheck } from '../../bench/typecheck.js';
import { instantiationCounter } from './instantiation-counter.js';

const directory = fileURLToPath(new URL('../../node_modules/.cache/type-cost/', import.meta.url));

/**
 * Instantiations at most: a tenth above what they were when this was written. A count, not a time, so that a slow
 * machine does not matter. A change that needs more has to say what for.
 *
 * TypeScript 6 counts a program with what it needs of the schema, TypeScript 7 with all of it.
 */
const bounds: readonly {
  readonly name: TypeProgram;
  readonly hasMistake: boolean;
  readonly 6: number;
  readonly 7: number;
}[] = [
  { name: '200 single-table queries', hasMistake: false, 6: 38_000, 7: 52_500 },
  { name: '200 single-table queries', hasMistake: true, 6: 36_700, 7: 51_100 },
  { name: '200 two-table queries', hasMistake: false, 6: 55_600, 7: 70_000 },
  { name: '200 two-table queries', hasMistake: true, 6: 54_300, 7: 68_800 },
  { name: '100 nested findMany', hasMistake: false, 6: 120_100, 7: 185_400 },
  { name: '100 nested findMany', hasMistake: true, 6: 113_200, 7: 178_200 },
];
const schemaBounds = { 6: 10_300, 7: 14_400 } as const;
/** With a zod schema of the rows and one of the bodies of each record. */
const zodBound = 150_000;
/** Of the schema and 200 two-table queries together. */
const goal = 60_000;

/** One of each call that has a mistake; others may follow from it. */
function expectErrors(errors: number, name: TypeProgram, hasMistake: boolean): void {
  if (hasMistake) expect(errors).toBeGreaterThanOrEqual(Number.parseInt(name, 10));
  else expect(errors).toBe(0);
}

const fileOf = (name: TypeProgram, hasMistake: boolean): string =>
  `${name.replaceAll(' ', '-')}${hasMistake ? '-wrong' : ''}.ts`;
const titleOf = (name: TypeProgram, hasMistake: boolean): string =>
  `${name}${hasMistake ? ', a mistake in each' : ''}`;

beforeAll(async () => {
  await layOutTypeProject(directory, schemaDocument());
  for (const { name, hasMistake } of bounds) {
    await writeFile(join(directory, fileOf(name, hasMistake)), typePrograms[name](hasMistake));
  }
}, 120_000);

describe('TypeScript 6, over 400 records of 60 fields, makes few instantiations for', () => {
  const count = instantiationCounter(directory);

  it('the schema alone', () => {
    const { instantiations, errors } = count(['schema.ts']);
    expect(errors).toBe(0);
    expect(instantiations).toBeLessThanOrEqual(schemaBounds[6]);
  }, 60_000);

  it('the schema and 200 two-table queries together', () => {
    const { instantiations, errors } = count(['schema.ts', fileOf('200 two-table queries', false)]);
    expect(errors).toBe(0);
    expect(instantiations).toBeLessThanOrEqual(goal);
  }, 60_000);

  for (const { name, hasMistake, 6: bound } of bounds) {
    it(titleOf(name, hasMistake), () => {
      const { instantiations, errors } = count([fileOf(name, hasMistake)]);
      expectErrors(errors, name, hasMistake);
      expect(instantiations).toBeLessThanOrEqual(bound);
    }, 60_000);
  }
});

describe('TypeScript 7, over the same, makes few instantiations for', () => {
  it('the schema alone', async () => {
    const { instantiations, errors } = await typecheck(directory, ['schema.ts'], 7);
    expect(errors).toBe(0);
    expect(instantiations).toBeLessThanOrEqual(schemaBounds[7]);
  }, 60_000);

  for (const { name, hasMistake, 7: bound } of bounds) {
    it(titleOf(name, hasMistake), async () => {
      const { instantiations, errors } = await typecheck(
        directory,
        ['schema.ts', fileOf(name, hasMistake)],
        7,
      );
      expectErrors(errors, name, hasMistake);
      expect(instantiations).toBeLessThanOrEqual(bound);
    }, 60_000);
  }
});

it('zod schemas of all 400 records cost TypeScript 7 few instantiations', async () => {
  const netsuite = join(directory, 'netsuite');
  const { written } = await generate(schemaDocument(), { directory: netsuite, zod: true });
  const files = written.filter((name) => name.endsWith('.zod.ts')).map((name) => join('netsuite', name));
  const { instantiations, errors } = await typecheck(directory, ['schema.ts', ...files], 7);
  expect({ files: files.length, errors }).toEqual({ files: 400, errors: 0 });
  expect(instantiations).toBeLessThanOrEqual(zodBound);
}, 240_000);
