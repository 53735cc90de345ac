import { parse } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { translateStatement } from '../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed, rejectionOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

// Oracle's "SQL Language Reference", "Aggregate Functions": AVG(MAX(salary)) … GROUP BY department_id.
describe('aggregates of aggregates', () => {
  it('aggregate the groups of a subquery', () => {
    const text = 'SELECT MAX(COUNT(*)) AS most FROM transaction WHERE id > 11 GROUP BY entity';
    expect(translateStatement(parse(text), { parameters: [], digits: 'few' }, database).sql).toBe(
      'SELECT max(s2.c1) AS c3_1 FROM (SELECT count(*) AS c1 FROM "transaction" AS s1 WHERE (s1."id" > 11) GROUP BY s1."entity") AS s2',
    );
    expect(valuesOf(database, text)).toEqual([['1']]);
  });

  it.each<[text: string, rows: readonly (readonly (string | null)[])[]]>([
    [
      'SELECT MIN(SUM(foreigntotal)) + 1 a, COUNT(MAX(id)) b FROM transaction GROUP BY entity HAVING COUNT(*) > 1',
      [['71.1', '1']],
    ],
    ['SELECT ROUND(AVG(COUNT(DISTINCT entity)), 1) a FROM transaction GROUP BY type ORDER BY 1', [['1.5']]],
    ['SELECT MAX(COUNT(*)) a FROM transaction GROUP BY ROLLUP (type)', [['4']]],
    [
      'SELECT c.id a, (SELECT MAX(COUNT(*)) FROM transaction t WHERE t.entity = c.id GROUP BY t.type) b FROM customer c ORDER BY 1',
      [
        ['1', '1'],
        ['2', '1'],
        ['3', null],
      ],
    ],
    [
      'SELECT m a FROM (SELECT MAX(COUNT(*)) m FROM transaction GROUP BY type) UNION ALL SELECT MIN(COUNT(*)) FROM transaction GROUP BY status',
      [['2'], ['1']],
    ],
    ['SELECT SUM(COUNT(*)) OVER () a FROM transaction GROUP BY type', [['4'], ['4']]],
  ])('%s', (text, rows) => {
    expect(valuesOf(database, text)).toEqual(rows);
  });

  it.each([
    ['SELECT MAX(COUNT(*)) FROM transaction', 'ORA-00978'],
    ['SELECT type, MAX(COUNT(*)) FROM transaction GROUP BY type', 'ORA-00937'],
    ['SELECT MAX(COUNT(*)), COUNT(*) FROM transaction GROUP BY type', 'ORA-00937'],
    ['SELECT MAX(MIN(COUNT(*))) FROM transaction GROUP BY type', 'ORA-00935'],
  ])('%s is refused (%s)', (text, code) => {
    expect(rejectionOf(database, text).reason).toContain(code);
  });
});
