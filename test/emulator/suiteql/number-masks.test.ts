import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formatNumber } from '../../../packages/emulator/src/suiteql/format-number.js';
import { evaluate, openSeed, rejectionOf, smallSeed } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

type Row = readonly [value: string, mask: string, expected: string];

// Oracle, SQL Language Reference 19c, "Number Format Model Examples": the whole table.
const oracleExamples: readonly Row[] = [
  ['-1234567890', '9999999999S', '1234567890-'],
  ['0', '99.99', '   .00'],
  ['0.1', '99.99', '   .10'],
  ['-0.2', '99.99', '  -.20'],
  ['0', '90.99', '  0.00'],
  ['0.1', '90.99', '  0.10'],
  ['-0.2', '90.99', ' -0.20'],
  ['0', '9999', '    0'],
  ['1', '9999', '    1'],
  ['0', 'B9999', '     '],
  ['1', 'B9999', '    1'],
  ['0', 'B90.99', '      '],
  ['123.456', '999.999', ' 123.456'],
  ['-123.456', '999.999', '-123.456'],
  ['123.456', 'FM999.009', '123.456'],
  ['123.456', '9.9EEEE', ' 1.2E+02'],
  [`1${'0'.repeat(123)}`, '9.9EEEE', ' 1.0E+123'],
  ['123.456', 'FM9.9EEEE', '1.2E+02'],
  ['123.45', 'FM999.009', '123.45'],
  ['123.0', 'FM999.009', '123.00'],
  ['123.45', 'L999.99', '          $123.45'],
  ['123.45', 'FML999.99', '$123.45'],
  ['1234567890', '9999999999S', '1234567890+'],
];

// "Number Format Elements": the description of each element, and "If a value has more significant digits to the left of
// the decimal place than are specified in the format, then pound signs (#) replace the value."
const byElement: readonly Row[] = [
  // , and G: a comma in the specified position. D and the period: a decimal character.
  ['1234.5', '9,999.9', ' 1,234.5'],
  ['12', '9,999', '    12'],
  ['1234567', '9G999G999D99', ' 1,234,567.00'],
  ['5', '099,999', ' 000,005'],
  ['999.995', '9,990.00', ' 1,000.00'],
  ['5', '9.', ' 5.'],
  // $: a leading dollar sign.
  ['12', '$9,999.99', '    $12.00'],
  ['-12', '$999', ' -$12'],
  ['12', '99$', ' $12'],
  // 0: leading and trailing zeros.
  ['7', '0000', ' 0007'],
  ['-7', '0000', '-0007'],
  ['7.1', '9990.000', '    7.100'],
  ['7', '9099', '  007'],
  // 9: "Leading zeros are blank, except for a zero value, which returns a zero for the integer part".
  ['0.4', '9', ' 0'],
  ['-0.4', '990', '  -0'],
  // B: "blanks for the integer part of a fixed-point number when the integer part is zero".
  ['0.1', 'B90.99', '   .10'],
  ['12.1', 'B90.99', ' 12.10'],
  ['0', 'FMB999', ''],
  // C, L, U: the currency's symbol.
  ['123', 'FMC999', 'USD123'],
  ['-123', 'FMU999', '-$123'],
  ['123', 'C999', '     USD123'],
  // EEEE: scientific notation.
  ['0', '9.99EEEE', ' 0.00E+00'],
  ['-0.00123', '9.99EEEE', '-1.23E-03'],
  ['9.96', '9.9EEEE', ' 1.0E+01'],
  ['12345', '9EEEE', ' 1E+04'],
  ['12345', 'S9.9EEEE', '+1.2E+04'],
  // MI: "negative value with a trailing minus sign; positive value with a trailing blank".
  ['12', '9999MI', '  12 '],
  ['-12', '9999MI', '  12-'],
  ['12', 'FM9999MI', '12'],
  ['-12', 'FM9999MI', '12-'],
  // PR: "negative value in <angle brackets>; positive value with a leading and trailing blank".
  ['12', '9999PR', '   12 '],
  ['-12', '9999PR', '  <12>'],
  ['-12', 'FM9999PR', '<12>'],
  ['12', 'FM9999PR', '12'],
  ['-12', '$9999PR', '  <$12>'],
  // S: a leading or trailing minus or plus sign.
  ['12', 'S9999', '  +12'],
  ['-12', 'S9999', '  -12'],
  ['-12', '9999S', '  12-'],
  ['12', 'FMS9999', '+12'],
  // RN, rn: a Roman numeral, from 1 to 3999.
  ['2026', 'RN', '         MMXXVI'],
  ['2026', 'FMRN', 'MMXXVI'],
  ['1994', 'fmrn', 'mcmxciv'],
  ['4000', 'RN', '###############'],
  ['0', 'RN', '###############'],
  // TM, TM9, TME: the smallest number of characters possible.
  ['0.5', 'TM9', '.5'],
  ['-1234.50', 'TM', '-1234.5'],
  ['1234.5', 'TME', '1.2345E+03'],
  ['1000', 'tme', '1E+03'],
  [`1${'0'.repeat(70)}`, 'TM9', '1E+70'],
  // V: "a value multiplied by 10^n, where n is the number of 9's after the V".
  ['12.34', '99V99', ' 1234'],
  ['1.5', '999V9', '   15'],
  ['1.2345', '9V99', ' 123'],
  ['0', '9V9', '  0'],
  // X: the hexadecimal value; rounded to an integer; 0 before it fills up.
  ['255', 'XXXX', '   FF'],
  ['255', '0XXX', ' 00FF'],
  ['255', 'FMXXXX', 'FF'],
  ['254.6', 'xx', ' ff'],
  // FM: no padding, and no zeros that a 9 would print.
  ['0', 'FM9.99', '0.'],
  ['0.001', 'FM9.99', '0.'],
  ['5', 'FM9.99', '5.'],
  ['0.5', 'FM9.99', '.5'],
  ['0.5', 'FM0.99', '0.5'],
  ['0', 'FM9.90', '.00'],
  ['0', 'FM9', '0'],
  ['1234.5', 'FM9,999.00', '1,234.50'],
  ['-1234.5', 'FM9,999.00', '-1,234.50'],
  ['12', 'FM0000', '0012'],
  // Rounding: halves away from zero.
  ['2.5', '9', ' 3'],
  ['-2.5', '9', '-3'],
  ['0.125', '9.99', '  .13'],
  ['1.005', '0.00', ' 1.01'],
  // Too large: a # for each place and one for the sign.
  ['1000', '999', '####'],
  ['666.66', '99.99', '######'],
  ['-666.66', 'FM99.99', '######'],
  ['99.999', '99.99', '######'],
  ['99999901.007', 'FM$9999.00', '#########'],
  ['12345', '9999MI', '#####'],
  ['12345', '9999PR', '######'],
  ['12345', 'S9999', '#####'],
  ['1234', '999', '####'],
  ['12345', '9,999', '######'],
  ['65536', 'XXXX', '#####'],
  // Of 38 digits none is lost.
  [
    '12345678901234567890123456789012345.678',
    `${'9'.repeat(36)}.999`,
    '  12345678901234567890123456789012345.678',
  ],
];

