import { type Catalog, check, type FindingCode } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { catalog } from './small-catalog.js';

/** A statement, and each finding as `severity code text-it-is-about`. */
type Case = readonly [
  text: string,
  ...findings: readonly `${'error' | 'warning'} ${FindingCode} ${string}`[],
];

function findingsOf(text: string, tables: Catalog = catalog): readonly string[] {
  return check(text, tables).findings.map(
    ({ severity, code, range }) => `${severity} ${code} ${text.slice(range.start, range.end)}`,
  );
}

const LIMITS: readonly Case[] = [
  ['SELECT id FROM item FETCH FIRST 5 ROWS ONLY', 'warning unordered-limit FETCH'],
  ['SELECT TOP 5 id FROM item', 'warning unordered-limit SELECT'],
  ['SELECT id FROM (SELECT id FROM item FETCH FIRST 5 ROWS ONLY) i', 'warning unordered-limit FETCH'],
  [
    'SELECT id FROM item UNION SELECT id FROM employee FETCH FIRST 5 ROWS ONLY',
    'warning unordered-limit FETCH',
  ],
  ['SELECT id FROM item ORDER BY id FETCH FIRST 5 ROWS ONLY'],
  ['SELECT TOP 5 id FROM item ORDER BY id'],
  ['SELECT id FROM (SELECT id FROM item ORDER BY id) FETCH FIRST 5 ROWS ONLY'],
  ['SELECT itemid FROM item WHERE id = ? AND cost > 1 FETCH FIRST 1 ROWS ONLY'],
  ['SELECT itemid FROM item WHERE id = id FETCH FIRST 1 ROWS ONLY', 'warning unordered-limit FETCH'],
  ['SELECT COUNT(*) AS n FROM item FETCH FIRST 1 ROWS ONLY'],
  ['SELECT 1 AS one FROM dual FETCH FIRST 1 ROWS ONLY'],
  [
    'SELECT id FROM item i WHERE EXISTS (SELECT 1 FROM transactionline l WHERE l.item = i.id FETCH FIRST 1 ROWS ONLY)',
  ],
];

const ROWNUMS: readonly Case[] = [
  ['SELECT id FROM item WHERE ROWNUM > 5', 'warning rownum-never ROWNUM > 5'],
  ['SELECT id FROM item WHERE ROWNUM = 2', 'warning rownum-never ROWNUM = 2'],
  ['SELECT id FROM item WHERE cost > 1 AND 2 <= ROWNUM', 'warning rownum-never 2 <= ROWNUM'],
  ['SELECT id FROM item WHERE ROWNUM BETWEEN 11 AND 20', 'warning rownum-never ROWNUM BETWEEN 11 AND 20'],
  ['SELECT id FROM item WHERE ROWNUM IN (2, 3)', 'warning rownum-never ROWNUM IN (2, 3)'],
  ['SELECT id FROM item WHERE NOT ROWNUM <= 5', 'warning rownum-never NOT ROWNUM <= 5'],
  ['SELECT id FROM item WHERE NOT (ROWNUM = 1)', 'warning rownum-never NOT (ROWNUM = 1)'],
  [
    'SELECT id FROM item WHERE ROWNUM NOT BETWEEN 1 AND 10',
    'warning rownum-never ROWNUM NOT BETWEEN 1 AND 10',
  ],
  ['SELECT id FROM item WHERE ROWNUM NOT IN (1, 2)', 'warning rownum-never ROWNUM NOT IN (1, 2)'],
  ['SELECT id FROM item WHERE ROWNUM NOT BETWEEN 2 AND 5 AND ROWNUM NOT IN (2, 3)'],
  ['SELECT id FROM item WHERE NOT ROWNUM BETWEEN 2 AND 5'],
  ['SELECT COUNT(*) AS n FROM item WHERE ROWNUM <= 10', 'warning rownum-with-group ROWNUM'],
  [
    'SELECT cost, COUNT(*) AS n FROM item WHERE ROWNUM <= 10 GROUP BY cost',
    'warning rownum-with-group ROWNUM',
  ],
  ['SELECT id FROM item WHERE ROWNUM = 1'],
  ['SELECT id FROM item WHERE ROWNUM > 0 AND ROWNUM >= 1 AND ROWNUM <> 3'],
  ['SELECT id FROM item WHERE ROWNUM BETWEEN 1 AND 10'],
  ['SELECT id FROM item WHERE NOT ROWNUM > 5'],
  ['SELECT id FROM item WHERE ROWNUM > 5 OR id = 3'],
  ['SELECT id FROM item WHERE ROWNUM > ?'],
  ['SELECT id FROM (SELECT id, ROWNUM AS rn FROM item) WHERE rn > 5'],
  ['SELECT COUNT(*) AS n FROM (SELECT id FROM item WHERE ROWNUM <= 10)'],
];

