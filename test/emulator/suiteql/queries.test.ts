import { parse } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { translateStatement } from '../../../packages/emulator/src/suiteql/translate/translate.js';
import { openSeed, rowsOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const sqlOf = (text: string): string =>
  translateStatement(parse(text), { parameters: [], digits: 'few' }, database).sql;

describe('a translated statement', () => {
  it('names tables and columns of the definitions, and invents every other name', () => {
    const text = "SELECT c.companyname AS Name FROM Customer c WHERE c.isinactive = 'F' ORDER BY Name";
    expect(sqlOf(text)).toBe(
      'SELECT s1."companyname" AS c1 FROM "customer" AS s1 WHERE (s1."isinactive" = \'F\') ORDER BY c1 NULLS LAST',
    );
    expect(rowsOf(database, text)).toEqual([{ name: 'Acme' }, { name: 'Blå & Søn' }]);
  });

  it('counts in a subquery what ROWNUM lets through before it is ordered', () => {
    const text = 'SELECT id FROM customer WHERE ROWNUM <= 2 ORDER BY id DESC';
    expect(sqlOf(text)).toBe(
      'SELECT r2.k1 AS c1 FROM (SELECT row_number() OVER () AS n, s1."id" AS k1 FROM "customer" AS s1 LIMIT 2) AS r2 ORDER BY c1 DESC',
    );
    expect(valuesOf(database, text)).toEqual([['2'], ['1']]);
  });
});

describe("SQLite's own semantics", () => {
  it.each<[difference: string, text: string, sql: string, rows: readonly (readonly (string | null)[])[]]>([
    [
      'a limit keeps the order of a subquery',
      'SELECT id FROM (SELECT id FROM customer ORDER BY id DESC) WHERE id > 1',
      'SELECT s2.c1 AS c3_1 FROM (SELECT s1."id" AS c1 FROM "customer" AS s1 ORDER BY c1 DESC LIMIT -1) AS s2 WHERE (s2.c1 > 1)',
      [['3'], ['2']],
    ],
    [
      'NULL is empty where texts are joined',
      "SELECT tranid || '-' || status AS code FROM transaction WHERE id > 12 ORDER BY id",
      `SELECT sw_varchar(((coalesce(s1."tranid", '') || '-') || coalesce(s1."status", '')), ` +
        `coalesce((octet_length(s1."tranid") > 4000 OR octet_length(s1."status") > 4000), 0)) AS c1 FROM "transaction" AS s1 WHERE (s1."id" > 12) ORDER BY s1."id"`,
      [['INV1-A'], ['-B']],
    ],
    [
      'decimals are added exactly',
      'SELECT id FROM transaction WHERE foreigntotal + 0.2 = 0.3',
      'SELECT s1."id" AS c1 FROM "transaction" AS s1 WHERE (sw_add_narrow(s1."foreigntotal", 0.2) = 0.3)',
      [['11']],
    ],
    [
      'a text is cut from 1, and an empty one is NULL',
      "SELECT id FROM transaction WHERE SUBSTR(tranid, 0, 2) = 'SO' ORDER BY 1",
      `SELECT s1."id" AS c1 FROM "transaction" AS s1 WHERE (nullif(substr(s1."tranid", 1, 2), '') = 'SO') ORDER BY c1`,
      [['11'], ['12']],
    ],
    [
      'a division is never one of integers',
      'SELECT id / 4 AS quarter FROM currency ORDER BY id',
      'SELECT sw_divide(s1."id", 4) AS c1 FROM "currency" AS s1 ORDER BY s1."id"',
      [['0.25'], ['1']],
    ],
  ])('are not had: %s', (_difference, text, sql, rows) => {
    expect(sqlOf(text)).toBe(sql);
    expect(valuesOf(database, text)).toEqual(rows);
  });
});

describe('queries', () => {
  it.each<[title: string, text: string, rows: readonly (readonly (string | null)[])[]]>([
    [
      'returns all columns in the order of their names',
      'SELECT symbol, id, name FROM currency ORDER BY id',
      [
        ['1', 'US Dollar', 'USD'],
        ['4', 'Euro', 'EUR'],
      ],
    ],
    [
      'joins',
      'SELECT t.tranid a, c.companyname b FROM transaction t JOIN customer c ON c.id = t.entity ORDER BY t.id',
      [
        ['SO1', 'Acme'],
        ['SO2', 'Blå & Søn'],
        ['INV1', 'Acme'],
      ],
    ],
    [
      'keeps the left side of a left join',
      'SELECT t.id a, c.id b FROM transaction t LEFT JOIN customer c ON c.id = t.entity AND c.id = 2 ORDER BY t.id',
      [
        ['11', null],
        ['12', '2'],
        ['13', null],
        ['14', null],
      ],
    ],
    [
      'keeps the right side of a right join',
      'SELECT c.id a, e.id b FROM customer c RIGHT JOIN employee e ON e.id = c.salesrep AND c.id = 1 ORDER BY e.id',
      [
        ['1', '7'],
        [null, '8'],
      ],
    ],
    [
      'keeps both sides of a full join',
      'SELECT c.id a, e.id b FROM customer c FULL OUTER JOIN employee e ON e.id = c.salesrep AND c.id = 2 ORDER BY c.id, e.id',
      [
        ['1', null],
        ['2', '8'],
        ['3', null],
        [null, '7'],
      ],
    ],
    [
      'takes (+) for a left join',
      'SELECT c.id a, e.firstname b FROM customer c, employee e WHERE c.salesrep = e.id(+) ORDER BY e.id',
      [
        ['1', 'Ann'],
        ['2', 'Liam'],
        ['3', null],
      ],
    ],
    [
      'follows (+) from source to source, in any order',
      'SELECT c.id a, s.firstname b FROM employee s, customer c, employee e WHERE e.supervisor = s.id(+) AND c.salesrep = e.id(+) ORDER BY c.id',
      [
        ['1', null],
        ['2', 'Ann'],
        ['3', null],
      ],
    ],
    ['crosses sources that only commas part', 'SELECT COUNT(*) n FROM currency a, employee b', [['4']]],
    [
      'joins a nested join',
      'SELECT c.id FROM customer c JOIN (transaction t JOIN transactionline l ON l.transaction = t.id) ON t.entity = c.id WHERE l.item = 5',
      [['1']],
    ],
    [
      'groups, counts and filters groups',
      'SELECT entity a, COUNT(*) b, SUM(foreigntotal) c FROM transaction WHERE entity IS NOT NULL GROUP BY entity HAVING COUNT(*) > 1',
      [['1', '2', '70.1']],
    ],
    ['adds money exactly', "SELECT SUM(foreigntotal) FROM transaction WHERE type = 'SalesOrd'", [['0.3']]],
    [
      'counts what is different, without NULL',
      'SELECT COUNT(DISTINCT entity) a, COUNT(entity) b, COUNT(*) c FROM transaction',
      [['2', '3', '4']],
    ],
    [
      'gives one row for an aggregate of nothing',
      'SELECT COUNT(*) a, SUM(id) b FROM customer WHERE id = 99',
      [['0', null]],
    ],
    [
      'has NULLs last when ascending',
      'SELECT id FROM transaction ORDER BY trandate',
      [['11'], ['12'], ['13'], ['14']],
    ],
    [
      'has NULLs first when descending',
      'SELECT id FROM transaction ORDER BY trandate DESC',
      [['14'], ['13'], ['12'], ['11']],
    ],
    [
      'puts NULLs where it is told',
      'SELECT id FROM transaction ORDER BY trandate DESC NULLS LAST',
      [['13'], ['12'], ['11'], ['14']],
    ],
    [
      'orders by position, by alias and by what is not selected',
      'SELECT companyname AS n FROM customer ORDER BY LENGTH(n), salesrep DESC, 1',
      [['Acme'], ['acme_2'], ['Blå & Søn']],
    ],
    [
      'sorts text by code, capitals first',
      'SELECT entityid FROM customer ORDER BY entityid',
      [['Acme'], ['Blå'], ['acme 2']],
    ],
    [
      'fetches the first rows',
      'SELECT id FROM customer ORDER BY id DESC FETCH FIRST 2 ROWS ONLY',
      [['3'], ['2']],
    ],
    ['skips rows', 'SELECT id FROM customer ORDER BY id OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY', [['2']]],
    [
      'fetches ties',
      'SELECT id FROM transaction ORDER BY type DESC FETCH FIRST 1 ROWS WITH TIES',
      [['11'], ['12']],
    ],
    [
      'fetches a part of a hundred',
      'SELECT id FROM transaction ORDER BY id FETCH FIRST 50 PERCENT ROWS ONLY',
      [['11'], ['12']],
    ],
    ['takes TOP after the order', 'SELECT TOP 1 id FROM customer ORDER BY id DESC', [['3']]],
    [
      'counts ROWNUM after an inner order',
      'SELECT id FROM (SELECT id FROM customer ORDER BY id DESC) WHERE ROWNUM = 1',
      [['3']],
    ],
    ['never lets ROWNUM = 2 through', 'SELECT id FROM customer WHERE ROWNUM = 2', []],
    ['counts groups after ROWNUM', 'SELECT COUNT(*) FROM transaction WHERE ROWNUM <= 3', [['3']]],
    [
      'numbers rows',
      'SELECT id a, ROWNUM b FROM customer WHERE id > 1 ORDER BY id DESC',
      [
        ['3', '2'],
        ['2', '1'],
      ],
    ],
    [
      'finds what is in a subquery',
      "SELECT id FROM customer WHERE id IN (SELECT entity FROM transaction WHERE type = 'CustInvc') ORDER BY id",
      [['1']],
    ],
    [
      'finds nothing by NOT IN when NULL is among the values',
      'SELECT id FROM customer WHERE id NOT IN (SELECT entity FROM transaction)',
      [],
    ],
    [
      'correlates',
      'SELECT c.id FROM customer c WHERE NOT EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id)',
      [['3']],
    ],
    [
      'selects a scalar',
      'SELECT c.id a, (SELECT MAX(t.foreigntotal) FROM transaction t WHERE t.entity = c.id) b FROM customer c ORDER BY c.id',
      [
        ['1', '70'],
        ['2', '0.2'],
        ['3', null],
      ],
    ],
    [
      'compares with all and any',
      'SELECT id FROM transaction WHERE foreigntotal >= ALL (SELECT foreigntotal FROM transaction WHERE foreigntotal < 50) AND foreigntotal < ANY (0.15, 0.25)',
      [['12']],
    ],
    [
      'leaves a comparison with any of a query unknown where only NULL could settle it',
      'SELECT id FROM transaction WHERE NOT (id < ANY (SELECT salesrep FROM customer)) OR NOT (id >= ALL (SELECT salesrep FROM customer))',
      [],
    ],
    [
      'compares with any and all of nothing',
      'SELECT id FROM currency WHERE NOT (id = ANY (SELECT id FROM item WHERE id < 0)) AND NULL > ALL (SELECT id FROM item WHERE id < 0) ORDER BY id',
      [['1'], ['4']],
    ],
    [
      'takes an alias in ORDER BY for a column of the result, whatever a subquery calls its own',
      'SELECT s.shown AS n FROM (SELECT id, symbol AS shown FROM currency) s ORDER BY LOWER(n)',
      [['EUR'], ['USD']],
    ],
    [
      'compares rows of values',
      "SELECT id FROM transaction WHERE (type, status) IN (('SalesOrd', 'B'), ('CustInvc', 'A')) ORDER BY id",
      [['11'], ['13']],
    ],
    [
      'compares a row of values with the row of a subquery',
      "SELECT id FROM transaction t WHERE (type, entity) = (SELECT 'SalesOrd', id FROM customer WHERE entityid = 'Acme')",
      [['11']],
    ],
    [
      'tells a row of values from the row of a subquery',
      "SELECT id FROM transaction WHERE (type, entity) <> (SELECT 'SalesOrd', 1 FROM dual) ORDER BY id",
      [['12'], ['13'], ['14']],
    ],
    [
      'converts each value of a row as it would be converted alone',
      "SELECT id FROM transaction WHERE (foreigntotal, type) IN (SELECT '0.20', 'SalesOrd' FROM dual) OR (trandate, entity) IN (('2/28/2026', '1')) ORDER BY id",
      [['12'], ['13']],
    ],
    [
      'compares a row of values with any and with all of a subquery',
      "SELECT id FROM transaction WHERE (type, entity) = ANY (SELECT 'SalesOrd', id FROM customer) AND (id, status) <> ALL (SELECT id, 'G' FROM transaction) ORDER BY id",
      [['11']],
    ],
    [
      'unites without and with repetition',
      'SELECT type FROM transaction UNION SELECT type FROM transaction ORDER BY 1',
      [['CustInvc'], ['SalesOrd']],
    ],
    [
      'works off set operations from left to right',
      'SELECT id FROM customer MINUS SELECT 1 FROM currency UNION ALL SELECT id FROM currency WHERE id = 4',
      [['2'], ['3'], ['4']],
    ],
    [
      'does not let INTERSECT go first',
      'SELECT id FROM currency UNION ALL SELECT id FROM customer INTERSECT SELECT id FROM currency MINUS SELECT 1 FROM item ORDER BY 1',
      [['4']],
    ],
    ['intersects', 'SELECT id FROM customer INTERSECT SELECT id FROM currency', [['1']]],
    [
      'limits the queries of a set operation',
      'SELECT TOP 1 id FROM customer UNION SELECT TOP 1 id FROM employee ORDER BY id',
      [['1'], ['7']],
    ],
    ['tells case apart in LIKE', "SELECT id FROM customer WHERE companyname LIKE 'acme%'", [['3']]],
    ['escapes in LIKE', "SELECT id FROM customer WHERE companyname LIKE '%\\_%' ESCAPE '\\'", [['3']]],
    [
      'compares ids with text and numbers alike',
      "SELECT id FROM customer WHERE id = '2' OR salesrep = 7 ORDER BY id",
      [['1'], ['2']],
    ],
    ['compares computed ids with text', "SELECT id FROM customer WHERE NVL(salesrep, 0) = '7'", [['1']]],
    [
      'takes a number beside text in a list of values',
      "SELECT COALESCE(email, id, 'none', 1 + 1) AS v FROM customer ORDER BY id",
      [['1'], ['b@example.com'], ['a2@example.com']],
    ],
    [
      'ranks in windows',
      'SELECT id a, ROW_NUMBER() OVER (PARTITION BY type ORDER BY id DESC) b, SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) c FROM transaction ORDER BY id',
      [
        ['11', '2', '11'],
        ['12', '1', '23'],
        ['13', '2', '25'],
        ['14', '1', '27'],
      ],
    ],
    [
      'ranks peers alike',
      'SELECT id a, RANK() OVER (ORDER BY type DESC) b, DENSE_RANK() OVER (ORDER BY type DESC) c, ROUND(PERCENT_RANK() OVER (ORDER BY type DESC), 2) d, CUME_DIST() OVER (ORDER BY type DESC) e, NTILE(3) OVER (ORDER BY id) f, ROUND(RATIO_TO_REPORT(id) OVER (), 2) g FROM transaction ORDER BY id',
      [
        ['11', '1', '1', '0', '0.5', '1', '0.22'],
        ['12', '1', '1', '0', '0.5', '1', '0.24'],
        ['13', '3', '2', '0.67', '1', '2', '0.26'],
        ['14', '3', '2', '0.67', '1', '3', '0.28'],
      ],
    ],
    [
      'lists the rows of a window',
      "SELECT id a, LISTAGG(tranid, '+') WITHIN GROUP (ORDER BY id DESC) OVER (PARTITION BY type) b FROM transaction ORDER BY id",
      [
        ['11', 'SO2+SO1'],
        ['12', 'SO2+SO1'],
        ['13', 'INV1'],
        ['14', 'INV1'],
      ],
    ],
    [
      'passes NULLs over in windows',
      'SELECT id a, LAST_VALUE(tranid) IGNORE NULLS OVER (ORDER BY id) b, LAG(tranid, 1) IGNORE NULLS OVER (ORDER BY id DESC) c, FIRST_VALUE(email) IGNORE NULLS OVER (ORDER BY id) d, LEAD(foreigntotal, 2, -1) IGNORE NULLS OVER (ORDER BY id) e FROM (SELECT t.id, t.tranid, c.email, t.foreigntotal FROM transaction t LEFT JOIN customer c ON c.id = t.entity) ORDER BY id',
      [
        ['11', 'SO1', 'SO2', null, '70'],
        ['12', 'SO2', 'INV1', 'b@example.com', '-1'],
        ['13', 'INV1', null, 'b@example.com', '-1'],
        ['14', 'INV1', null, 'b@example.com', '-1'],
      ],
    ],
    [
      'looks back and forth',
      'SELECT id a, LAG(id) OVER (ORDER BY id) b, LEAD(id, 2, 0) OVER (ORDER BY id) c FROM customer ORDER BY id',
      [
        ['1', null, '3'],
        ['2', '1', '0'],
        ['3', '2', '0'],
      ],
    ],
    [
      'takes the first rows of a subquery before it filters, counts and joins them',
      'SELECT COUNT(*) a, MAX(x.id) b FROM (SELECT id FROM transaction ORDER BY id FETCH FIRST 2 ROWS ONLY) x LEFT JOIN (SELECT id FROM transaction ORDER BY id DESC FETCH FIRST 3 ROWS ONLY) y ON y.id = x.id WHERE x.id > 11 OR y.id IS NULL',
      [['2', '12']],
    ],
    [
      'takes the middle of dates',
      "SELECT MEDIAN(trandate) a, STDDEV(id) b, VARIANCE(id) c FROM transaction WHERE type = 'SalesOrd'",
      [['1/23/2026', '0.7071067811865475244008443621048490392848', '0.5']],
    ],
    [
      'lists and takes the middle',
      "SELECT LISTAGG(tranid, '; ') WITHIN GROUP (ORDER BY tranid DESC) a, MEDIAN(foreigntotal) b FROM transaction",
      [['SO2; SO1; INV1', '0.2']],
    ],
    [
      'keeps the first of a rank',
      'SELECT type a, MAX(id) KEEP (DENSE_RANK FIRST ORDER BY foreigntotal) b FROM transaction GROUP BY type ORDER BY type',
      [
        ['CustInvc', '13'],
        ['SalesOrd', '11'],
      ],
    ],
    [
      'reads common tables',
      'WITH big AS (SELECT id FROM transaction WHERE foreigntotal > 1) SELECT COUNT(*) FROM big',
      [['1']],
    ],
    [
      'takes columns that are keywords',
      "SELECT t.type FROM transaction t WHERE t.number IS NULL AND t.type LIKE 'Cust%' AND ROWNUM = 1",
      [['CustInvc']],
    ],
    ['groups by a constant', 'SELECT COUNT(*) FROM customer GROUP BY 1', [['3']]],
    [
      'has subqueries in FROM, and stars over them',
      'SELECT * FROM (SELECT entity, COUNT(*) cnt FROM transaction GROUP BY entity) WHERE cnt > 1',
      [['2', '1']],
    ],
  ])('%s', (_title, text, rows) => {
    expect(valuesOf(database, text)).toEqual(rows);
  });

  it('returns aliases in lower case, names computed columns, and takes the first of two of one name', () => {
    expect(
      rowsOf(database, 'SELECT id AS MyId, COUNT(*), MAX(id) FROM currency WHERE id = 4 GROUP BY id'),
    ).toEqual([{ expr1: '1', expr2: '4', myid: '4' }]);
    expect(
      rowsOf(database, 'SELECT * FROM currency c JOIN employee e ON e.id = 7 WHERE c.id = 4')[0],
    ).toMatchObject({
      entityid: 'Ann Ásgeirsdóttir',
      id: '4',
    });
  });

  it('evaluates long chains of conditions', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `id = ${index + 2}`).join(' OR ');
    expect(valuesOf(database, `SELECT id FROM customer WHERE ${chain} ORDER BY id`)).toEqual([['2'], ['3']]);
  });
});

