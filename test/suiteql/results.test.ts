import { check } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { catalog } from './small-catalog.js';

/** `name kind`, with `?` behind what may be NULL and the origin where there is one. */
function columnsOf(text: string): string[] | undefined {
  const { columns, findings } = check(text, catalog);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return columns?.map(({ name, kind, nullable, origin }) => {
    const from = origin === null ? '' : ` from ${origin.table}.${origin.column}`;
    return `${name} ${kind}${nullable ? '?' : ''}${from}`;
  });
}

function parametersOf(text: string): string[] {
  const { parameters } = check(text, catalog, { namedParameters: true });
  return parameters.map(({ name, list, kind }) => `${name ?? '?'}${list ? '[]' : ''} ${kind}`);
}

const RESULTS: readonly (readonly [text: string, columns: readonly string[]])[] = [
  // Names
  [
    'SELECT ID, CompanyName AS "Full Name" FROM Customer',
    ['id id from customer.id', 'full name text? from customer.companyname'],
  ],
  ['SELECT COUNT(*), id + 1, MAX(id) AS m FROM item GROUP BY id', ['expr1 int', 'expr2 num', 'm id']],
  [
    'SELECT i.*, 1 AS one FROM item i',
    ['id id from item.id', 'itemid text? from item.itemid', 'cost num? from item.cost', 'one int'],
  ],
  // What may be NULL
  [
    'SELECT c.id, e.id AS rep FROM customer c LEFT JOIN employee e ON e.id = c.salesrep',
    ['id id from customer.id', 'rep id? from employee.id'],
  ],
  [
    'SELECT c.id, e.id AS rep FROM customer c RIGHT JOIN employee e ON e.id = c.salesrep',
    ['id id? from customer.id', 'rep id from employee.id'],
  ],
  [
    'SELECT c.id, e.id AS rep FROM customer c FULL JOIN employee e ON e.id = c.salesrep',
    ['id id? from customer.id', 'rep id? from employee.id'],
  ],
  [
    'SELECT c.id, e.id AS rep FROM customer c, employee e WHERE c.salesrep = e.id (+)',
    ['id id from customer.id', 'rep id? from employee.id'],
  ],
  [
    'SELECT c.id, s.* FROM customer c LEFT JOIN (SELECT id AS boss FROM employee) s ON s.boss = c.salesrep',
    ['id id from customer.id', 'boss id? from employee.id'],
  ],
  [
    "SELECT NVL(memo, 'x') AS a, COALESCE(memo, tranid) AS b, NULLIF(id, 1) AS c, memo || 'x' AS d FROM transaction",
    ['a text', 'b text?', 'c id?', 'd text'],
  ],
  ['SELECT COUNT(memo) AS a, SUM(id) AS b, MAX(id) AS c FROM transaction', ['a int', 'b num?', 'c id?']],
  [
    'SELECT entity, MAX(id) AS a FROM transaction GROUP BY entity',
    ['entity ref:entity? from transaction.entity', 'a id'],
  ],
  ['SELECT id, COUNT(*) AS n FROM item GROUP BY ROLLUP (id)', ['id id? from item.id', 'n int?']],
  [
    'SELECT CASE WHEN id = 1 THEN 1 END AS a, CASE id WHEN 1 THEN 1 ELSE 2 END AS b FROM item',
    ['a int?', 'b int'],
  ],
  [
    "SELECT DECODE(id, 1, 'x') AS a, DECODE(id, 1, 'x', 'y') AS b, NVL2(cost, 1, 2) AS c FROM item",
    ['a text?', 'b text', 'c int'],
  ],
  ['SELECT (SELECT MAX(id) FROM customer) AS a FROM dual', ['a id?']],
  [
    'SELECT LAG(id) OVER (ORDER BY id) AS a, ROW_NUMBER() OVER (ORDER BY id) AS b FROM item',
    ['a id?', 'b int'],
  ],
  // Kinds
  [
    'SELECT trandate + 1 AS a, trandate - createddate AS b, TRUNC(createddate) AS c, TO_CHAR(trandate) AS d FROM transaction',
    ['a date?', 'b num?', 'c date?', 'd text?'],
  ],
  [
    'SELECT daysopen * 2 AS a, daysopen / 2 AS b, ROUND(foreigntotal) AS c, ROUND(foreigntotal, 2) AS d FROM transaction',
    ['a int?', 'b num?', 'c int?', 'd num?'],
  ],
  [
    'SELECT CAST(id AS VARCHAR2(20)) AS a, CAST(id AS INTEGER) AS b, EXTRACT(YEAR FROM SYSDATE) AS c FROM item',
    ['a text', 'b int', 'c int'],
  ],
  [
    "SELECT BUILTIN.DF(entity) AS a, BUILTIN.HIERARCHY(entity, 'LEVEL') AS b, BUILTIN_RESULT.TYPE_CURRENCY(id) AS c FROM transaction",
    ['a text?', 'b int?', 'c num'],
  ],
  // Set operations
  ['SELECT id, cost FROM item UNION ALL SELECT salesrep, id FROM customer', ['id id?', 'cost id?']],
  ['SELECT trandate AS d FROM transaction UNION SELECT createddate FROM transaction', ['d datetime?']],
  // Common tables
  [
    'WITH t (x, y) AS (SELECT id, cost FROM item) SELECT y, x FROM t',
    ['y num? from item.cost', 'x id from item.id'],
  ],
];

