/**
 * A statement for each construct of the language, in the form that `print` gives it, so that each is
 * also a test of the printer. Pairs say how another spelling prints.
 */
export const CONSTRUCTS: readonly string[] = [
  // SELECT lists
  'SELECT id, companyname FROM customer',
  'SELECT * FROM customer',
  'SELECT c.*, 1 AS one FROM customer c',
  'SELECT DISTINCT entity FROM transaction',
  'SELECT TOP 10 id FROM item',
  'SELECT DISTINCT TOP 10 id FROM item',
  'SELECT TOP ? id FROM item',
  'SELECT TOP (5 + 5) id FROM item',
  'SELECT 1 + 1 AS two FROM dual',
  'SELECT (SELECT MAX(id) FROM item) AS newest, id FROM item',
  'SELECT id AS "Internal ID" FROM item',
  'SELECT "TRANSACTION"."ID" AS "id" FROM "TRANSACTION"',
  'SELECT top, unique AS u FROM t',
  // Names that are keywords elsewhere
  'SELECT t.date, t.type, t.class, t.field, t.number, t.level, t.order, t.group FROM t',
  'SELECT date, type, class, field, number, level, rows, first, last, left, right FROM t',
  'SELECT id AS date, id AS end, id AS order FROM t',
  'SELECT offset, limit, fetch, keep, over, within, ignore FROM t start',
  // FROM
  'SELECT t.id FROM transaction t JOIN transactionline l ON l.transaction = t.id',
  'SELECT t.id FROM transaction t LEFT JOIN entity e ON e.id = t.entity RIGHT JOIN item i ON i.id = t.id',
  'SELECT a.id FROM a FULL JOIN b ON a.id = b.id CROSS JOIN c',
  'SELECT a.id FROM a JOIN b USING (id, name)',
  'SELECT a.id FROM a JOIN (b JOIN c ON b.id = c.id) ON a.id = b.id',
  'SELECT a.id FROM a, b, c WHERE a.id = b.id AND b.id = c.id (+)',
  'SELECT a.id FROM a, b WHERE a.id = b.a (+) AND b.type (+) = 2',
  'SELECT s.n FROM (SELECT COUNT(*) AS n FROM item) s',
  'SELECT n FROM (SELECT COUNT(*) AS n FROM item)',
  'SELECT a.id FROM (SELECT id FROM a UNION SELECT id FROM b) a JOIN (SELECT id FROM c) b ON a.id = b.id',
  'SELECT a.id FROM a AS left JOIN b ON a.id = b.id',
  // Conditions
  "SELECT id FROM t WHERE a = 1 AND b <> 2 OR NOT c < 3 AND (d <= 4 OR e > 5) AND f >= 'x'",
  'SELECT id FROM t WHERE a BETWEEN 1 AND 2 AND b NOT BETWEEN 3 AND 4',
  "SELECT id FROM t WHERE a LIKE 'A%' AND b NOT LIKE '50!%' ESCAPE '!'",
  'SELECT id FROM t WHERE a IS NULL AND b IS NOT NULL',
  "SELECT id FROM t WHERE a IN (1, 2, 3) AND b NOT IN ('x')",
  'SELECT id FROM t WHERE a IN (SELECT id FROM u) AND (b, c) IN (SELECT x, y FROM v)',
  'SELECT id FROM t WHERE (b, c) IN ((1, 2), (3, 4))',
  "SELECT id FROM t WHERE subsidiary IN BUILTIN.NAMED_GROUP('subsidiary', 'mine') AND id > 5",
  'SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t = t.id) AND NOT EXISTS (SELECT 1 FROM v)',
  'SELECT id FROM t WHERE a = ANY (SELECT b FROM u) AND c > ALL (1, 2)',
  'SELECT id FROM t WHERE id IN (?, ?, ?) AND name = ?',
  "SELECT id FROM t WHERE name = 'O''Brien -- no comment /* here */' AND note = ''",
  // Values
  'SELECT a + b - c * (d - e) / -f, - -g, (a - b) - (c - d), a || b || c FROM t',
  'SELECT 1, 1.5, .5, 1e10, 1.5E-3, 12345678901234567890.123456789 FROM dual',
  "SELECT CASE WHEN a = 1 THEN 'x' WHEN a = 2 THEN 'y' ELSE 'z' END FROM t",
  "SELECT CASE a WHEN 1 THEN 'x' END FROM t",
  "SELECT NVL(a, 0), DECODE(a, 1, 'x', 'y'), TO_CHAR(d, 'YYYY-MM-DD'), BUILTIN.DF(entity) FROM t",
  'SELECT CAST(a AS VARCHAR2(10)), CAST(b AS NUMBER(10, 2)), CAST(c AS DOUBLE PRECISION) FROM t',
  'SELECT CAST(a AS VARCHAR2(10 CHAR)), CAST(b AS CHAR(3 BYTE)) FROM t',
  "SELECT EXTRACT(YEAR FROM d), TRIM(a), TRIM(LEADING '0' FROM a), TRIM(BOTH FROM a), TRIM('x' FROM a) FROM t",
  "SELECT SYSDATE - INTERVAL '1' DAY, CURRENT_DATE, SYSTIMESTAMP + INTERVAL '1-6' YEAR TO MONTH FROM dual",
  'SELECT id FROM t WHERE ROWNUM <= 10',
  'SELECT BUILTIN_RESULT.TYPE_INTEGER(t.id) FROM t',
  'SELECT a FROM t WHERE b = TRUE',
  // Grouping
  'SELECT a, COUNT(*), COUNT(DISTINCT b), SUM(c) FROM t GROUP BY a HAVING COUNT(*) > 1',
  'SELECT a, b, SUM(c) FROM t GROUP BY ROLLUP (a, b)',
  'SELECT a, b, SUM(c) FROM t GROUP BY CUBE (a, (b, c)), d',
  'SELECT a, b, SUM(c) FROM t GROUP BY GROUPING SETS (a, (a, b), (), ROLLUP (a, b))',
  'SELECT SUM(a) FROM t HAVING SUM(a) > 0',
  // Analytic and ordered aggregate functions
  'SELECT ROW_NUMBER() OVER (PARTITION BY a, b ORDER BY c DESC NULLS LAST) AS rn FROM t',
  'SELECT SUM(a) OVER (ORDER BY b ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t',
  'SELECT SUM(a) OVER (ORDER BY b ASC RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING) FROM t',
  'SELECT SUM(a) OVER (ORDER BY b ASC ROWS UNBOUNDED PRECEDING), COUNT(*) OVER () FROM t',
  'SELECT MAX(a) KEEP (DENSE_RANK FIRST ORDER BY b DESC) FROM t',
  "SELECT LISTAGG(a, ', ') WITHIN GROUP (ORDER BY b ASC, c DESC) FROM t",
  'SELECT LAG(a, 1, 0) IGNORE NULLS OVER (ORDER BY b ASC) FROM t',
  // Set operations
  'SELECT a FROM t UNION SELECT b FROM u UNION ALL SELECT c FROM v INTERSECT SELECT d FROM w MINUS SELECT e FROM x',
  'SELECT a FROM t UNION (SELECT b FROM u UNION ALL SELECT c FROM v) ORDER BY 1 ASC',
  '(SELECT a FROM t ORDER BY a ASC FETCH FIRST 1 ROWS ONLY) UNION ALL SELECT b FROM u',
  '(SELECT a FROM t ORDER BY a ASC FETCH FIRST 1 ROWS ONLY) ORDER BY 1 ASC',
  'SELECT id FROM t WHERE a IN ((SELECT b FROM u ORDER BY b ASC) UNION SELECT c FROM v)',
  // Order and paging
  'SELECT a FROM t ORDER BY a ASC, b ASC, 3 DESC NULLS FIRST, c ASC NULLS LAST',
  'SELECT a FROM t ORDER BY a ASC OFFSET 20 ROWS FETCH FIRST 10 ROWS ONLY',
  'SELECT a FROM t FETCH FIRST 10 PERCENT ROWS WITH TIES',
  'SELECT a FROM t FETCH FIRST ? ROWS ONLY',
  // WITH
  'WITH recent AS (SELECT id FROM t), named (x, y) AS (SELECT a, b FROM u) SELECT x FROM named JOIN recent ON id = x',
];