describe('several groupings', () => {
  it('of ROLLUP go from the finest to the grand total', () => {
    expect(
      valuesOf(
        database,
        'SELECT t.type a, status b, COUNT(*) c, GROUPING(status) d FROM transaction t GROUP BY ROLLUP(type, t.status) ORDER BY a, b',
      ),
    ).toEqual([
      ['CustInvc', 'A', '1', '0'],
      ['CustInvc', 'B', '1', '0'],
      ['CustInvc', null, '2', '1'],
      ['SalesOrd', 'B', '1', '0'],
      ['SalesOrd', 'G', '1', '0'],
      ['SalesOrd', null, '2', '1'],
      [null, null, '4', '1'],
    ]);
  });

  it('have a grand total of no rows at all', () => {
    const text = 'SELECT type a, status b FROM transaction WHERE id < 0 GROUP BY CUBE(type, status)';
    expect(valuesOf(database, text)).toEqual([[null, null]]);
  });

  it('of CUBE and GROUPING SETS are each combination and each set', () => {
    const cube =
      'SELECT GROUPING_ID(type, status) a, COUNT(*) b FROM transaction GROUP BY CUBE(type, status)';
    expect(valuesOf(database, `${cube} ORDER BY a`).map(([set]) => set)).toEqual([
      '0',
      '0',
      '0',
      '0',
      '1',
      '1',
      '2',
      '2',
      '2',
      '3',
    ]);
    const sets =
      "SELECT NVL(UPPER(type), 'all') a, COUNT(*) b FROM transaction GROUP BY GROUPING SETS (UPPER(type), ())";
    expect(valuesOf(database, `${sets} ORDER BY b, 1`)).toEqual([
      ['CUSTINVC', '2'],
      ['SALESORD', '2'],
      ['all', '4'],
    ]);
  });
});

