import { parseSeedText } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, valuesOf } from './small-account.js';

const digits38 = '12345678901234567890123456789012345678';

const database = openSeed({
  custom: {
    reading: { columns: { id: 'id', amount: 'num', count: 'int', name: 'text' } },
    note: { columns: { id: 'id', reading: 'ref:reading', limit_amount: 'num' } },
  },
  tables: {
    currency: [{ id: 1, name: 'US Dollar' }],
    reading: [
      { id: 1, amount: '99999999999999.99', count: '9007199254740993', name: '99999999999999.99' },
      { id: 2, amount: '-99999999999999.99', count: digits38, name: 'b' },
      { id: 3, amount: '0.00000000000000000000000000000000000001', count: '-9007199254740993', name: 'c' },
      { id: 4, amount: 2.5, count: 7, name: 'd' },
      { id: 5, amount: '99999999999999.98', count: null, name: 'e' },
      { id: 6, amount: '99999999999999.99', count: 7, name: 'f' },
    ],
    note: [
      { id: 1, reading: 1, limit_amount: '99999999999999.99' },
      { id: 2, reading: 5, limit_amount: '99999999999999.985' },
    ],
  },
});
afterAll(() => database.close());

// Oracle, "SQL Language Reference": NUMBER Data Type (20 digits to the base of 100, that is 39 or 40 decimal ones
// depending on the position of the decimal point; magnitudes from 1e-130 to less than 1e126), Arithmetic Operators.
describe('a number', () => {
  it.each([
    ['99999999999999.99', '99999999999999.99'],
    ['-99999999999999.99', '-99999999999999.99'],
    [digits38, digits38],
    [`'${digits38}' + 0`, digits38],
    ['12345678901234567890 + 1', '12345678901234567891'],
    ['9007199254740992 + 1', '9007199254740993'],
    ['9007199254740993 - 9007199254740992', '1'],
    ['9007199254740991 + 9007199254740991 + 9007199254740991', '27021597764222973'],
    ['0.1 + 0.2', '0.3'],
    ["CASE WHEN 0.1 + 0.2 = 0.3 THEN 'equal' END", 'equal'],
    ['12345678.12 * 12345678.12', '152415768242646.7344'],
    ['1234567890123456789 * 9876543210987654321', '12193263113702179522374638011112635269'],
    ['99999999999999.99 * 3', '299999999999999.97'],
    ['1e125 + 1 - 1e125', '0'],
    ['1 / 3', '0.3333333333333333333333333333333333333333'],
    ['2 / 3', '0.6666666666666666666666666666666666666667'],
    ['10 / 3', '3.33333333333333333333333333333333333333'],
    ['100 / 3', '33.33333333333333333333333333333333333333'],
    ['1 / 30', '0.0333333333333333333333333333333333333333'],
    ['1 / 3 * 3', '0.9999999999999999999999999999999999999999'],
    ['ROUND(1 / 3 * 3, 30)', '1'],
    ['-(1 / 3)', '-0.3333333333333333333333333333333333333333'],
    ['ABS(-12345678901234567890.5)', '12345678901234567890.5'],
    ['SIGN(-12345678901234567890.5)', '-1'],
    ['CEIL(12345678901234567890.5)', '12345678901234567891'],
    ['CEIL(-12345678901234567890.5)', '-12345678901234567890'],
    ['FLOOR(-12345678901234567890.5)', '-12345678901234567891'],
    ['FLOOR(1e30)', `1${'0'.repeat(30)}`],
    ['ROUND(99999999999999.995, 2)', '100000000000000'],
    ['ROUND(-0.000000000000000000015, 20)', '-0.00000000000000000002'],
    ['ROUND(12345678901234567890, -3)', '12345678901234568000'],
    ['TRUNC(99999999999999.999, 2)', '99999999999999.99'],
    ['MOD(12345678901234567890, 7)', '1'],
    ['MOD(-12345678901234567890.25, 1)', '-0.25'],
    ['REMAINDER(12345678901234567891, 2)', '-1'],
    ['GREATEST(9007199254740992, 9007199254740993)', '9007199254740993'],
    ['LEAST(1 / 3, 0.3333333333333333)', '0.3333333333333333'],
    ["CASE WHEN 9007199254740992 < 9007199254740993 THEN 'less' END", 'less'],
    ["CASE WHEN 1 / 3 > 0.333333333333333333333333333333333333333 THEN 'more' END", 'more'],
    ["CASE WHEN 1 / 3 BETWEEN 0.33 AND 0.34 THEN 'between' END", 'between'],
    ["CASE WHEN 1 / 4 = 0.25 THEN 'equal' END", 'equal'],
    ['COALESCE(NULL, 1 / 3)', '0.3333333333333333333333333333333333333333'],
    ["TO_NUMBER('99999999999999.99') + 0.01", '100000000000000'],
    ['TO_CHAR(99999999999999.99)', '99999999999999.99'],
    ['TO_CHAR(1 / 3)', '.3333333333333333333333333333333333333333'],
    ["'x' || 12345678901234567890", 'x12345678901234567890'],
    ["TO_CHAR(99999999999999.99, 'FM99999999999999990.00')", '99999999999999.99'],
    ['CAST(12345678901234567890.6 AS INTEGER)', '12345678901234567891'],
    ['CAST(99999999999999.994 AS NUMBER(20, 2))', '99999999999999.99'],
    ['CAST(99999999999999999999999999999999999999 AS NUMBER(38))', '99999999999999999999999999999999999999'],
    ['CAST(1.25 AS FLOAT)', '1.25'],
    ['BITAND(9007199254740993, 1)', '1'],
    ['BITAND(340282366920938463463374607431768211455, 18446744073709551617)', '18446744073709551617'],
    ['BITAND(-1, 9007199254740993.9)', '9007199254740993'],
    ['SQRT(2)', '1.41421356237309504880168872420969807857'],
    ['POWER(2, 100)', '1267650600228229401496703205376'],
    ['POWER(2, 0.5)', '1.41421356237309504880168872420969807857'],
    ['EXP(1)', '2.71828182845904523536028747135266249776'],
    ['LN(10)', '2.3025850929940456840179914546843642076'],
    ['LOG(10, 1000)', '3'],
    ['SIN(1)', '0.8414709848078965066525023216302989996226'],
    ['ATAN2(1, 1)', '0.7853981633974483096156608458198757210493'],
    ['1e-130', `0.${'0'.repeat(129)}1`],
    ['1e-131', '0'],
    ['1e-100 * 1e-100', '0'],
    ['9.99e125', `999${'0'.repeat(123)}`],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)).toBe(expected);
  });

  it.each(['1e126', '9.99e125 * 10.1', '1e125 / 0.01', '1e63 * 1e63', '1e125 * 9 + 1e125'])(
    'refuses %s, which is too large',
    (expression) => {
      const { reason } = rejectionOf(database, `SELECT ${expression} AS v FROM currency WHERE id = 1`);
      expect(reason).toContain('ORA-01426');
    },
  );

  it.each(['CAST(12345.6 AS NUMBER(4, 1))', 'CAST(99.995 AS DECIMAL(4, 2))', 'CAST(-1e38 AS NUMBER(38))'])(
    'refuses %s, which has no room for it',
    (expression) => {
      const { reason } = rejectionOf(database, `SELECT ${expression} AS v FROM currency WHERE id = 1`);
      expect(reason).toContain('ORA-01438');
    },
  );

  it('keeps the digits of a parameter', () => {
    expect(evaluate(database, '? + 1', [digits38])).toBe(`${digits38.slice(0, -1)}9`);
    expect(evaluate(database, '? * 2', [0.1 + 0.2])).toBe('0.60000000000000008');
  });
});