const NOT_INS: readonly Case[] = [
  ['SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline)', 'warning not-in-null item'],
  [
    'SELECT id FROM item WHERE NOT id IN (SELECT l.item FROM transactionline l)',
    'warning not-in-null l.item',
  ],
  ['SELECT id FROM item WHERE id <> ALL (SELECT item FROM transactionline)', 'warning not-in-null item'],
  [
    'SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline UNION ALL SELECT salesrep FROM customer)',
    'warning not-in-null item',
    'warning not-in-null salesrep',
  ],
  [
    'SELECT id FROM item WHERE id NOT IN (SELECT id FROM item UNION (SELECT salesrep FROM customer))',
    'warning not-in-null salesrep',
  ],
  ['SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline MINUS SELECT id FROM item)'],
  ['SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline WHERE NOT item IS NULL)'],
  ['SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline WHERE item IS NOT NULL)'],
  ['SELECT id FROM item WHERE id NOT IN (SELECT item FROM transactionline WHERE item > 5 AND quantity > 1)'],
  ['SELECT id FROM item WHERE id NOT IN (SELECT l.item FROM transactionline l JOIN item i ON i.id = l.item)'],
  ['SELECT id FROM item WHERE id NOT IN (SELECT id FROM item WHERE cost > 5)'],
  ['SELECT id FROM transaction WHERE id NOT IN (SELECT transaction FROM transactionline)'],
  ['SELECT id FROM item WHERE id IN (SELECT item FROM transactionline)'],
  ['SELECT id FROM item WHERE id NOT IN (1, 2)'],
  [
    'SELECT id FROM item WHERE id NOT IN (SELECT i.id FROM transactionline l LEFT JOIN item i ON i.id = l.item)',
    'warning not-in-null i.id',
  ],
];

const BETWEENS: readonly Case[] = [
  ['SELECT id FROM item WHERE cost BETWEEN 10 AND 5', 'warning between-reversed cost BETWEEN 10 AND 5'],
  ['SELECT id FROM item WHERE cost BETWEEN 1 AND -1', 'warning between-reversed cost BETWEEN 1 AND -1'],
  [
    "SELECT id FROM item WHERE itemid NOT BETWEEN 'b' AND 'a'",
    "warning between-reversed itemid NOT BETWEEN 'b' AND 'a'",
  ],
  [
    'SELECT id FROM transaction WHERE trandate BETWEEN SYSDATE AND SYSDATE - 30',
    'warning between-reversed trandate BETWEEN SYSDATE AND SYSDATE - 30',
  ],
  [
    'SELECT id FROM transaction WHERE trandate BETWEEN TRUNC(SYSDATE) + 1 AND TRUNC(SYSDATE)',
    'warning between-reversed trandate BETWEEN TRUNC(SYSDATE) + 1 AND TRUNC(SYSDATE)',
  ],
  [
    "SELECT id FROM transaction WHERE trandate BETWEEN TO_DATE('12/31/2025', 'MM/DD/YYYY') AND TO_DATE('2025-01-01', 'YYYY-MM-DD')",
    "warning between-reversed trandate BETWEEN TO_DATE('12/31/2025', 'MM/DD/YYYY') AND TO_DATE('2025-01-01', 'YYYY-MM-DD')",
  ],
  ['SELECT id FROM item WHERE cost BETWEEN 5 AND 5'],
  ["SELECT id FROM item WHERE cost BETWEEN '9' AND '10'"],
  ['SELECT id FROM transaction WHERE trandate BETWEEN SYSDATE - 30 AND SYSDATE'],
  ['SELECT id FROM transaction WHERE trandate BETWEEN createddate AND SYSDATE - 30'],
  [
    "SELECT id FROM transaction WHERE trandate BETWEEN TO_DATE('12/31/2024', 'MM/DD/YYYY') AND TO_DATE('01/31/2025', 'MM/DD/YYYY')",
  ],
  ['SELECT id FROM item WHERE cost BETWEEN ? AND 5'],
];

