import { check, type FindingCode } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { catalog } from './small-catalog.js';

type Mistake = readonly [
  text: string,
  severity: 'error' | 'warning',
  code: FindingCode,
  at: string,
  hint: string | null,
];

const MISTAKES: readonly Mistake[] = [
  // Names
  ['SELECT id FROM custommer', 'error', 'unknown-table', 'custommer', 'Did you mean “customer”?'],
  [
    'SELECT id FROM salesorder',
    'error',
    'unknown-table',
    'salesorder',
    "Select from transaction WHERE type = 'SalesOrd'.",
  ],
  [
    'SELECT compnayname FROM customer',
    'error',
    'unknown-column',
    'compnayname',
    'Did you mean “companyname”?',
  ],
  ['SELECT c.zzz FROM customer c', 'error', 'unknown-column', 'c.zzz', null],
  [
    'SELECT customer.id FROM customer c',
    'error',
    'unknown-qualifier',
    'customer',
    'The table has the alias “c” here; use that.',
  ],
  ['SELECT x.id FROM customer c', 'error', 'unknown-qualifier', 'x', 'Did you mean “c”?'],
  ['SELECT x.* FROM customer c', 'error', 'unknown-qualifier', 'x.*', null],
  [
    'SELECT entityid FROM customer c JOIN employee e ON e.id = c.salesrep',
    'error',
    'ambiguous-column',
    'entityid',
    'Write c.entityid or e.entityid.',
  ],
  [
    'SELECT subsidiary FROM transaction',
    'error',
    'not-exposed',
    'subsidiary',
    "Join transactionline and use its subsidiary (WHERE mainline = 'T').",
  ],
  ['SELECT s.id FROM (SELECT tranid FROM transaction) s', 'error', 'unknown-column', 's.id', null],
  [
    'SELECT a.tranid FROM transaction a, transaction a',
    'warning',
    'duplicate-alias',
    'a',
    'Give each an alias of its own.',
  ],
  [
    'SELECT c.id, e.id FROM customer c JOIN employee e ON e.id = c.salesrep',
    'warning',
    'duplicate-output',
    'e.id',
    'Give one of them an alias.',
  ],
  // Functions
  [
    'SELECT LEFT(memo, 3) FROM transaction',
    'error',
    'unsupported-function',
    'LEFT',
    'Write SUBSTR(text, 1, length).',
  ],
  [
    "SELECT LISTAGG(memo, ',') WITHIN GROUP (ORDER BY id) FROM transaction",
    'warning',
    'unsupported-function',
    'LISTAGG',
    null,
  ],
  [
    'SELECT IFNULL(memo, 1) FROM transaction',
    'error',
    'unknown-function',
    'IFNULL',
    'Write NVL(value, fallback).',
  ],
  [
    'SELECT BUILTIN.DFF(entity) FROM transaction',
    'error',
    'unknown-function',
    'BUILTIN.DFF',
    'Did you mean BUILTIN.DF?',
  ],
  [
    'SELECT REGR_SLOPE(id, daysopen) AS x FROM transaction',
    'warning',
    'unknown-function',
    'REGR_SLOPE',
    null,
  ],
  ['SELECT SALES_TOTAL(id) AS x FROM transaction', 'error', 'unknown-function', 'SALES_TOTAL', null],
  [
    'SELECT NVL(memo) FROM transaction',
    'error',
    'argument-count',
    'NVL(memo)',
    'It is NVL(value, fallback).',
  ],
  [
    'SELECT SUBSTR(memo, 1, 2, 3) FROM transaction',
    'error',
    'argument-count',
    'SUBSTR(memo, 1, 2, 3)',
    'It is SUBSTR(text, position[, length]).',
  ],
  ['SELECT SUM(*) FROM transaction', 'error', 'argument-count', 'SUM(*)', 'It is SUM(number).'],
  [
    'SELECT SUM(posting) FROM transaction',
    'error',
    'argument-type',
    'posting',
    "Write CASE WHEN x = 'T' THEN 1 ELSE 0 END.",
  ],
  [
    'SELECT ADD_MONTHS(daysopen, 1) FROM transaction',
    'error',
    'argument-type',
    'daysopen',
    'It is ADD_MONTHS(date, months).',
  ],
  ["SELECT ABS('x') FROM dual", 'error', 'argument-type', "'x'", 'It is ABS(number).'],
  [
    "SELECT BUILTIN.RELATIVE_RANGES('TFY', 'BEGIN') FROM dual",
    'warning',
    'argument-choice',
    "'BEGIN'",
    'Write one of START, END.',
  ],
  [
    'SELECT ROW_NUMBER() FROM item',
    'error',
    'missing-over',
    'ROW_NUMBER()',
    'Write ROW_NUMBER(…) OVER (ORDER BY …).',
  ],
  // Groups
  [
    'SELECT entity, tranid, COUNT(*) FROM transaction GROUP BY entity',
    'error',
    'not-grouped',
    'tranid',
    'Add it to GROUP BY, or write MAX(tranid).',
  ],
  [
    'SELECT tranid, COUNT(*) FROM transaction',
    'error',
    'not-grouped',
    'tranid',
    'Add it to GROUP BY, or write MAX(tranid).',
  ],
  [
    'SELECT entity FROM transaction GROUP BY entity ORDER BY trandate',
    'error',
    'not-grouped',
    'trandate',
    'Add it to GROUP BY, or write MAX(trandate).',
  ],
  [
    'SELECT entity FROM transaction GROUP BY entity HAVING daysopen > 3',
    'error',
    'not-grouped',
    'daysopen',
    'Add it to GROUP BY, or write MAX(daysopen).',
  ],
  ['SELECT * FROM item GROUP BY id', 'error', 'not-grouped', '*', 'Name the columns.'],
  [
    'SELECT entity FROM transaction WHERE SUM(foreigntotal) > 5 GROUP BY entity',
    'error',
    'misplaced-aggregate',
    'SUM(foreigntotal)',
    'Move the condition to HAVING.',
  ],
  [
    'SELECT id FROM item WHERE RANK() OVER (ORDER BY cost) = 1',
    'error',
    'misplaced-window-function',
    'RANK() OVER (ORDER BY cost)',
    'Compute it in a subquery and use its column outside.',
  ],
  [
    "SELECT TO_CHAR(trandate, 'YYYY') AS year FROM transaction WHERE year = '2026'",
    'error',
    'unknown-column',
    'year',
    'Aliases of the SELECT list exist in ORDER BY only; repeat the expression here.',
  ],
  // Widths and positions
  [
    'SELECT id, itemid FROM item UNION SELECT id FROM customer',
    'error',
    'width-mismatch',
    'SELECT id FROM customer',
    'Select as many columns on both sides; NULL can fill a gap.',
  ],
  [
    'SELECT id FROM item WHERE id IN (SELECT item, id FROM transactionline)',
    'error',
    'width-mismatch',
    '(SELECT item, id FROM transactionline)',
    null,
  ],
  [
    'SELECT id FROM item WHERE (id, cost) = (SELECT item FROM transactionline)',
    'error',
    'width-mismatch',
    '(SELECT item FROM transactionline)',
    null,
  ],
  [
    'SELECT (SELECT id, cost FROM item) AS x FROM dual',
    'error',
    'width-mismatch',
    'SELECT id, cost FROM item',
    null,
  ],
  ['SELECT id FROM item ORDER BY 2', 'error', 'order-position', '2', null],
  [
    'SELECT DISTINCT t.entity FROM transaction t ORDER BY t.trandate DESC',
    'error',
    'order-not-selected',
    't.trandate',
    'Select it too, or group by what is selected and sort by MAX of it.',
  ],
  [
    'SELECT UNIQUE UPPER(memo) AS note FROM transaction ORDER BY UPPER(memo), note, LOWER(memo)',
    'error',
    'order-not-selected',
    'memo',
    'Select it too, or group by what is selected and sort by MAX of it.',
  ],
  // Values and conditions
  [
    'SELECT id FROM customer WHERE isinactive',
    'error',
    'not-a-condition',
    'isinactive',
    "Compare it: = 'T'.",
  ],
  [
    'SELECT id = 1 AS x FROM customer',
    'error',
    'not-a-value',
    'id = 1',
    "Write CASE WHEN … THEN 'T' ELSE 'F' END.",
  ],
  ['SELECT id FROM customer WHERE isinactive = false', 'error', 'boolean-literal', 'false', "Write 'F'."],
  ['SELECT id FROM customer WHERE isinactive = 0', 'error', 'type-mismatch', '0', "Write 'T' or 'F'."],
  [
    "SELECT id FROM customer WHERE isinactive = 'false'",
    'warning',
    'never-matches',
    "'false'",
    "Write 'T' or 'F'.",
  ],
  [
    "SELECT companyname + ' Inc' AS x FROM customer",
    'error',
    'text-addition',
    "+ ' Inc'",
    'Join texts with ||.',
  ],
  [
    'SELECT companyname + entityid AS x FROM customer',
    'error',
    'text-addition',
    '+ entityid',
    'Join texts with ||.',
  ],
  [
    'SELECT id FROM transaction WHERE trandate > 20260101',
    'error',
    'type-mismatch',
    '20260101',
    "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
  ],
  [
    'SELECT trandate + createddate AS x FROM transaction',
    'error',
    'type-mismatch',
    '+ createddate',
    'Days can be added to a date, and one date subtracted from another.',
  ],
  [
    "SELECT id FROM transaction WHERE trandate > '1/31/2026'",
    'warning',
    'date-text',
    "'1/31/2026'",
    "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
  ],
  [
    "SELECT id FROM transaction WHERE currency = 'USD'",
    'warning',
    'type-mismatch',
    "'USD'",
    'Compare BUILTIN.DF(…) with names, or the column with an id.',
  ],
  [
    "SELECT id FROM transaction WHERE status IN ('A', 'SalesOrd:B')",
    'warning',
    'status-code',
    "'SalesOrd:B'",
    "Compare BUILTIN.CF(status) with 'SalesOrd:B'.",
  ],
  [
    'SELECT id FROM transaction WHERE memo = NULL',
    'warning',
    'null-comparison',
    'NULL',
    'Write IS NULL or IS NOT NULL.',
  ],
  [
    "SELECT id FROM transaction WHERE memo <> ''",
    'warning',
    'null-comparison',
    "''",
    'Write IS NULL or IS NOT NULL.',
  ],
  // Order and paging
  [
    'SELECT id FROM transaction WHERE ROWNUM <= 5 ORDER BY trandate',
    'warning',
    'rownum-with-order',
    'ROWNUM',
    'Write FETCH FIRST n ROWS ONLY, or sort in a subquery and count outside.',
  ],
  [
    'SELECT id FROM transaction ORDER BY trandate OFFSET 10 ROWS',
    'warning',
    'unstable-paging',
    '10',
    'Add a unique column, such as id, to ORDER BY.',
  ],
  [
    'WITH t AS (SELECT id FROM item) SELECT id FROM t',
    'warning',
    'with-clause',
    't',
    'If NetSuite refuses it, write each common table as a subquery in FROM.',
  ],
  ['SELECT id FROM item LIMIT 5', 'error', 'limit-clause', 'LIMIT 5', 'Write FETCH FIRST 5 ROWS ONLY.'],
];