describe('TO_CHAR of a number', () => {
  it.each([...oracleExamples, ...byElement])('writes %s by %s as "%s"', (value, mask, expected) => {
    expect(formatNumber(value, mask)).toBe(expected);
  });

  it.each(byElement.filter(([value]) => value.length < 15))(
    'in a statement, %s by %s',
    (value, mask, expected) => {
      expect(evaluate(database, `'|' || TO_CHAR(${value}, '${mask}')`)).toBe(`|${expected}`);
      expect(evaluate(database, `'|' || TO_CHAR(TO_NUMBER(?), ?)`, [value, mask])).toBe(`|${expected}`);
    },
  );

  it.each([
    'nonsense',
    '9.9.9',
    'MI999',
    '9S9',
    'S99MI',
    '9PR9',
    ',999',
    '9.9,9',
    'V',
    '$',
    '9V9.9',
    '9,9EEEE',
    '99L9C',
    '9 9',
  ])('refuses the mask %s', (mask) => {
    expect(rejectionOf(database, `SELECT TO_CHAR(5, '${mask}') FROM currency WHERE 1 = 2`).reason).toContain(
      `The number mask '${mask}' is not understood.`,
    );
  });

  it('has as many characters as places, with one for the sign, whatever the number', () => {
    const mask = fc
      .tuple(fc.stringMatching(/^[90]{1,12}$/), fc.option(fc.stringMatching(/^[90]{0,6}$/)))
      .map(([whole, fraction]) => whole + (fraction === null ? '' : `.${fraction}`));
    fc.assert(
      fc.property(
        mask,
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(8),
        (form, digits, places) => {
          const sign = digits < 0n ? '-' : '';
          const padded = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
          const value = `${sign}${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`;
          expect(formatNumber(value, form)).toHaveLength(form.length + 1);
          expect(formatNumber(value, `${form}MI`)).toHaveLength(form.length + 1);
          expect(formatNumber(value, `${form}PR`)).toHaveLength(form.length + 2);
        },
      ),
    );
  });
});