const PRODUCTS: readonly Case[] = [
  ['SELECT c.id FROM customer c, item i', 'warning cartesian-product item i'],
  [
    "SELECT t.id FROM transaction t, customer c, item i WHERE t.entity = c.id AND i.itemid = 'x'",
    'warning cartesian-product item i',
  ],
  ['SELECT t.id FROM transaction t JOIN customer c ON c.id = c.id', 'warning cartesian-product customer c'],
  ['SELECT t.id FROM transaction t JOIN customer c ON 1 = 1', 'warning cartesian-product customer c'],
  [
    "SELECT t.id FROM transaction t JOIN customer c ON c.isinactive = 'F'",
    'warning cartesian-product customer c',
  ],
  ['SELECT t.id FROM transaction t, customer c WHERE t.entity = c.id'],
  ['SELECT t.id FROM transaction t, customer c WHERE t.entity = c.id (+)'],
  ['SELECT c.id FROM customer c CROSS JOIN item i'],
  ['SELECT c.id FROM customer c JOIN employee e USING (id)'],
  ['SELECT c.id FROM customer c, item i WHERE i.id = 5'],
  ['SELECT i.id FROM item i, (SELECT AVG(cost) AS average FROM item) a WHERE i.cost > 5'],
  [
    'SELECT a.id FROM item a, item b WHERE EXISTS (SELECT 1 FROM transactionline l WHERE l.item = a.id AND l.id = b.id)',
  ],
  ['SELECT t.id FROM transaction t, customer c WHERE t.entity = c.id OR c.id = 5'],
];

const AGGREGATES: readonly Case[] = [
  ["SELECT id FROM transaction WHERE TO_CHAR(trandate, 'YYYYMM') = 202601"],
  ["SELECT id FROM transaction WHERE TO_CHAR(trandate, 'Mon') = 1", 'warning type-mismatch 1'],
  ['SELECT SUM(memo) AS x FROM transaction', 'warning argument-type memo'],
  ['SELECT AVG(UPPER(memo)) AS x FROM transaction', 'warning argument-type UPPER(memo)'],
  ['SELECT SUM(TO_NUMBER(memo)) AS x, COUNT(memo) AS n, MAX(memo) AS m FROM transaction'],
  ['SELECT MAX(COUNT(*)) AS x FROM transaction', 'error nested-aggregate COUNT(*)'],
  ['SELECT MAX(SUM(COUNT(*))) AS x FROM transaction GROUP BY entity', 'error nested-aggregate COUNT(*)'],
  [
    'SELECT entity FROM transaction GROUP BY entity HAVING MAX(COUNT(*)) > 1',
    'error not-grouped entity',
    'error nested-aggregate COUNT(*)',
  ],
  ['SELECT entity, MAX(COUNT(*)) AS x FROM transaction GROUP BY entity', 'error not-grouped entity'],
  ['SELECT MAX(COUNT(*)) AS x, AVG(SUM(foreigntotal)) AS y FROM transaction GROUP BY entity'],
  ['SELECT SUM(SUM(daysopen)) OVER () AS x FROM transaction GROUP BY entity'],
  ['SELECT SUM((SELECT COUNT(*) FROM item)) AS x FROM transaction'],
];

