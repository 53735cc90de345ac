import { parse } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { translateStatement } from '../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed, rejectionOf, valuesOf } from './small-account.js';

const days = [
  '2023-12-31',
  '2024-01-29',
  '2024-01-31',
  '2024-02-29',
  '2024-03-30',
  '2024-03-31',
  '2025-02-28',
];
const database = openSeed({
  custom: { sale: { columns: { id: 'id', day: 'date', amount: 'num', note: 'text' } } },
  tables: {
    sale: [
      ...days.map((day, index) => ({
        id: index + 1,
        day,
        amount: (index + 1) / 10,
        note: index % 2 ? 'a' : 'b',
      })),
      { id: 8, day: null, amount: 5, note: null },
    ],
  },
});
afterAll(() => database.close());

const windowOf = (call: string): readonly (string | null)[] =>
  valuesOf(database, `SELECT ${call} a FROM sale ORDER BY id`).map(([value]) => value ?? null);

// Oracle's "SQL Language Reference", "Analytic Functions", windowing_clause. Rows without a day are peers of each other.
describe('frames over dates', () => {
  it('count days in the seconds that dates are stored in', () => {
    const text = 'SELECT COUNT(*) OVER (ORDER BY day RANGE BETWEEN 30 PRECEDING AND 1 FOLLOWING) a FROM sale';
    expect(translateStatement(parse(text), { parameters: [], digits: 'few' }, database).sql).toBe(
      'SELECT count(*) OVER (ORDER BY s1."day" NULLS LAST RANGE BETWEEN (30 * 86400) PRECEDING AND (1 * 86400) FOLLOWING) AS c1 FROM "sale" AS s1',
    );
  });

  it.each([
    ['COUNT(*) OVER (ORDER BY day RANGE BETWEEN 30 PRECEDING AND CURRENT ROW)', [1, 2, 2, 2, 2, 2, 1, 1]],
    ['COUNT(*) OVER (ORDER BY day RANGE 2 PRECEDING)', [1, 1, 2, 1, 1, 2, 1, 1]],
    ['COUNT(*) OVER (ORDER BY day RANGE BETWEEN 1.5 PRECEDING AND 0.5 FOLLOWING)', [1, 1, 1, 1, 1, 2, 1, 1]],
    [
      'COUNT(*) OVER (ORDER BY day DESC RANGE BETWEEN 30 PRECEDING AND CURRENT ROW)',
      [2, 2, 2, 2, 2, 1, 1, 1],
    ],
    [
      "SUM(amount) OVER (ORDER BY day RANGE BETWEEN INTERVAL '2' DAY PRECEDING AND CURRENT ROW)",
      [0.1, 0.2, 0.5, 0.4, 0.5, 1.1, 0.7, 5],
    ],
    [
      "COUNT(*) OVER (ORDER BY day RANGE BETWEEN INTERVAL '48' HOUR PRECEDING AND INTERVAL '1' DAY FOLLOWING)",
      [1, 1, 2, 1, 2, 2, 1, 1],
    ],
    [
      "COUNT(*) OVER (ORDER BY day RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL '30' DAY PRECEDING)",
      [0, 0, 1, 2, 4, 4, 6, 8],
    ],
    [
      'LAST_VALUE(id) OVER (ORDER BY day RANGE BETWEEN CURRENT ROW AND 31 FOLLOWING)',
      [3, 4, 4, 6, 6, 6, 7, 8],
    ],
    [
      'MAX(day) OVER (PARTITION BY note ORDER BY day RANGE BETWEEN 60 PRECEDING AND 1 PRECEDING)',
      [null, null, '12/31/2023', '1/29/2024', '1/31/2024', '2/29/2024', null, null],
    ],
  ])('%s', (call, expected) => {
    expect(windowOf(call)).toEqual(expected.map((value) => (value === null ? null : String(value))));
  });

  // Assumed: a bound in a month that is too short for the day is the last of that month.
  it.each([
    [
      "SUM(amount) OVER (ORDER BY day RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW)",
      [0.1, 0.3, 0.6, 0.9, 0.9, 1.5, 0.7, 5],
    ],
    [
      "COUNT(*) OVER (ORDER BY day DESC RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW)",
      [3, 3, 2, 1, 2, 1, 1, 1],
    ],
    [
      "COUNT(day) OVER (ORDER BY day RANGE BETWEEN INTERVAL '1' YEAR PRECEDING AND INTERVAL '1' MONTH PRECEDING)",
      [0, 0, 1, 2, 4, 4, 3, 0],
    ],
    [
      "MIN(id) OVER (ORDER BY day RANGE BETWEEN INTERVAL '1' MONTH FOLLOWING AND INTERVAL '1-2' YEAR TO MONTH FOLLOWING)",
      [3, 4, 4, 5, 7, 7, null, 8],
    ],
    [
      "FIRST_VALUE(note) OVER (ORDER BY day RANGE INTERVAL '2' MONTH PRECEDING)",
      ['b', 'b', 'b', 'b', 'b', 'b', 'b', null],
    ],
    [
      "ROUND(AVG(amount) OVER (ORDER BY day RANGE INTERVAL '1' MONTH PRECEDING), 3)",
      [0.1, 0.15, 0.2, 0.3, 0.45, 0.5, 0.7, 5],
    ],
  ])('%s', (call, expected) => {
    expect(windowOf(call)).toEqual(expected.map((value) => (value === null ? null : String(value))));
  });
});

