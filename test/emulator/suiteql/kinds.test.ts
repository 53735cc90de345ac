import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const day = "TO_DATE('2026-01-01', 'YYYY-MM-DD')";

// Oracle's "SQL Language Reference": "CASE Expressions", "The UNION …", and each function's own section; "Data Conversion".
describe('values of several kinds', () => {
  it.each([
    ["CASE WHEN 1 = 1 THEN 1 ELSE 'a' END", 'ORA-00932'],
    ["CASE WHEN 1 = 1 THEN 1 ELSE '2' END", 'ORA-00932'],
    [`CASE WHEN 1 = 1 THEN ${day} ELSE '1/1/2026' END`, 'ORA-00932'],
    [`CASE WHEN 1 = 1 THEN ${day} ELSE 0 END`, 'ORA-00932'],
    ["CASE symbol WHEN 'USD' THEN id ELSE name END", 'ORA-00932'],
    ["CASE 1 WHEN '1' THEN 2 END", 'ORA-00932'],
    ["COALESCE(1, 'a')", 'ORA-00932'],
    ['COALESCE(id, name)', 'ORA-00932'],
    [`COALESCE(${day}, '1/1/2026')`, 'ORA-00932'],
    ["NULLIF(1, '1')", 'ORA-00932'],
    ["NVL(1, 'a')", 'ORA-01722'],
    ['NVL(NULLIF(id, id), name)', 'ORA-01722'],
    ["NVL2(name, 2, 'a')", 'ORA-01722'],
    ["DECODE(symbol, 'USD', 10, 'none')", 'ORA-01722'],
    ["DECODE(symbol, 1, 'one', 'many')", 'ORA-01722'],
    ["GREATEST(5, 'a')", 'ORA-01722'],
    ['LEAST(5, name)', 'ORA-01722'],
    [`GREATEST(${day}, 5)`, 'a number is given'],
    [`LEAST(5, ${day})`, 'a date is given'],
  ])('%s is refused (%s)', (expression, code) => {
    expect(rejectionOf(database, `SELECT ${expression} FROM currency`).reason).toContain(code);
  });

  it.each([
    ["CASE WHEN 1 = 1 THEN NULL ELSE 'a' END", null],
    ['CASE WHEN 1 = 1 THEN 1 ELSE 0.5 END', '1'],
    // NetSuite's help, "SuiteQL Syntax and Examples", has COALESCE(email, id, 'some value', 1 + 1).
    ["COALESCE(NULL, 1 + 1, 'x')", 'refused'],
    ["COALESCE('', symbol, 1 + 1)", 'USD'],
    ["NVL(NULL, 'a')", 'a'],
    ["NVL(1, '10')", '1'],
    ["NVL(NULLIF(1, 1), '010')", '10'],
    ["NVL('a', 10)", 'a'],
    [`NVL('a', ${day})`, 'a'],
    [`NVL(${day}, '1/5/2026')`, '1/1/2026'],
    ["NVL2(name, 2, '03')", '2'],
    ["NVL2(NULL, 2, '03')", '3'],
    ["GREATEST(5, '10')", '10'],
    ["GREATEST('5', 10)", '5'],
    ["LEAST('5', 10)", '10'],
    ["LEAST(10, '9', 8.5)", '8.5'],
    [`GREATEST(${day}, '1/5/2026')`, '1/5/2026'],
    ["DECODE(1, '1', 'x', 'y')", 'x'],
    ["DECODE('01', 1, 'x', 'y')", 'x'],
    ["DECODE(1, '01', 'x', 'y')", 'y'],
    ["DECODE(1, 1, '7', 8)", '7'],
    ['LENGTH(DECODE(2, 1, NULL, 10.50))', '4'],
    ["DECODE(2, 1, 5, '08')", '8'],
  ])('%s is %s', (expression, expected) => {
    if (expected === 'refused') expect(() => evaluate(database, expression)).toThrow('ORA-00932');
    else expect(evaluate(database, expression)).toBe(expected);
  });

  it.each([
    'SELECT id FROM customer UNION SELECT companyname FROM customer',
    "SELECT 1 FROM customer UNION ALL SELECT 'a' FROM customer",
    'SELECT NULL, 1 FROM customer INTERSECT SELECT id, 2 FROM customer MINUS SELECT name, 3 FROM currency',
    'SELECT id FROM (SELECT trandate AS id FROM transaction UNION ALL SELECT id FROM customer)',
    "SELECT id FROM customer WHERE id IN (SELECT id FROM currency UNION SELECT 'x' FROM currency)",
  ])('%s is refused (ORA-01790)', (text) => {
    expect(rejectionOf(database, text).reason).toContain('ORA-01790');
  });

  it.each([
    ['SELECT id FROM transaction WHERE tranid = 5', 'ORA-01722'],
    ['SELECT id FROM transaction WHERE 5 < tranid', 'ORA-01722'],
    ["SELECT id FROM transaction WHERE foreigntotal = 'abc'", 'ORA-01722'],
    ["SELECT id FROM transaction WHERE foreigntotal BETWEEN 1 AND 'abc'", 'ORA-01722'],
    ["SELECT id FROM transaction WHERE id = 'abc'", 'ORA-01722'],
    ["SELECT id FROM transaction WHERE id IN (1, 'abc')", 'ORA-01722'],
    ['SELECT id FROM transaction WHERE foreigntotal IN (SELECT tranid FROM transaction)', 'ORA-01722'],
    ['SELECT id FROM transaction WHERE foreigntotal > ANY (SELECT tranid FROM transaction)', 'ORA-01722'],
    ['SELECT t.id FROM transaction t JOIN customer c ON c.companyname = t.foreigntotal', 'ORA-01722'],
  ])('%s is refused (%s)', (text, code) => {
    expect(rejectionOf(database, text).reason).toContain(code);
  });

  it('compares a text that is a number as one', () => {
    expect(valuesOf(database, "SELECT id FROM transaction WHERE foreigntotal = '0.10'")).toEqual([['11']]);
    expect(
      valuesOf(
        database,
        "SELECT id FROM transaction WHERE type = 'SalesOrd' AND REPLACE(tranid, 'SO') = 2.0",
      ),
    ).toEqual([['12']]);
    const numbers = "SELECT REPLACE(tranid, 'SO') FROM transaction WHERE type = 'SalesOrd'";
    expect(valuesOf(database, `SELECT id FROM customer WHERE id * 1.0 IN (${numbers}) ORDER BY id`)).toEqual([
      ['1'],
      ['2'],
    ]);
  });
});