const REFUSED: readonly Case[] = [
  ["SELECT CASE WHEN 1 = 1 THEN 1 ELSE 'a' END AS x FROM dual", "error mixed-types 'a'"],
  ["SELECT CASE WHEN id = 1 THEN SYSDATE ELSE '-' END AS x FROM item", "error mixed-types '-'"],
  [
    'SELECT CASE WHEN id = 1 THEN COUNT(*) ELSE memo END AS x FROM transaction GROUP BY id, memo',
    'error mixed-types memo',
  ],
  ["SELECT COALESCE(1, 'a') AS x FROM dual", "error mixed-types 'a'"],
  ["SELECT NULLIF(foreigntotal, 'none') AS x FROM transaction", "error mixed-types 'none'"],
  ["SELECT NVL(foreigntotal, 'none') AS x FROM transaction", "error mixed-types 'none'"],
  ['SELECT NVL(trandate, 0) AS x FROM transaction', 'error mixed-types 0'],
  ["SELECT GREATEST(5, 'ten') AS x FROM dual", "error mixed-types 'ten'"],
  ["SELECT DECODE(type, 'A', 1, 'none') AS x FROM transaction", "error mixed-types 'none'"],
  ['SELECT NVL(foreigntotal, memo) AS x FROM transaction', 'warning mixed-types memo'],
  [
    "SELECT CASE WHEN posting = 'T' THEN entity ELSE 'none' END AS x FROM transaction",
    "warning mixed-types 'none'",
  ],
  ["SELECT CASE WHEN posting = 'T' THEN 1 ELSE '' END AS x FROM transaction", "warning mixed-types ''"],
  ["SELECT 1 AS x FROM dual UNION SELECT 'a' FROM dual", "error mixed-types 'a'"],
  [
    'SELECT foreigntotal FROM transaction MINUS SELECT companyname FROM customer',
    'error mixed-types companyname',
  ],
  ["SELECT id FROM transaction WHERE foreigntotal = 'abc'", "error type-mismatch 'abc'"],
  ["SELECT id FROM item WHERE 5 IN ('a', '5')", "error type-mismatch 'a'"],
  ["SELECT id FROM customer WHERE id = 'abc'", "warning type-mismatch 'abc'"],
  ['SELECT id FROM transaction WHERE tranid = 1001', 'warning type-mismatch 1001'],
  [
    'SELECT a.id FROM transaction a, customer b WHERE a.entity = b.id (+) OR a.id = 5',
    'error outer-join-condition b.id (+)',
  ],
  [
    'SELECT a.id FROM transaction a, customer b WHERE a.entity = b.id (+) AND b.salesrep (+) IN (1, 2)',
    'error outer-join-condition b.salesrep (+)',
  ],
  ["SELECT id FROM item WHERE itemid LIKE '50!x%' ESCAPE '!'", "error like-escape '50!x%'"],
  ["SELECT id FROM item WHERE itemid LIKE '50!' ESCAPE '!'", "error like-escape '50!'"],
  ["SELECT id FROM item WHERE itemid LIKE '50%' ESCAPE '!!'", "error like-escape '!!'"],
  ['SELECT SQRT(-1) AS x FROM dual', 'error argument-range -1'],
  [
    'SELECT LN(0) AS x, LOG(10, 0) AS y, ACOS(2) AS z FROM dual',
    'error argument-range 0',
    'error argument-range 0',
    'error argument-range 2',
  ],
  ['SELECT foreigntotal / 0 AS x FROM transaction', 'error argument-range 0'],
  // What Oracle converts
  ["SELECT NVL(foreigntotal, '0') AS a, GREATEST(5, '10') AS b, NVL(memo, 5) AS c FROM transaction"],
  ["SELECT CASE WHEN posting = 'T' THEN 1 ELSE 2.5 END AS x, COALESCE(NULL, 5) AS y FROM transaction"],
  ["SELECT CASE WHEN posting = 'T' THEN trandate ELSE SYSDATE END AS x FROM transaction"],
  ["SELECT NULL AS x FROM dual UNION SELECT 'a' FROM dual"],
  ["SELECT id FROM transaction WHERE foreigntotal = '5' AND tranid = '1001'"],
  ["SELECT id FROM item WHERE itemid LIKE '50!%!!!_' ESCAPE '!'"],
  ['SELECT SQRT(0) AS x, LN(0.5) AS y, foreigntotal / daysopen AS z FROM transaction'],
  ['SELECT a.id FROM transaction a, customer b WHERE a.entity = b.id (+) AND b.salesrep (+) IN (1)'],
];

describe.each([
  ['rows taken without an order', LIMITS],
  ['ROWNUM', ROWNUMS],
  ['NOT IN with NULL', NOT_INS],
  ['BETWEEN', BETWEENS],
  ['tables that nothing connects', PRODUCTS],
  ['aggregate functions', AGGREGATES],
  ['what Oracle refuses', REFUSED],
])('%s', (_what, cases) => {
  it.each(cases)('%s', (text, ...expected) => {
    expect(findingsOf(text)).toEqual(expected);
  });
});