const PARAMETERS: readonly (readonly [text: string, parameters: readonly string[]])[] = [
  ['SELECT id FROM item WHERE id = ? AND ? < cost AND itemid LIKE ?', ['? id', '? num', '? text']],
  [
    'SELECT id FROM transaction WHERE entity IN (?, ?) AND trandate BETWEEN ? AND ?',
    ['? ref:entity', '? ref:entity', '? date', '? date'],
  ],
  ["SELECT id FROM customer WHERE isinactive = ? AND NVL(companyname, ?) = 'x'", ['? bool', '? text']],
  [
    'SELECT ADD_MONTHS(?, ?), SUBSTR(?, ?), ? || id FROM item',
    ['? date', '? num', '? text', '? num', '? text'],
  ],
  ['SELECT TOP ? id FROM item OFFSET ? ROWS', ['? int', '? int']],
  ['SELECT id FROM item WHERE id IN (:ids[]) AND cost > :price', ['ids[] id', 'price num']],
  ['SELECT ? AS a FROM item WHERE ? IN (SELECT itemid FROM item)', ['? unknown', '? text']],
  [
    'SELECT DECODE(entity, ?, 1, ?) AS a, CASE WHEN id = 1 THEN ? ELSE cost END AS b FROM transaction, item',
    ['? ref:entity', '? int', '? num'],
  ],
];

describe('check tells', () => {
  it.each(RESULTS)('the columns of %s', (text, columns) => {
    expect(columnsOf(text)).toEqual(columns);
  });

  it.each(PARAMETERS)('the parameters of %s', (text, parameters) => {
    expect(parametersOf(text)).toEqual(parameters);
  });

  it('no columns where a star cannot be expanded', () => {
    expect(check('SELECT *, 1 AS one FROM elsewhere', catalog).columns).toBeNull();
  });

  it('what each name stands for, in correlated subqueries too', () => {
    const text = 'SELECT c.id FROM customer c WHERE EXISTS (SELECT 1 FROM transaction WHERE entity = c.id)';
    const { bindings } = check(text, catalog);
    const found = [...bindings.columns].map(([node, { source, column, depth }]) => [
      text.slice(node.start, node.end),
      `${source?.table}.${column.name}`,
      depth,
    ]);
    expect(found).toEqual([
      ['entity', 'transaction.entity', 0],
      ['c.id', 'customer.id', 1],
      ['c.id', 'customer.id', 0],
    ]);
  });

  it('the kind of each part of an expression', () => {
    const text = "SELECT NVL(cost, 0) * 2 AS x FROM item WHERE itemid || 'a' = 'b'";
    const { bindings } = check(text, catalog);
    const kinds = [...bindings.values].map(([node, { kind }]) => [text.slice(node.start, node.end), kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      itemid: 'text',
      "'a'": 'text',
      "itemid || 'a'": 'text',
      "'b'": 'text',
      "itemid || 'a' = 'b'": 'condition',
      cost: 'num',
      '0': 'int',
      'NVL(cost, 0)': 'num',
      '2': 'int',
      'NVL(cost, 0) * 2': 'num',
    });
  });

  it('the columns that a star stands for, to those who ask for the inner query', () => {
    const { bindings, query } = check('SELECT COUNT(*) AS n FROM (SELECT * FROM item)', catalog);
    const inner = [...bindings.outputs].find(([node]) => node.kind === 'query' && node !== query);
    expect(inner?.[1]?.map(({ name }) => name)).toEqual(['id', 'itemid', 'cost']);
  });
});