describe('BUILTIN functions', () => {
  it('shows what stands behind references, codes, lists and checkboxes', () => {
    expect(
      rowsOf(
        database,
        'SELECT BUILTIN.DF(c.salesrep) rep, BUILTIN.DF(c.custentity_tags) tags, BUILTIN.DF(c.isinactive) box, BUILTIN.DF(c.companyname) name FROM customer c ORDER BY c.id',
      ),
    ).toEqual([
      { box: 'F', name: 'Acme', rep: 'Ann Ásgeirsdóttir', tags: 'new, key' },
      { box: 'F', name: 'Blå & Søn', rep: "Liam O'Brien", tags: 'key' },
      { box: 'T', name: 'acme_2', rep: null, tags: null },
    ]);
  });

  it("shows a transaction's status with its type, and composes the two", () => {
    expect(
      rowsOf(
        database,
        "SELECT BUILTIN.DF(status) shown, BUILTIN.CF(status) composed, BUILTIN.DF(type) kind FROM transaction WHERE BUILTIN.CF(status) = 'SalesOrd:B'",
      ),
    ).toEqual([{ composed: 'SalesOrd:B', kind: 'Sales Order', shown: 'Sales Order : Pending Fulfillment' }]);
  });

  it('groups by what is shown', () => {
    expect(
      valuesOf(
        database,
        'SELECT BUILTIN.DF(currency) a, COUNT(*) b FROM customer GROUP BY BUILTIN.DF(currency) ORDER BY b',
      ),
    ).toEqual([
      ['Euro', '1'],
      ['US Dollar', '2'],
    ]);
  });
});