// Oracle, "TO_NUMBER": converts by the format model. A text that does not fit is ORA-01722.
describe('TO_NUMBER with a mask', () => {
  it.each<readonly [text: string, mask: string, expected: string]>([
    ['1,234.56', '9,999.99', '1234.56'],
    ['1234.56', '9,999.99', '1234.56'],
    ['12', '9,999.99', '12'],
    ['$1,234.56', '$9,999.99', '1234.56'],
    ['-$12', 'L999', '-12'],
    ['USD12', 'C999', '12'],
    ['12-', '999MI', '-12'],
    ['12', '999MI', '12'],
    ['12-', '999S', '-12'],
    ['+12', 'S999', '12'],
    ['<12>', '999PR', '-12'],
    [' 12 ', '999PR', '12'],
    ['-12.5', '999D9', '-12.5'],
    ['1,234', '9G999', '1234'],
    ['FF', 'XX', '255'],
    ['ff', 'XXXX', '255'],
    ['1.2E+03', '9.9EEEE', '1200'],
    ['.5', '0.9', '0.5'],
    ['0007', '9999', '7'],
  ])('reads %s by %s as %s', (text, mask, expected) => {
    expect(evaluate(database, `TO_NUMBER('${text}', '${mask}')`)).toBe(expected);
  });

  it.each([
    ['12345', '9999'],
    ['12.345', '99.99'],
    ['12,34', '9,999'],
    ['1,234', '9999'],
    ['12', '999S'],
    ['abc', '999'],
    ['1.5', '99'],
    ['FFF', 'XX'],
    ['€12', 'L99'],
  ])('refuses %s by %s', (text, mask) => {
    expect(rejectionOf(database, `SELECT TO_NUMBER('${text}', '${mask}') FROM currency`).reason).toContain(
      `'${text}' does not fit the number mask '${mask}'.`,
    );
  });

  it('reads what TO_CHAR wrote', () => {
    const mask = '9,999,999.99';
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (cents) => {
        const value = String(cents / 100);
        expect(evaluate(database, `TO_NUMBER(TO_CHAR(${value}, '${mask}'), '${mask}')`)).toBe(value);
      }),
      { numRuns: 100 },
    );
  });
});

// Oracle, "TO_CHAR (number)" and "TO_NUMBER": nlsparam says what D, G and L stand for.
describe('settings of numbers', () => {
  it.each([
    ["TO_CHAR(-1234.5, 'FM9G999D00', 'NLS_NUMERIC_CHARACTERS = '',.''')", '-1.234,50'],
    [
      `TO_CHAR(-10000, 'L99G999D99MI', 'NLS_NUMERIC_CHARACTERS = '',.'' NLS_CURRENCY = ''AusDollars'' ')`,
      'AusDollars10.000,00-',
    ],
    ["TO_CHAR(1234.5, 'FM9,999.00', 'NLS_NUMERIC_CHARACTERS = '',.''')", '1,234.50'],
    ["TO_NUMBER('1.234,50', '9G999D99', 'NLS_NUMERIC_CHARACTERS = '',.''')", '1234.5'],
    ["TO_NUMBER('EUR12', 'L99', 'NLS_CURRENCY = EUR')", '12'],
    ["TO_CHAR(TO_DATE('2026-05-20', 'YYYY-MM-DD'), 'FMMonth', 'NLS_DATE_LANGUAGE = American')", 'May'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)?.trim()).toBe(expected);
  });

  it.each([
    ["TO_CHAR(1.5, '9D9', 'NLS_NUMERIC_CHARACTERS = ''..''')", 'not emulated'],
    ["TO_CHAR(1.5, '9D9', 'NLS_ISO_CURRENCY = FRANCE')", 'not emulated'],
    ["TO_NUMBER('1,234.50', '9G999D99', 'NLS_NUMERIC_CHARACTERS = '',.''')", 'does not fit'],
    ["TO_CHAR(SYSDATE, 'Month', 'NLS_DATE_LANGUAGE = French')", 'NLS_DATE_LANGUAGE'],
    ["TO_DATE('Mai', 'Month', 'NLS_DATE_LANGUAGE = German')", 'NLS_DATE_LANGUAGE'],
  ])('refuses %s', (expression, problem) => {
    expect(rejectionOf(database, `SELECT ${expression} FROM currency`).reason).toContain(problem);
  });
});

// Oracle, "TO_CHAR (number)": n is what converts to a number.
describe('a text with a number mask', () => {
  it('is converted to a number', () => {
    expect(evaluate(database, "TO_CHAR('1234.5', 'FM9,999.00')")).toBe('1,234.50');
    expect(evaluate(database, "TO_CHAR(REPLACE('1-2', '-'), '0000')")).toBe(' 0012');
  });

  it('is refused where it is no number', () => {
    for (const given of ["'x'", 'symbol']) {
      const { reason } = rejectionOf(database, `SELECT TO_CHAR(${given}, '999') FROM currency WHERE id = 1`);
      expect(reason).toContain('ORA-01722');
    }
  });
});
