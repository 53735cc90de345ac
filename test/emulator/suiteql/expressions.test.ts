import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, rowsOf, smallSeed } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const value = (expression: string, ...parameters: (string | number)[]): string | null | undefined =>
  evaluate(database, expression, parameters);

// Oracle's "SQL Language Reference": a VARCHAR2 has 4000 bytes, a CLOB any number; ORA-01489.
describe('texts longer than a VARCHAR2', () => {
  const full = "LPAD('x', 4000)";
  it.each([
    `${full} || 'y'`,
    `CONCAT(${full}, 'y')`,
    `'é' || LPAD('x', 3999)`,
    `REPLACE(${full}, ' ', 'ab')`,
    `REGEXP_REPLACE(${full}, ' ', 'ab')`,
    `LISTAGG(${full}, ',')`,
    `LISTAGG(DISTINCT 'ab' || LPAD('x', 3998), ',') || 'c'`,
    `LISTAGG(${full}, ',') OVER ()`,
    `(SELECT x || x FROM (SELECT ${full} AS x FROM currency))`,
  ])('%s is refused', (expression) => {
    const rejection = rejectionOf(database, `SELECT ${expression} AS v FROM currency`);
    expect(rejection.detail).toContain('Invalid or unsupported search.');
    expect(rejection.reason).toContain('ORA-01489');
  });

  it.each([
    [`LENGTH(${full} || NULL)`, '4000'],
    [`LENGTH(TO_CLOB(${full}) || 'y')`, '4001'],
    [`LENGTH(CONCAT('y', CAST(${full} AS CLOB)))`, '4001'],
    [`LENGTH(REPLACE(TO_CLOB(${full}), ' ', 'ab'))`, '7999'],
    ["LENGTH(LPAD('x', 5000))", '4000'],
    ["LENGTH(RPAD('x', 1000000000000, 'yz'))", '4000'],
    ["LENGTHB(RPAD('é', 3000, 'é'))", '4000'],
    ["LENGTH(LPAD('x', -1))", null],
    ["LPAD('abc', 2)", 'ab'],
    ["RPAD('a', 4, 'xy')", 'axyx'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });
});

// Values that Oracle Database 23c gave: mvelikikh.blogspot.com/2023/04/computing-orahash.html.
describe('ORA_HASH', () => {
  it.each([
    ["ORA_HASH('test')", '2662839991'],
    ['ORA_HASH(2023)', '2671887358'],
    ["ORA_HASH(TO_DATE('2023-03-01 12:34:56', 'YYYY-MM-DD HH24:MI:SS'))", '112410422'],
    ["ORA_HASH('abracadabra', 255)", '82'],
    ["ORA_HASH('abracadabra', POWER(2, 32) - 1, 123)", '4012392341'],
    ['ORA_HASH(NULL)', '0'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it('fills as many buckets as are asked for', () => {
    const numbers = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 20 }), (number, most) => {
        const bucket = Number(value(`ORA_HASH(${number}, ${most})`));
        expect(bucket).toBeGreaterThanOrEqual(0);
        expect(bucket).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses buckets and seeds that are negative', () => {
    expect(rejectionOf(database, "SELECT ORA_HASH('a', -1) FROM currency").reason).toContain(
      '0 to 4294967295',
    );
  });
});

// Oracle's "SQL Language Reference", EMPTY_BLOB, EMPTY_CLOB: a LOB that is initialized, and not NULL.
describe('an empty LOB', () => {
  it.each([
    ['EMPTY_CLOB()', ''],
    ['LENGTH(EMPTY_BLOB())', '0'],
    ["CASE WHEN EMPTY_CLOB() IS NULL THEN 'null' ELSE 'empty' END", 'empty'],
    ["EMPTY_CLOB() || 'a'", 'a'],
    ["NVL(EMPTY_CLOB(), 'x')", ''],
  ])('%s is %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });
});

// Oracle's semantics: "SQL Language Reference", the sections on nulls, operators and functions.
describe("Oracle's values", () => {
  it.each([
    ["''", null],
    ["'a' || NULL", 'a'],
    ["NULL || ''", null],
    ["'it''s' || ' ' || 5", "it's 5"],
    ['7 / 2', '3.5'],
    ['6 / 2', '3'],
    ['0.1 + 0.2', '0.3'],
    ['1.1 * 3', '3.3'],
    ['-3 + 1', '-2'],
    ['2 + 3 * 4 - 1', '13'],
    ['1 / 4', '0.25'],
    ['1000000000000 * 1000', '1000000000000000'],
    ['1 / 3', '0.3333333333333333333333333333333333333333'],
    ["'5' + 1", '6'],
    ["CASE WHEN 0.1 + 0.2 = 0.3 THEN 'equal' ELSE 'different' END", 'equal'],
    ["CASE WHEN '' IS NULL THEN 'null' END", 'null'],
    ["CASE WHEN NULL = NULL THEN 'equal' ELSE 'unknown' END", 'unknown'],
    ["CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' END", 'two'],
    ["DECODE(NULL, 1, 'one', NULL, 'none')", 'none'],
    ["DECODE(3, 1, 'one', 2, 'two', 'many')", 'many'],
    ["NVL(NULL, 'x')", 'x'],
    ["NVL2('a', 'set', 'unset')", 'set'],
    ["COALESCE(NULL, '', 'c')", 'c'],
    ['NULLIF(1, 1)', null],
    ['GREATEST(1, 3, 2)', '3'],
    ['LEAST(1, NULL)', null],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it('prints a column called __proto__', () => {
    expect(
      Object.entries(
        rowsOf(database, 'SELECT id AS "__proto__", id + 1 AS b FROM currency WHERE id = 1')[0] ?? {},
      ),
    ).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ]);
  });

  it('refuses to divide by zero', () => {
    expect(rejectionOf(database, 'SELECT 1 / 0 FROM currency').reason).toMatch(/divided? by (?:0|zero)/);
  });

  // Oracle's "Database Error Messages": ORA-01426, ORA-01841.
  it.each([
    ['POWER(10, 400)', 'ORA-01426'],
    ['-POWER(10, 400)', 'ORA-01426'],
    ['POWER(10, 126)', 'ORA-01426'],
    ['EXP(1000)', 'ORA-01426'],
    ['COSH(1000)', 'ORA-01426'],
    ['1e100 * 1e100', 'ORA-01426'],
    ['1e100 / 1e-100', 'ORA-01426'],
    ['(SELECT SUM(1e125) * 100 FROM currency)', 'ORA-01426'],
    ['ROUND(POWER(10, 400))', 'ORA-01426'],
    ["TO_CHAR(1e100 * 1e100) || 'x'", 'ORA-01426'],
    ["TO_CHAR(1e100 * 1e100, '999')", 'ORA-01426'],
    ['CASE WHEN POWER(10, 400) > 1 THEN 1 END', 'ORA-01426'],
    ["1e300 || 'x'", 'ORA-01426'],
    ['SYSDATE + 1e300', 'ORA-01426'],
    ['SYSDATE + 1e20', 'ORA-01841'],
    ['SYSDATE - 1e20', 'ORA-01841'],
    ['SYSDATE + 10000000', 'ORA-01841'],
    ['SYSDATE + 10000000.5', 'ORA-01841'],
    ['SYSDATE + id * 10000000', 'ORA-01841'],
    ["TO_DATE('9999-12-31', 'YYYY-MM-DD') + 1", 'ORA-01841'],
    ["TO_CHAR(TO_DATE('9999-12-31', 'YYYY-MM-DD') + 1, 'YYYY')", 'ORA-01841'],
    ["TO_CHAR(SYSDATE + 1e20, 'YYYY')", 'ORA-01841'],
    ['ADD_MONTHS(SYSDATE, 1000000)', 'ORA-01841'],
    ['CASE WHEN SYSDATE + 1e20 > SYSDATE THEN 1 END', 'ORA-01841'],
  ])('refuses %s, which is no number or date of Oracle (%s)', (expression, code) => {
    const rejection = rejectionOf(database, `SELECT ${expression} AS v FROM currency WHERE id = 1`);
    expect(rejection.detail).toContain('Invalid or unsupported search.');
    expect(rejection.reason).toContain(code);
  });

  it.each([
    ['POWER(10, 125)', `1${'0'.repeat(125)}`],
    ["TO_CHAR(TO_DATE('9999-12-30', 'YYYY-MM-DD') + 1, 'YYYY-MM-DD')", '9999-12-31'],
    ['TO_CHAR(SYSDATE + NULL)', null],
    ['POWER(NULL, 400)', null],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it('adds decimals exactly, as cents do', () => {
    const cents = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const expression = amounts.map((amount) => `(${(amount / 100).toFixed(2)})`).join(' + ');
        expect(value(expression)).toBe(String(sum / 100));
      }),
      { numRuns: 50 },
    );
  });

  it('gives any text back that comes as a parameter or as a literal', () => {
    // SQLite's binding ends a text at NUL; no text of NetSuite holds one.
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((drawn) => !drawn.includes('\0'));
    fc.assert(
      fc.property(text, (given) => {
        expect(value('?', given)).toBe(given);
        expect(value(`'${given.replaceAll("'", "''")}'`)).toBe(given);
      }),
      { numRuns: 200 },
    );
  });
});

describe('text functions', () => {
  it.each([
    ["SUBSTR('abcdef', 0, 2)", 'ab'],
    ["SUBSTR('abcdef', 1, 2)", 'ab'],
    ["SUBSTR('abcdef', 3)", 'cdef'],
    ["SUBSTR('abcdef', -3, 2)", 'de'],
    ["SUBSTR('abc', -5)", null],
    ["SUBSTR('abc', 9)", null],
    ["SUBSTR('abc', 1, 0)", null],
    ["INSTR('abcabc', 'c')", '3'],
    ["INSTR('abcabc', 'c', 1, 2)", '6'],
    ["INSTR('abcabc', 'a', -1)", '4'],
    ["UPPER('grüße')", 'GRÜSSE'],
    ["LOWER('ÀB')", 'àb'],
    ["INITCAP('acme of york')", 'Acme Of York'],
    ["LENGTH('')", null],
    ["LENGTH('añb')", '3'],
    ["REPLACE('a-b-c', '-', '')", 'abc'],
    ["REPLACE('a-b', NULL, 'x')", 'a-b'],
    ["TRIM('  a ')", 'a'],
    ["TRIM(LEADING '0' FROM '007')", '7'],
    ["RTRIM('a,,', ',')", 'a'],
    ["LTRIM('   ')", null],
    ["LPAD('7', 3, '0')", '007'],
    ["RPAD('abc', 2)", 'ab'],
    ["CONCAT('a', 'b')", 'ab'],
    ["TRANSLATE('2KRW', '0123456789', '##########')", '#KRW'],
    ["ASCII('A')", '65'],
    ['CHR(65)', 'A'],
    ["REGEXP_SUBSTR('SO-1234', '[[:digit:]]+')", '1234'],
    ["REGEXP_REPLACE('a1b22', '[0-9]+', '#')", 'a#b#'],
    ["REGEXP_INSTR('abc12', '[0-9]')", '4'],
    ["SOUNDEX('Robert')", 'R163'],
    ["TO_MULTI_BYTE('A b~')", '\uff21\u3000\uff42\uff5e'],
    ["TO_SINGLE_BYTE('\uff21\u3000\uff42é')", 'A bé'],
    ["LENGTH2('\u{1f600}')", '2'],
    ["LENGTH4('\u{1f600}')", '1'],
    ["LENGTHC('e\u0301')", '1'],
    ["NLS_UPPER('i', 'NLS_SORT = XTurkish')", 'İ'],
    ["NLS_LOWER('I', 'nls_sort=xgerman')", 'i'],
    ["NLS_INITCAP('istanbul', 'NLS_SORT = XTurkish')", 'İstanbul'],
    ["NLSSORT('aB')", '614200'],
    ["NLSSORT('aB', 'NLS_SORT = BINARY_CI')", '616200'],
    ["NLSSORT('é', 'NLS_SORT = BINARY_AI')", '6500'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ["NLSSORT('a', 'NLS_SORT = XGerman')", 'NLSSORT by XGERMAN is not emulated'],
    ["NLS_UPPER('a', 'German')", "'German' is no setting"],
    ["CHARTOROWID('AAAAECAABAAAAgiAAA')", 'CHARTOROWID is not emulated'],
  ])('refuses %s', (expression, reason) => {
    expect(rejectionOf(database, `SELECT ${expression} FROM currency`).reason).toContain(reason);
  });
});

// Worked out by hand from (1, 1), (2, 3), (2, 2), (3, 4): five pairs agree, one is tied on the left.
describe('rank correlations', () => {
  const pairs = [
    [1, 1],
    [2, 3],
    [2, 2],
    [3, 4],
  ];
  const correlation = (
    name: string,
    of: readonly (readonly (number | null)[])[],
  ): string | null | undefined => {
    const rows = of.map(([x, y]) => `SELECT ${x} AS x, ${y} AS y FROM currency WHERE id = 1`);
    return value(`(SELECT ${name}(x, y) FROM (${rows.join(' UNION ALL ')}))`);
  };

  it('CORR_K is tau-b', () => {
    expect(Number(correlation('CORR_K', pairs))).toBeCloseTo(5 / Math.sqrt(5 * 6), 12);
  });

  it('CORR_S correlates ranks, of which ties share the mean', () => {
    expect(Number(correlation('CORR_S', pairs))).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('leave pairs with NULL out, and are NULL where all values of a side are equal', () => {
    expect(correlation('CORR_K', [...pairs.slice(0, 2), [9, null]])).toBe('1');
    expect(correlation('CORR_S', [...pairs.slice(0, 2), [null, -9]])).toBe('1');
    expect(correlation('CORR_K', pairs.slice(1, 3))).toBeNull();
    expect(correlation('CORR_S', pairs.slice(1, 3))).toBeNull();
  });
});

describe('number functions', () => {
  it.each([
    ['ROUND(1.005, 2)', '1.01'],
    ['ROUND(2.5)', '3'],
    ['ROUND(-2.5)', '-3'],
    ['ROUND(1234.5, -2)', '1200'],
    ['TRUNC(2.79, 1)', '2.7'],
    ['TRUNC(-2.7)', '-2'],
    ['FLOOR(-2.1)', '-3'],
    ['CEIL(2.1)', '3'],
    ['MOD(11, 4)', '3'],
    ['MOD(-7, 3)', '-1'],
    ['MOD(5, 0)', '5'],
    ['MOD(33.33, 3)', '0.33'],
    ['MOD(0.3, 0.1)', '0'],
    ['MOD(-7.5, 2)', '-1.5'],
    ['REMAINDER(0.7, 0.4)', '-0.1'],
    ['ABS(-2.5)', '2.5'],
    ['SIGN(-4)', '-1'],
    ['POWER(2, 10)', '1024'],
    ['BITAND(6, 3)', '2'],
    ['TRUNC(0.1 + 0.7, 1)', '0.8'],
    ["TO_NUMBER('12.50')", '12.5'],
    ['TO_CHAR(0.5)', '.5'],
    ["TO_CHAR(1234567.891, 'FM9,999,990.00')", '1,234,567.89'],
    ["TO_CHAR(5, '000')", ' 005'],
    ["TO_CHAR(-1.5, 'FM990.0')", '-1.5'],
    ["TO_CHAR(12345, '999')", '####'],
    ["CAST('12' AS INTEGER)", '12'],
    ['CAST(1.239 AS NUMBER(10, 2))', '1.24'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });
});
