import { parse } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { translateStatement } from '../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed, rejectionOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const own = 'FROM transaction t WHERE t.entity = c.id';

// Oracle's "SQL Language Reference" 19c, "Using Subqueries": a subquery may name a table one or more levels above it.
describe('a subquery in FROM of a subquery', () => {
  it('names the row of the query around it', () => {
    const text = `SELECT c.id, (SELECT MAX(x) FROM (SELECT t.id AS x ${own})) AS last FROM customer c ORDER BY c.id`;
    expect(translateStatement(parse(text), { parameters: [], digits: 'few' }, database).sql).toBe(
      'SELECT s1."id" AS c1, (SELECT max(s3.c1) AS c4_1 FROM (SELECT s2."id" AS c1 FROM "transaction" AS s2 WHERE (s2."entity" = s1."id")) AS s3) AS c2 FROM "customer" AS s1 ORDER BY s1."id"',
    );
    expect(valuesOf(database, text)).toEqual([
      ['1', '13'],
      ['2', '12'],
      ['3', null],
    ]);
  });

  it.each<[subquery: string, values: readonly (string | null)[]]>([
    [`SELECT x FROM (SELECT t.id x ${own} ORDER BY t.id DESC) WHERE ROWNUM = 1`, ['13', '12', null]],
    [`SELECT x FROM (SELECT t.id x ${own} ORDER BY 1 DESC FETCH FIRST 1 ROWS ONLY)`, ['13', '12', null]],
    [`SELECT x FROM (SELECT t.id x, RANK() OVER (ORDER BY t.id) r ${own}) WHERE r = 1`, ['11', '12', null]],
    [`SELECT MAX(z) FROM (SELECT y z FROM (SELECT x y FROM (SELECT t.id x ${own})))`, ['13', '12', null]],
    [`SELECT SUM(n) FROM (SELECT t.type, COUNT(*) n ${own} GROUP BY t.type)`, ['2', '1', null]],
    [
      `SELECT COUNT(*) FROM (SELECT t.type, t.status ${own} GROUP BY ROLLUP (t.type, t.status))`,
      ['5', '3', '1'],
    ],
    [`SELECT MAX(x) FROM (SELECT t.id x ${own} UNION ALL SELECT c.id FROM currency)`, ['13', '12', '3']],
    [`SELECT COUNT(*) FROM (SELECT t.entity ${own} MINUS SELECT c.currency FROM currency)`, ['0', '1', '0']],
    [`SELECT LISTAGG(x, ',') WITHIN GROUP (ORDER BY x) FROM (SELECT t.id x ${own})`, ['11,13', '12', null]],
    [
      `SELECT COUNT(b.x) FROM employee e LEFT JOIN (SELECT t.id x, c.id y ${own}) b ON b.x = e.id + 4 AND b.y = c.id`,
      ['1', '1', '0'],
    ],
    [
      `SELECT COUNT(*) FROM (SELECT t.id x ${own}) a FULL JOIN (SELECT t.id x ${own} AND t.id > 11) b ON b.x = a.x`,
      ['2', '1', '0'],
    ],
    [`SELECT COUNT(a.x) FROM (SELECT t.id x ${own}) a RIGHT JOIN currency y ON a.x > y.id`, ['4', '2', '0']],
    [
      `SELECT MAX(t.id) FROM transaction t, (SELECT e.id i FROM employee e WHERE e.id = c.salesrep) q WHERE t.entity = c.id`,
      ['13', '12', null],
    ],
  ])('%s', (subquery, values) => {
    const rows = valuesOf(database, `SELECT (${subquery}) v FROM customer c ORDER BY c.id`);
    expect(rows.map(([value]) => value ?? null)).toEqual(values);
  });

  it.each<[condition: string, ids: readonly string[]]>([
    [`EXISTS (SELECT 1 FROM (SELECT t.entity e ${own}) x WHERE x.e = c.id)`, ['1', '2']],
    [`NOT EXISTS (SELECT 1 FROM (SELECT t.entity e ${own} INTERSECT SELECT id FROM customer))`, ['3']],
    [`c.id IN (SELECT e FROM (SELECT t.entity e ${own}))`, ['1', '2']],
    [`c.id >= ALL (SELECT e FROM (SELECT t.entity e FROM transaction t WHERE t.entity <> c.id))`, ['2', '3']],
    [`1 < (SELECT COUNT(*) FROM (SELECT t.id ${own}))`, ['1']],
    [`EXISTS (SELECT 1 FROM currency y WHERE y.id = (SELECT MAX(e) FROM (SELECT t.entity e ${own})))`, ['1']],
  ])('%s', (condition, ids) => {
    const rows = valuesOf(database, `SELECT c.id FROM customer c WHERE ${condition} ORDER BY c.id`);
    expect(rows.map(([id]) => id)).toEqual(ids);
  });

  it('does not name the tables beside it', () => {
    const text = `SELECT c.id FROM customer c, (SELECT t.id ${own}) x`;
    expect(rejectionOf(database, text).detail).toContain("Unknown identifier 'c'");
  });
});