/** Other spellings, and the one that `print` chooses. */
export const SPELLINGS: readonly (readonly [written: string, printed: string])[] = [
  ['select unique a from t;', 'SELECT DISTINCT a FROM t'],
  ['SELECT TOP 3 DISTINCT a FROM t', 'SELECT DISTINCT TOP 3 a FROM t'],
  ['SELECT ALL a FROM t ; ;', 'SELECT a FROM t'],
  ['SELECT a b, c "D" FROM t AS u', 'SELECT a AS b, c AS "D" FROM t u'],
  ['SELECT a, b, FROM t', 'SELECT a, b FROM t'],
  [
    'SELECT a FROM t INNER JOIN u ON t.id=u.id LEFT OUTER JOIN v ON v.id=u.id',
    'SELECT a FROM t JOIN u ON t.id = u.id LEFT JOIN v ON v.id = u.id',
  ],
  [
    'SELECT a FROM t JOIN u JOIN v ON u.id = v.id ON t.id = u.id',
    'SELECT a FROM t JOIN (u JOIN v ON u.id = v.id) ON t.id = u.id',
  ],
  [
    'SELECT a FROM ((t JOIN u ON t.id = u.id) JOIN v ON v.id = u.id)',
    'SELECT a FROM t JOIN u ON t.id = u.id JOIN v ON v.id = u.id',
  ],
  ['SELECT a FROM (((SELECT 1 AS a FROM dual)) s)', 'SELECT a FROM (SELECT 1 AS a FROM dual) s'],
  [
    'SELECT a FROM ((SELECT 1 AS a FROM dual) UNION (SELECT 2 FROM dual)) s',
    'SELECT a FROM (SELECT 1 AS a FROM dual UNION SELECT 2 FROM dual) s',
  ],
  [
    'SELECT ((SELECT 1 FROM dual) UNION (SELECT 1 FROM dual)) FROM dual',
    'SELECT (SELECT 1 FROM dual UNION SELECT 1 FROM dual) FROM dual',
  ],
  ['SELECT a FROM t WHERE a != 1 AND b ^= 2', 'SELECT a FROM t WHERE a <> 1 AND b <> 2'],
  ['SELECT a FROM t WHERE a = SOME (1, 2)', 'SELECT a FROM t WHERE a = ANY (1, 2)'],
  ['SELECT a FROM t WHERE a IN ((SELECT b FROM u))', 'SELECT a FROM t WHERE a IN (SELECT b FROM u)'],
  ['SELECT a FROM t WHERE ((a = 1) AND ((b = 2)))', 'SELECT a FROM t WHERE a = 1 AND b = 2'],
  ['SELECT a FROM t WHERE (a = 1 AND b = 2) AND c = 3', 'SELECT a FROM t WHERE (a = 1 AND b = 2) AND c = 3'],
  [
    'SELECT a FROM t EXCEPT SELECT b FROM u UNION DISTINCT SELECT c FROM v',
    'SELECT a FROM t MINUS SELECT b FROM u UNION SELECT c FROM v',
  ],
  ['((SELECT a FROM t))', 'SELECT a FROM t'],
  [
    'SELECT a FROM t ORDER BY a, b DESC, c NULLS LAST',
    'SELECT a FROM t ORDER BY a ASC, b DESC, c ASC NULLS LAST',
  ],
  ['SELECT a FROM t FETCH NEXT ROW ONLY', 'SELECT a FROM t FETCH FIRST ROWS ONLY'],
  ['SELECT a -- note\r\n, b /* another */ FROM/**/t', 'SELECT a, b FROM t'],
  ['SELECT\u00a0a\u00a0FROM\u00a0t', 'SELECT a FROM t'],
  [
    'SELECT FIRST_VALUE(a IGNORE NULLS) OVER (ORDER BY b) FROM t',
    'SELECT FIRST_VALUE(a) IGNORE NULLS OVER (ORDER BY b ASC) FROM t',
  ],
  ['SELECT COUNT(ALL a) FROM t', 'SELECT COUNT(a) FROM t'],
];
