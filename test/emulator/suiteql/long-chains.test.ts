import { afterAll, describe, expect, it } from 'vitest';
import { openSeed, rowsOf, smallSeed } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const many = 100_000;

function chain(condition: (index: number) => string, operator: string): string {
  return Array.from({ length: many }, (_, index) => condition(index)).join(` ${operator} `);
}

// Customers 1 and 3 have the currency 1, 2 has 4; the sales rep of 3 is NULL.
describe('100,000 conditions', () => {
  it.each([
    ['equal one of many', chain((index) => `id = ${index + 2}`, 'OR'), ['2', '3']],
    ['equal none of many', chain((index) => `id <> ${index + 2}`, 'AND'), ['1']],
    [
      'on two columns',
      chain((index) => (index % 2 === 0 ? `id = ${index + 3}` : `entityid = 'Acme${index}'`), 'OR'),
      ['3'],
    ],
    ['of other kinds', chain((index) => `id > ${index + 2}`, 'OR'), ['3']],
    [
      'of all kinds',
      chain((index) => ['id < 3', 'id <> 7', "companyname LIKE 'B%'"][index % 3] ?? '', 'AND'),
      ['2'],
    ],
    ['unknown where a value is NULL', `NOT (${chain((index) => `salesrep = ${index + 8}`, 'OR')})`, ['1']],
    ['unknown of other kinds', `NOT (${chain((index) => `salesrep > ${index + 7}`, 'OR')})`, ['1']],
  ])('%s', (_title, condition, ids) => {
    const found = rowsOf(database, `SELECT id FROM customer WHERE ${condition} ORDER BY id`);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('are joined to one text', () => {
    const text = `TO_CLOB('x')${" || 'x'".repeat(many - 1)}`;
    expect(rowsOf(database, `SELECT LENGTH(${text}) AS n FROM currency WHERE id = 1`)).toEqual([
      { n: String(many) },
    ]);
  });
});
