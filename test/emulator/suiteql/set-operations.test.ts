import { parse } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { translateStatement } from '../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const inCurrency = 'SELECT c.id FROM customer c WHERE c.id IN (SELECT id FROM currency)';
const rightJoin = 'SELECT c.id FROM customer c RIGHT JOIN employee e ON e.id = c.salesrep';

describe('set operations', () => {
  it('puts a query with RIGHT JOIN into a subquery of its own, which SQLite does not merge with its neighbours', () => {
    const text = `${inCurrency} UNION ALL ${rightJoin} ORDER BY 1`;
    expect(translateStatement(parse(text), { parameters: [], digits: 'few' }, database).sql).toBe(
      'SELECT * FROM (SELECT s1."id" AS c1 FROM "customer" AS s1 WHERE (s1."id" IN (SELECT s2."id" AS c1 FROM "currency" AS s2)) ' +
        'UNION ALL SELECT * FROM (SELECT s4."id" AS c1 FROM ("customer" AS s4 RIGHT JOIN "employee" AS s5 ON (s5."id" = s4."salesrep")))) ' +
        'ORDER BY c1 NULLS LAST',
    );
    expect(valuesOf(database, text)).toEqual([['1'], ['1'], ['2']]);
  });

  const joins = [
    'customer c',
    'customer c RIGHT JOIN employee e ON e.id = c.salesrep',
    'customer c FULL JOIN employee e ON e.id = c.salesrep AND e.id = 7',
    '(SELECT c.id, c.salesrep FROM customer c RIGHT JOIN employee e ON e.id = c.salesrep) c',
  ];
  const conditions = [
    '',
    ' WHERE c.id = 1',
    ' WHERE c.id IN (SELECT id FROM currency)',
    ' WHERE EXISTS (SELECT 1 FROM currency x WHERE x.id = c.id)',
  ];
  const arms = joins.flatMap((join) =>
    conditions.map((condition) => `SELECT c.id AS a FROM ${join}${condition}`),
  );
  const sorted = (rows: readonly (readonly (string | null)[])[]): readonly string[] =>
    rows.map(String).sort();

  it.each(arms)('UNION ALL has the rows of %s and those of any other query', (first) => {
    const own = valuesOf(database, first);
    for (const second of arms) {
      const expected = sorted([...own, ...valuesOf(database, second)]);
      const union = `${first} UNION ALL ${second}`;
      expect(sorted(valuesOf(database, union)), union).toEqual(expected);
      expect(sorted(valuesOf(database, `SELECT d.a FROM (${union}) d`)), union).toEqual(expected);
    }
  });
});
