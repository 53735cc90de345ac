import { afterAll, describe, expect, it } from 'vitest';
import { demoRows } from '../../../packages/emulator/src/demo/demo-rows.js';
import { openSeed, rejectionOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

// "Selecting from the DUAL Table", Oracle Database 19c SQL Language Reference.
describe('DUAL', () => {
  it('has one row, under any alias and beside other tables', () => {
    expect(valuesOf(database, 'SELECT dummy, 1 + 1 AS two FROM dual')).toEqual([['X', '2']]);
    expect(valuesOf(database, 'SELECT d.*, c.id FROM Dual d CROSS JOIN customer c WHERE c.id = 2')).toEqual([
      ['X', '2'],
    ]);
    expect(
      valuesOf(database, 'SELECT c.id FROM customer c WHERE EXISTS (SELECT 1 FROM dual WHERE c.id > 2)'),
    ).toEqual([['3']]);
    expect(rejectionOf(database, 'SELECT id FROM dual').reason).toContain('id');
  });
});

// Published queries: map_<table>_<field> with the columns mapone and maptwo.
describe('the table of a multiple select', () => {
  it('has a row for each value, which shows what it stands for', () => {
    const text =
      'SELECT mapone, maptwo, BUILTIN.DF(mapone) AS a, BUILTIN.DF(maptwo) AS b FROM MAP_customer_custentity_tags ORDER BY mapone, maptwo';
    expect(valuesOf(database, text)).toEqual([
      ['Acme', 'new', '1', '1'],
      ['Acme', 'key', '1', '2'],
      ['Blå & Søn', 'key', '2', '2'],
    ]);
  });

  it('joins both sides', () => {
    const text =
      "SELECT c.companyname FROM customer c JOIN map_customer_custentity_tags m ON m.mapone = c.id JOIN customlist_tag t ON t.id = m.maptwo WHERE t.name = 'new'";
    expect(valuesOf(database, text)).toEqual([['Acme']]);
  });

  it('is not there for a column of one value', () => {
    expect(rejectionOf(database, 'SELECT mapone FROM map_customer_currency').reason).toContain(
      'map_customer_currency',
    );
  });
});

it('lets a subquery in FROM of a scalar subquery name the row around it', () => {
  // "Using Subqueries", Oracle Database 19c SQL Language Reference.
  const text =
    'SELECT c.id, (SELECT MAX(x.n) FROM (SELECT t.id AS n FROM transaction t WHERE t.entity = c.id) x) AS latest FROM customer c ORDER BY c.id';
  const flat =
    'SELECT c.id, (SELECT MAX(t.id) FROM transaction t WHERE t.entity = c.id) AS latest FROM customer c ORDER BY c.id';
  expect(valuesOf(database, text)).toEqual(valuesOf(database, flat));
});

it('gives the demo account its countries, states and statuses', () => {
  const tables = new Map<string, number>();
  for (const { table, rows } of demoRows({ rows: 50 }))
    tables.set(table, (tables.get(table) ?? 0) + rows.length);
  for (const table of ['country', 'state', 'transactionstatus', 'accountsubsidiarymap']) {
    expect(tables.get(table), table).toBeGreaterThan(2);
  }
});