describe('stored numbers of up to 38 digits', () => {
  it.each<[title: string, text: string, rows: readonly (readonly (string | null)[])[]]>([
    [
      'are printed as they were given',
      'SELECT amount a, count b FROM reading ORDER BY id',
      [
        ['99999999999999.99', '9007199254740993'],
        ['-99999999999999.99', digits38],
        ['0.00000000000000000000000000000000000001', '-9007199254740993'],
        ['2.5', '7'],
        ['99999999999999.98', null],
        ['99999999999999.99', '7'],
      ],
    ],
    [
      'have the order of numbers',
      'SELECT id FROM reading ORDER BY amount, id',
      [['2'], ['3'], ['4'], ['5'], ['1'], ['6']],
    ],
    [
      'have it downwards, NULL first',
      'SELECT id FROM reading ORDER BY count DESC, id',
      [['5'], ['2'], ['1'], ['4'], ['6'], ['3']],
    ],
    [
      'are compared with literals',
      'SELECT id FROM reading WHERE amount > 99999999999999.98 ORDER BY id',
      [['1'], ['6']],
    ],
    [
      'are compared with few digits',
      'SELECT id FROM reading WHERE amount < 3 ORDER BY id',
      [['2'], ['3'], ['4']],
    ],
    ['are equal where all digits are', 'SELECT id FROM reading WHERE count = 9007199254740993', [['1']]],
    [
      'are compared with text',
      "SELECT id FROM reading WHERE amount = '99999999999999.99' ORDER BY id",
      [['1'], ['6']],
    ],
    ['are compared with a column of text', 'SELECT id FROM reading WHERE amount = name AND id = 1', [['1']]],
    [
      'lie between others',
      'SELECT id FROM reading WHERE amount BETWEEN 2 AND 99999999999999.985 ORDER BY id',
      [['4'], ['5']],
    ],
    [
      'are in a list',
      `SELECT id FROM reading WHERE count IN (7, ${digits38}) ORDER BY id`,
      [['2'], ['4'], ['6']],
    ],
    [
      'have sum, mean, least and greatest',
      'SELECT SUM(amount) a, SUM(count) b, MIN(amount) c, MAX(count) d FROM reading',
      [['200000000000002.47', '12345678901234567890123456789012345692', '-99999999999999.99', digits38]],
    ],
    ['have a mean', 'SELECT AVG(amount) a FROM reading WHERE id IN (1, 4)', [['50000000000001.245']]],
    [
      'are counted and summed once each',
      'SELECT COUNT(DISTINCT amount) a, SUM(DISTINCT amount) b FROM reading WHERE id IN (1, 5, 6)',
      [['2', '199999999999999.97']],
    ],
    [
      'are grouped',
      'SELECT amount a, COUNT(*) b FROM reading WHERE id IN (1, 5, 6) GROUP BY amount HAVING SUM(amount) > 99999999999999.98 ORDER BY b',
      [['99999999999999.99', '2']],
    ],
    [
      'are joined',
      'SELECT r.id a, n.id b FROM reading r JOIN note n ON n.limit_amount = r.amount ORDER BY r.id',
      [
        ['1', '1'],
        ['6', '1'],
      ],
    ],
    [
      'are joined by what is less',
      'SELECT r.id a FROM reading r JOIN note n ON n.limit_amount < r.amount ORDER BY r.id',
      [['1'], ['6']],
    ],
    [
      'are added up along a window',
      'SELECT SUM(amount) OVER (ORDER BY id) a FROM reading WHERE id IN (1, 5, 6) ORDER BY id',
      [['99999999999999.99'], ['199999999999999.97'], ['299999999999999.96']],
    ],
    [
      'are ranked',
      'SELECT RANK() OVER (ORDER BY amount DESC) a FROM reading WHERE id > 3 ORDER BY id',
      [['3'], ['2'], ['1']],
    ],
    [
      'come from the row before',
      'SELECT LAG(amount) OVER (ORDER BY id) a FROM reading WHERE id > 4 ORDER BY id',
      [[null], ['99999999999999.98']],
    ],
    [
      'come from the last row that has one',
      'SELECT LAST_VALUE(count IGNORE NULLS) OVER (ORDER BY id) a FROM reading WHERE id IN (2, 5) ORDER BY id',
      [[digits38], [digits38]],
    ],
    [
      'are kept of the first of a group',
      'SELECT MAX(amount) KEEP (DENSE_RANK FIRST ORDER BY count DESC NULLS LAST) a, SUM(amount) KEEP (DENSE_RANK LAST ORDER BY amount) b FROM reading',
      [['-99999999999999.99', '199999999999999.98']],
    ],
    [
      'have a median and a deviation',
      'SELECT MEDIAN(amount) a, STDDEV(amount) b FROM reading WHERE id IN (1, 5)',
      [['99999999999999.985', '0.007071067811865475244008443621048490392848']],
    ],
    [
      'are put together by set operations',
      'SELECT amount a FROM reading WHERE id = 1 UNION SELECT limit_amount FROM note UNION SELECT 2.5 FROM note ORDER BY a',
      [['2.5'], ['99999999999999.985'], ['99999999999999.99']],
    ],
    [
      'are taken away by set operations',
      'SELECT amount a FROM reading WHERE id IN (1, 4) MINUS SELECT limit_amount FROM note',
      [['2.5']],
    ],
    [
      'go through subqueries',
      'SELECT a + 0.01 b FROM (SELECT MAX(amount) a FROM reading) WHERE a > 5',
      [['100000000000000']],
    ],
    [
      'are distinct',
      'SELECT DISTINCT amount a FROM reading WHERE id IN (1, 5, 6) ORDER BY amount',
      [['99999999999999.98'], ['99999999999999.99']],
    ],
    [
      'are greater than ALL',
      'SELECT id a FROM reading WHERE amount > ALL (SELECT limit_amount FROM note WHERE id = 2) ORDER BY id',
      [['1'], ['6']],
    ],
    [
      'are a part of the whole',
      'SELECT RATIO_TO_REPORT(amount) OVER () a FROM reading WHERE id IN (1, 6) ORDER BY id',
      [['0.5'], ['0.5']],
    ],
  ])('%s', (_title, text, rows) => {
    expect(valuesOf(database, text)).toEqual(rows);
  });
});

it('keeps the digits of numbers in the JSON of a seed file', () => {
  const seed =
    '{ "tables": { "transaction": [{ "id": 1, "tranid": "1e5", "foreigntotal": 99999999999999.99 }] } }';
  const own = openSeed(parseSeedText(seed));
  expect(valuesOf(own, 'SELECT tranid a, foreigntotal b FROM transaction')).toEqual([
    ['1e5', '99999999999999.99'],
  ]);
  own.close();
});