describe('of tables that may have more columns than are known', () => {
  const columns = {
    id: { kind: 'id' },
    cost: { kind: 'num' },
    rate: { kind: 'num', confirmed: true },
    day: { kind: 'date' },
    made: { kind: 'date', confirmed: true },
    isinactive: { kind: 'bool' },
    isonline: { kind: 'bool', confirmed: true },
  } as const;
  const open: Catalog = {
    table: (name) => (name === 'item' ? { columns, primaryKey: 'id', open: true } : undefined),
    isRefused: (name) => name === 'bin',
    adviseOnUnasked: (name) => `Ask for ${name}.`,
  };

  it('warns of an unknown column, and still tells what * stands for', () => {
    expect(findingsOf('SELECT reorderpoint FROM item', open)).toEqual([
      'warning unknown-column reorderpoint',
    ]);
    expect(check('SELECT * FROM item', open).columns?.map(({ name }) => name)).toEqual([
      'id',
      'cost',
      'rate',
      'day',
      'made',
      'isinactive',
      'isonline',
    ]);
  });

  it('takes the kind of a column for sure only where it is confirmed', () => {
    expect(findingsOf("SELECT NVL(cost, 'x') AS x FROM item", open)).toEqual(["warning mixed-types 'x'"]);
    expect(findingsOf("SELECT NVL(rate, 'x') AS x FROM item", open)).toEqual(["error mixed-types 'x'"]);
    expect(findingsOf("SELECT NVL(r, 'x') AS x FROM (SELECT rate AS r FROM item)", open)).toEqual([
      "error mixed-types 'x'",
    ]);
  });

  it.each([
    ['isinactive = 0', 'isonline = 0', 'type-mismatch 0'],
    ['day > 5', 'made > 5', 'type-mismatch 5'],
    ['-day > 5', '-made > 5', 'type-mismatch made'],
    ['day + SYSDATE > SYSDATE', 'made + SYSDATE > SYSDATE', 'type-mismatch + SYSDATE'],
    ['isinactive * 2 > 1', 'isonline * 2 > 1', 'type-mismatch isonline'],
    ['ABS(isinactive) > 1', 'ABS(isonline) > 1', 'argument-type isonline'],
    ['EXTRACT(YEAR FROM cost) = 1', 'EXTRACT(YEAR FROM rate) = 1', 'argument-type rate'],
  ])('warns of %s, and refuses %s', (unsure, sure, finding) => {
    const of = (condition: string): readonly string[] =>
      findingsOf(`SELECT id FROM item WHERE ${condition}`, open);
    expect(of(unsure).map((text) => text.split(' ', 2))).toEqual([['warning', finding.split(' ')[0]]]);
    expect(of(sure)).toEqual([`error ${finding}`]);
  });

  it('refuses a table that the account refused, and says how to ask for another', () => {
    const [refused] = check('SELECT id FROM bin', open).findings;
    expect(refused).toMatchObject({ severity: 'error', code: 'unknown-table' });
    const [unasked] = check('SELECT id FROM workflow', open).findings;
    expect(unasked).toMatchObject({ severity: 'warning', code: 'unknown-table', hint: 'Ask for workflow.' });
  });
});

it('lets a subquery in FROM of a scalar subquery name the row around it, at any depth', () => {
  const text = (inner: string): string =>
    `SELECT t.id, (SELECT MAX(x.amount) FROM (SELECT l.quantity AS amount FROM transactionline l WHERE ${inner}) x) AS most FROM transaction t`;
  expect(findingsOf(text('l.transaction = t.id'))).toEqual([]);
  expect(
    findingsOf(text('EXISTS (SELECT 1 FROM (SELECT id FROM item i WHERE i.id = l.item AND t.id > 5) y)')),
  ).toEqual([]);
  // But not a table beside it.
  expect(
    findingsOf(
      'SELECT c.id FROM customer c, (SELECT id FROM transaction t WHERE t.entity = c.id) x WHERE c.id = x.id',
    ),
  ).toEqual(['error unknown-qualifier c']);
});
