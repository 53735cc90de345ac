import { PGlite } from '@electric-sql/pglite';
import { parse } from '@suitewright/suiteql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeSuiteql } from '../../../../packages/emulator/src/suiteql/execute.js';
import { rowPrinter } from '../../../../packages/emulator/src/suiteql/print-row.js';
import { translateStatement } from '../../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed } from '../small-account.js';
import { startDrawing } from './draw.js';
import { type DrawnNumbers, drawNumbers, measureColumns, measureRows } from './draw-numbers.js';

const emulator = openSeed({
  custom: { measure: { columns: { id: 'id', wide: 'num', narrow: 'num', whole: 'int', short: 'num' } } },
  tables: {
    measure: measureRows.map((row) =>
      Object.fromEntries(row.map((value, index) => [measureColumns[index], value])),
    ),
  },
});
let postgres: PGlite;

beforeAll(async () => {
  postgres = new PGlite();
  await postgres.exec(`CREATE TABLE measure (${measureColumns.map((name) => `${name} numeric`).join(', ')})`);
  for (const row of measureRows) {
    await postgres.query('INSERT INTO measure VALUES ($1, $2, $3, $4, $5)', [...row]);
  }
});
afterAll(async () => {
  emulator.close();
  await postgres.close();
});

type Rows = readonly (readonly (string | null)[])[];

const numeric = 1700;
const bigint = 20;
const asIs = (text: string): string => text;

async function postgresRows(text: string): Promise<Rows> {
  const options = { rowMode: 'array', parsers: { [numeric]: asIs, [bigint]: asIs } } as const;
  const { rows } = await postgres.query<readonly (string | null)[]>(text, [], options);
  return rows.map((row) => row.map((value) => (value?.includes('.') ? value.replace(/\.?0+$/, '') : value)));
}

function emulatorRows(text: string): Rows {
  const { rows } = executeSuiteql(emulator, { text, parameters: [], offset: 0, limit: 1000 });
  return rows.map((row) => Object.values(row));
}

/** The rows of the translation that is otherwise made only where a number has many digits. */
function rowsOfManyDigits(text: string): Rows {
  const { sql, columns } = translateStatement(parse(text), { parameters: [], digits: 'many' }, emulator);
  const print = rowPrinter(columns, emulator.dateFormat);
  return emulator.sqlite.all(sql).map((row) => Object.values(print(row)));
}

const grammar = {
  value: () => fail(),
  condition: () => fail(),
  query: () => fail(),
};

function fail(): never {
  throw new Error('Numbers are drawn by themselves.');
}

const sorted = (rows: Rows, { ordered }: DrawnNumbers): Rows =>
  ordered ? rows : [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));

describe('numbers of up to 38 digits', () => {
  it("are PostgreSQL's, whichever way the statement is translated", async () => {
    let withRows = 0;
    const sameRows = async (generate: fc.GeneratorValue): Promise<void> => {
      const drawn = drawNumbers(startDrawing(generate, grammar));
      const { suiteql } = drawn.sql;
      const message = JSON.stringify(drawn.sql, null, 2);
      const expected = sorted(await postgresRows(drawn.sql.postgres), drawn);
      expect(sorted(emulatorRows(suiteql), drawn), message).toEqual(expected);
      expect(sorted(rowsOfManyDigits(suiteql), drawn), message).toEqual(expected);
      if (expected.length > 0) withRows++;
    };
    await fc.assert(fc.asyncProperty(fc.gen(), sameRows), {
      numRuns: 400,
      seed: 20_260_308,
      endOnFailure: true,
    });
    expect(withRows).toBeGreaterThan(200);
  }, 120_000);
});