describe('windows', () => {
  it.each([
    [
      'COUNT(*) OVER (ORDER BY amount RANGE BETWEEN 0.1 PRECEDING AND 0.1 FOLLOWING)',
      [2, 3, 3, 3, 3, 3, 2, 1],
    ],
    ['COUNT(*) OVER (ORDER BY id RANGE BETWEEN 2 PRECEDING AND 1 PRECEDING)', [0, 1, 2, 2, 2, 2, 2, 2]],
    [
      'SUM(id) OVER (ORDER BY id * 1.0000000000000000001 RANGE BETWEEN 1.5 PRECEDING AND 1 PRECEDING)',
      [null, 1, 2, 3, 4, 5, 6, 7],
    ],
    ['COUNT(DISTINCT note) OVER ()', [2, 2, 2, 2, 2, 2, 2, 2]],
    ['SUM(DISTINCT LENGTH(note)) OVER (PARTITION BY note)', [1, 1, 1, 1, 1, 1, 1, null]],
  ])('%s', (call, expected) => {
    expect(windowOf(call)).toEqual(expected.map((value) => (value === null ? null : String(value))));
  });

  it.each([
    ['ROW_NUMBER() OVER (PARTITION BY note)', 'ORA-30485'],
    ['LAG(id) OVER (PARTITION BY note)', 'ORA-30485'],
    ['SUM(id) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)', 'ORA-30485'],
    ['RANK() OVER (ORDER BY id ROWS UNBOUNDED PRECEDING)', 'ORA-00907'],
    ['RATIO_TO_REPORT(id) OVER (ORDER BY id)', 'ORA-30487'],
    ['COUNT(DISTINCT note) OVER (ORDER BY id)', 'ORA-30487'],
    ['LAG(id, -1) OVER (ORDER BY id)', 'ORA-01428'],
    ['SUM(id) OVER (ORDER BY note RANGE 1 PRECEDING)', 'ORA-30486'],
    ['SUM(id) OVER (ORDER BY id, day RANGE 1 PRECEDING)', 'ORA-30486'],
    ["SUM(id) OVER (ORDER BY id RANGE INTERVAL '1' DAY PRECEDING)", 'ORA-30486'],
    ["SUM(id) OVER (ORDER BY day RANGE INTERVAL '-1' DAY PRECEDING)", 'ORA-01428'],
    ["TO_DATE('2026-01-31', 'YYYY-MM-DD') + INTERVAL '1' MONTH", 'ORA-01839'],
  ])('%s is refused (%s)', (expression, code) => {
    expect(rejectionOf(database, `SELECT ${expression} a FROM sale`).reason).toContain(code);
  });
});