const CORRECT: readonly string[] = [
  "SELECT t.id, BUILTIN.DF(t.entity) AS customer FROM transaction t WHERE t.posting = 'T' AND t.memo IS NOT NULL",
  'SELECT t.entity, COUNT(*) AS n, SUM(t.foreigntotal) AS total FROM transaction t GROUP BY t.entity HAVING COUNT(*) > 1 ORDER BY total DESC',
  'SELECT BUILTIN.DF(entity) AS customer, MAX(trandate) AS latest FROM transaction GROUP BY entity',
  "SELECT TO_CHAR(t.trandate, 'YYYY-MM') AS month, COUNT(*) AS n FROM transaction t GROUP BY to_char(trandate, 'YYYY-MM') ORDER BY TO_CHAR(t.trandate, 'YYYY-MM')",
  'SELECT CASE WHEN SUM(cost) > 5 THEN 1 ELSE 0 END AS x, COUNT(*) AS n FROM item',
  'SELECT id FROM transaction t WHERE EXISTS (SELECT 1 AS one FROM transactionline l WHERE l.transaction = t.id AND quantity > daysopen)',
  'SELECT id FROM transaction WHERE id NOT IN (SELECT transaction FROM transactionline WHERE item = 5)',
  'SELECT id FROM transaction WHERE trandate >= SYSDATE - 30 AND trandate - createddate > 1',
  "SELECT id FROM transaction WHERE trandate BETWEEN TO_DATE('2026-01-01', 'YYYY-MM-DD') AND ADD_MONTHS(SYSDATE, -1)",
  'SELECT id FROM (SELECT id, ROWNUM AS rn FROM transaction) WHERE rn > 5',
  'SELECT t.tranid, rn FROM (SELECT tranid, ROW_NUMBER() OVER (PARTITION BY entity ORDER BY trandate DESC) AS rn FROM transaction) t WHERE rn = 1',
  'SELECT id FROM item WHERE (id, cost) = (SELECT item, MAX(quantity) FROM transactionline GROUP BY item)',
  'SELECT id FROM item WHERE (id, cost) <> (SELECT item, quantity FROM transactionline WHERE id = 5)',
  'SELECT id FROM customer JOIN employee USING (id)',
  'SELECT c.id FROM customer c, employee e WHERE c.salesrep = e.id (+)',
  'SELECT entityid AS name FROM customer UNION ALL SELECT entityid FROM employee ORDER BY name, 1',
  'SELECT id FROM transaction ORDER BY trandate, id OFFSET 10 ROWS FETCH NEXT 10 ROWS ONLY',
  "SELECT id FROM customer WHERE BUILTIN.MNFILTER(multisubsidiary, 'MN_INCLUDE', '', 'FALSE', 1, 2) = 'T'",
  "SELECT id FROM transaction WHERE BUILTIN.CF(status) = 'SalesOrd:B'",
  "SELECT SUM(CASE WHEN posting = 'T' THEN foreigntotal ELSE 0 END) AS posted, SUM(SUM(daysopen)) OVER () AS x FROM transaction",
  'SELECT entity, GROUPING(entity) AS g, SUM(foreigntotal) AS s FROM transaction GROUP BY ROLLUP (entity)',
  "SELECT DECODE(type, 'SalesOrd', 1, 'CustInvc', 2, 0) AS x, NVL2(memo, 'yes', 'no') AS y, CHR(39) AS q FROM transaction",
  "SELECT SYSDATE, CURRENT_DATE, 'x' || 1 || NULL AS t, 1 + '2' AS n, dummy FROM dual",
  'SELECT itemid, id FROM item GROUP BY itemid, id ORDER BY UPPER(itemid)',
  'SELECT MAX(cost) KEEP (DENSE_RANK FIRST ORDER BY id) AS x FROM item',
  'SELECT DISTINCT t.id, UPPER(memo) AS note FROM transaction t ORDER BY LENGTH(note), ID + 1, upper(t.memo), 2, SYSDATE',
  'SELECT DISTINCT * FROM item ORDER BY cost, id',
];

