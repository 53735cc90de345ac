import { parse } from '@suitewright/suiteql';
import { expect, test } from 'vitest';
import { isOrdered, sortedByAll } from '../../../packages/runtime/src/paging/row-order.js';

test.each([
  'SELECT id FROM customer',
  'SELECT id FROM customer ORDER BY id',
  'select id from customer order\n  by id desc fetch first 5 rows only',
  'SELECT id FROM (SELECT id FROM customer ORDER BY id) c',
  'SELECT id FROM (SELECT id FROM customer ORDER BY id) c ORDER BY id',
  'SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS position FROM customer',
  "SELECT id FROM customer WHERE companyname <> ') ORDER BY id' -- ORDER BY id",
  "SELECT id FROM customer WHERE companyname <> '(' ORDER BY id",
  "SELECT id FROM customer WHERE companyname <> 'it''s ORDER BY' /* ( */ ORDER BY 1",
  'SELECT id AS "order by" FROM customer /* ORDER BY id */',
  'SELECT id FROM customer UNION SELECT id FROM vendor ORDER BY 1',
  'WITH c AS (SELECT id FROM customer ORDER BY id) SELECT id FROM c',
])('sees as the parser does whether the rows have an order: %s', (text) => {
  expect(isOrdered({ text, parameters: [] })).toBe(parse(text).orderBy.length > 0);
});

const statement = { text: 'SELECT id, companyname AS name FROM customer -- all', parameters: [1] };

test('sorts by all columns', () => {
  const sorted = sortedByAll(statement, ['id', 'name']);
  expect(sorted).toEqual({
    text: `SELECT * FROM (${statement.text}\n) ORDER BY id ASC, name ASC`,
    parameters: [1],
  });
  expect(isOrdered({ text: sorted?.text ?? '', parameters: [] })).toBe(true);
});

test.each([[[]], [['id', 'ID']], [['id', 'the name']], [['id', '1']]])(
  'does not sort by columns that cannot be named: %j',
  (columns) => {
    expect(sortedByAll(statement, columns)).toBeNull();
  },
);

test.each([
  'SELECT id FROM customer FETCH FIRST 5000 ROWS ONLY',
  'SELECT id FROM customer WHERE rownum <= 5000',
  'SELECT id FROM (SELECT id FROM customer OFFSET 10 ROWS) c',
  'SELECT TOP 5000 id FROM customer',
])('does not sort rows that may be others each time: %s', (text) => {
  expect(sortedByAll({ text, parameters: [] }, ['id'])).toBeNull();
});

test('takes no word in a string, a comment or a name for a clause', () => {
  const text = `SELECT id AS topid, 'fetch' AS "rownum" FROM customer -- offset`;
  expect(sortedByAll({ text, parameters: [] }, ['topid'])?.text).toContain(' ORDER BY topid ASC');
});