describe('a query that is used as a value', () => {
  it.each([
    'SELECT (SELECT id FROM currency) AS x FROM customer',
    'SELECT id FROM customer WHERE id = (SELECT id FROM currency ORDER BY id)',
    'SELECT c.id, (SELECT t.id FROM transaction t WHERE t.entity = c.id) AS x FROM customer c',
    'SELECT id FROM customer WHERE id = (SELECT id FROM currency UNION SELECT 2 FROM currency)',
    'SELECT (SELECT type FROM transaction GROUP BY type) AS x FROM currency',
    'SELECT (SELECT NULL FROM transaction) AS x FROM currency',
    'SELECT id FROM transaction WHERE (type, entity) = (SELECT type, entity FROM transaction)',
  ])('%s is refused for its rows (ORA-01427)', (text) => {
    expect(rejectionOf(database, text).reason).toContain('ORA-01427');
  });

  it.each<[text: string, rows: readonly (readonly (string | null)[])[]]>([
    [
      "SELECT c.id a, (SELECT t.id FROM transaction t WHERE t.entity = c.id AND t.status = 'B') b FROM customer c ORDER BY 1",
      [
        ['1', '11'],
        ['2', null],
        ['3', null],
      ],
    ],
    [
      'SELECT c.id a, (SELECT x.name FROM currency x WHERE x.id = c.currency) b FROM customer c ORDER BY 1',
      [
        ['1', 'US Dollar'],
        ['2', 'Euro'],
        ['3', 'US Dollar'],
      ],
    ],
    [
      'SELECT c.id a, (SELECT t.id FROM transaction t WHERE t.entity = c.id ORDER BY t.id DESC FETCH FIRST 1 ROWS ONLY) b FROM customer c ORDER BY 1',
      [
        ['1', '13'],
        ['2', '12'],
        ['3', null],
      ],
    ],
    ['SELECT id FROM customer WHERE id = (SELECT id FROM currency WHERE ROWNUM = 1)', [['1']]],
    [
      'SELECT id FROM customer c WHERE 1 < (SELECT COUNT(*) FROM transaction t WHERE t.entity = c.id)',
      [['1']],
    ],
    [
      'SELECT (SELECT trandate FROM transaction WHERE id > 12 AND trandate IS NOT NULL) a FROM currency WHERE id = 1',
      [['2/28/2026']],
    ],
  ])('%s', (text, rows) => {
    expect(valuesOf(database, text)).toEqual(rows);
  });

  it('is left as it is where its rows are seen to be one', () => {
    expect(
      valuesOf(
        database,
        'SELECT (SELECT 1) a, (SELECT 2 FROM customer WHERE id = 1) b FROM currency WHERE id = 1',
      ),
    ).toEqual([['1', '2']]);
  });
});