describe('check', () => {
  it.each(MISTAKES)('%s', (text, severity, code, at, hint) => {
    const findings = check(text, catalog).findings.map((finding) => ({
      severity: finding.severity,
      code: finding.code,
      at: text.slice(finding.range.start, finding.range.end),
      hint: finding.hint,
    }));
    expect(findings).toEqual([{ severity, code, at, hint }]);
  });

  it.each(CORRECT)('finds nothing wrong in %s', (text) => {
    expect(check(text, catalog).findings).toEqual([]);
  });

  it('takes an unknown table or column for a warning when the catalog does not list them all', () => {
    const partial = {
      table: (name: string) => (name === 'item' ? { columns: {}, complete: false } : undefined),
    };
    const severities = check('SELECT i.cost, x.y, z FROM item i, x', partial).findings.map(
      ({ severity, code }) => [severity, code],
    );
    expect(severities).toEqual([
      ['warning', 'unknown-column'],
      ['warning', 'unknown-table'],
    ]);
  });

  it('asks for a unique order of a query that will be paged', () => {
    const codesOf = (text: string) => check(text, catalog, { paged: true }).findings.map(({ code }) => code);
    expect(codesOf('SELECT id FROM item')).toEqual(['unstable-paging']);
    expect(codesOf('SELECT id FROM item ORDER BY itemid')).toEqual(['unstable-paging']);
    expect(codesOf('SELECT itemid, id FROM item ORDER BY 2')).toEqual([]);
    expect(codesOf('SELECT cost, COUNT(*) AS n FROM item GROUP BY cost ORDER BY cost')).toEqual([]);
  });
});
