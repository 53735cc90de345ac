import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatAccountDate } from '../../../../packages/emulator/src/suiteql/account-date.js';
import { executeSuiteql } from '../../../../packages/emulator/src/suiteql/execute.js';
import { SuiteqlRejection } from '../../../../packages/emulator/src/suiteql/rejection.js';
import { type DrawnQuery, startDrawing } from './draw.js';
import { drawCondition } from './draw-condition.js';
import { drawQuery } from './draw-query.js';
import { drawValue } from './draw-value.js';
import { openEmulator, openPostgres } from './tables.js';

const emulator = openEmulator();
let postgres: PGlite;

beforeAll(async () => {
  postgres = await openPostgres();
});
afterAll(async () => {
  emulator.close();
  await postgres.close();
});

type Rows = readonly (readonly (string | null)[])[];

/** Null: a text of the query is longer than a VARCHAR2, which Oracle refuses (ORA-01489) and PostgreSQL does not. */
function emulatorRows({ sql }: DrawnQuery): Rows | null {
  const request = { text: sql.suiteql, parameters: [], offset: 0, limit: 100_000 };
  try {
    return executeSuiteql(emulator, request).rows.map((row) => Object.values(row));
  } catch (error) {
    if (error instanceof SuiteqlRejection && error.reason.includes('ORA-01489')) return null;
    throw error;
  }
}

const asIs = (text: string): string => text;
const numberOids = [20, 23, 701, 1700];
const dateOid = 1082;
const parsers = { ...Object.fromEntries(numberOids.map((oid) => [oid, asIs])), [dateOid]: asIs };

async function postgresRows({ sql, kinds }: DrawnQuery): Promise<Rows> {
  const { rows } = await postgres.query<readonly (string | null)[]>(sql.postgres, [], {
    rowMode: 'array',
    parsers,
  });
  return rows.map((row) =>
    row.map((value, index) => {
      if (value === null || kinds[index] === 'text') return value;
      return kinds[index] === 'date'
        ? formatAccountDate(Date.parse(`${value}T00:00:00Z`) / 1000, 'M/D/YYYY')
        : value.includes('.')
          ? value.replace(/\.?0+$/, '')
          : value;
    }),
  );
}

const inAnyOrder = (rows: Rows): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

const grammar = { value: drawValue, condition: drawCondition, query: drawQuery };

/** A fixed seed: the same queries every time. SUITEWRIGHT_STATEMENTS=20000:3 asks for so many, by another seed. */
const [count = 400, seed = 20_260_308] = (process.env.SUITEWRIGHT_STATEMENTS ?? '')
  .split(':')
  .flatMap((part) => (part === '' ? [] : [Number(part)]));
/** Statements take some ten milliseconds each. */
const timeoutMs = 60_000 + count * 100;

describe('against PostgreSQL', () => {
  it(
    'a query whose meaning is the same in both has the same rows',
    async () => {
      let withRows = 0;
      const sameRows = async (generate: fc.GeneratorValue): Promise<void> => {
        const query = startDrawing(generate, grammar).query(1);
        const expected = await postgresRows(query);
        const actual = emulatorRows(query);
        if (actual === null) return;
        const message = JSON.stringify(query.sql, null, 2);
        if (query.ordered) expect(actual, message).toEqual(expected);
        else expect(inAnyOrder(actual), message).toEqual(inAnyOrder(expected));
        if (expected.length > 0) withRows++;
      };
      await fc.assert(fc.asyncProperty(fc.gen(), sameRows), { numRuns: count, seed, endOnFailure: true });
      expect(withRows).toBeGreaterThan(count / 2);
    },
    timeoutMs,
  );
});