describe('conditions that Oracle refuses', () => {
  it.each([
    ["companyname LIKE 'a\\b' ESCAPE '\\'", 'ORA-01424'],
    ["companyname LIKE 'a\\' ESCAPE '\\'", 'ORA-01424'],
    ["companyname NOT LIKE 'a!%!!!x' ESCAPE '!'", 'ORA-01424'],
    ["companyname LIKE companyname ESCAPE 'c'", 'ORA-01424'],
    ["companyname LIKE 'a' ESCAPE '\\\\'", 'ORA-01425'],
  ])('%s (%s)', (condition, code) => {
    expect(rejectionOf(database, `SELECT id FROM customer WHERE ${condition}`).reason).toContain(code);
  });

  it.each([
    ['c.salesrep = e.id(+) OR c.id = 1', 'ORA-01719'],
    ['c.salesrep = e.id(+) AND (e.id(+) = 7 OR e.id(+) = 8)', 'ORA-01719'],
    ['NOT (c.salesrep = e.id(+) OR c.id = 1)', 'ORA-01719'],
    ['c.salesrep = e.id(+) AND e.id(+) IN (7, 8)', 'ORA-01719'],
    ['c.salesrep = e.id(+) AND e.id(+) = (SELECT MAX(id) FROM employee)', 'ORA-01799'],
  ])('%s (%s)', (condition, code) => {
    const text = `SELECT c.id FROM customer c, employee e WHERE ${condition}`;
    expect(rejectionOf(database, text).reason).toContain(code);
  });

  it('takes escape characters before %, _ and themselves', () => {
    expect(valuesOf(database, "SELECT id FROM customer WHERE companyname LIKE 'acme!_2' ESCAPE '!'")).toEqual(
      [['3']],
    );
    expect(
      valuesOf(
        database,
        "SELECT id FROM customer WHERE REPLACE(companyname, '_', '!') LIKE '%!!2' ESCAPE '!'",
      ),
    ).toEqual([['3']]);
  });
});

// Oracle's "SQL Language Reference": what each function says of its arguments; ORA-01428.
describe('arguments that functions of numbers do not take', () => {
  it.each([
    'SQRT(-1)',
    'SQRT(0 - id)',
    'LN(0)',
    'LN(-1)',
    'LOG(1, 5)',
    'LOG(0, 5)',
    'LOG(10, 0)',
    'ACOS(2)',
    'ASIN(-1.1)',
    'POWER(-8, 1 / 3)',
    'POWER(0, -1)',
    'ATAN2(0, 0)',
    "INSTR('abc', 'b', 1, 0)",
  ])('%s', (expression) => {
    expect(rejectionOf(database, `SELECT ${expression} FROM currency`).reason).toContain('ORA-01428');
  });

  it.each([
    ['SQRT(0)', '0'],
    ['SQRT(NULL)', null],
    ['LN(1)', '0'],
    ['LOG(10, 1000)', '3'],
    ['ACOS(1)', '0'],
    ['POWER(-2, 3)', '-8'],
    ['POWER(0, 0)', '1'],
    ['POWER(-2, -1)', '-0.5'],
    ['ATAN2(0, 1)', '0'],
    ['LN(NULL)', null],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)).toBe(expected);
  });
});
