import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, smallSeed, valuesOf } from './small-account.js';

// The account's clocks show noon of 2026-03-08, a Sunday; they are 7 hours behind UTC since that morning.
const database = openSeed(smallSeed);
afterAll(() => database.close());

const at = (moment: string): string => `TO_DATE('${moment}', 'YYYY-MM-DD HH24:MI:SS')`;

// Oracle, SQL Language Reference 19c, "Datetime Format Elements", "Datetime Format Element Suffixes", "Datetime Format
// Elements and Globalization Support", "Uppercase Letters in Date Format Elements" and "Format Model Modifiers".
describe('TO_CHAR of a date', () => {
  it.each<readonly [moment: string, mask: string, expected: string]>([
    // TH: ordinal number; SP: spelled number; SPTH, THSP: spelled, ordinal number. Always English.
    ['2026-03-04 15:07:09', 'DDTH', '04TH'],
    ['2026-03-04 15:07:09', 'FMDDTH', '4TH'],
    ['2026-03-04 15:07:09', 'fmDdth', '4th'],
    ['2026-03-11 00:00:00', 'fmddth', '11th'],
    ['2026-03-21 00:00:00', 'fmddth', '21st'],
    ['2026-03-22 00:00:00', 'fmddth', '22nd'],
    ['2026-03-13 00:00:00', 'fmDDTH', '13TH'],
    ['2007-04-03 02:01:01', 'FMyyyyTH, mmTH, ddTH, hhTH, miTH, ssTH', '2007th, 4th, 3rd, 2nd, 1st, 1st'],
    ['2000-04-03 02:01:00', 'mmSP, ddSP, hh24SP, miSP, ssSP', 'four, three, two, one, zero'],
    [
      '2000-04-03 02:01:00',
      'mmSPTH, ddTHSP, hh24SPTH, miTHSP, ssSPTH',
      'fourth, third, second, first, zeroeth',
    ],
    ['2026-03-21 00:00:00', 'DDSP', 'TWENTY-ONE'],
    ['2026-03-21 00:00:00', 'Ddspth', 'Twenty-First'],
    ['2026-03-12 00:00:00', 'DDSPTH', 'TWELFTH'],
    ['2026-03-20 00:00:00', 'ddspth', 'twentieth'],
    ['2026-03-04 15:07:09', 'YYYYSP', 'TWO THOUSAND TWENTY-SIX'],
    ['2026-03-08 00:00:00', 'JSP', 'TWO MILLION FOUR HUNDRED SIXTY-ONE THOUSAND ONE HUNDRED EIGHT'],
    ['2026-03-08 00:00:00', 'DSP Qth DTH', 'ONE 1st 1ST'],
    ['2026-03-04 15:07:09', 'DDTH HH24SP', '04TH FIFTEEN'],
    // YEAR, SYEAR: year, spelled out; S prefixes BC dates with a minus sign.
    ['2026-03-08 00:00:00', 'YEAR', 'TWENTY TWENTY-SIX'],
    ['2006-03-08 00:00:00', 'Year', 'Two Thousand Six'],
    ['2000-03-08 00:00:00', 'year', 'two thousand'],
    ['1999-03-08 00:00:00', 'YEAR', 'NINETEEN NINETY-NINE'],
    ['1900-03-08 00:00:00', 'Year', 'Nineteen Hundred'],
    ['2010-03-08 00:00:00', 'SYEAR', ' TWENTY TEN'],
    // DS: as MM/DD/RRRR, DL: as fmDay, Month dd, yyyy where the territory is AMERICA. TS: the short time.
    ['2026-03-08 15:07:09', 'DS', '03/08/2026'],
    ['2026-03-08 15:07:09', 'DL', 'Sunday, March 8, 2026'],
    ['2026-03-08 15:07:09', 'TS', '03:07:09 PM'],
    ['2026-03-08 15:07:09', 'DL TS', 'Sunday, March 8, 2026 03:07:09 PM'],
    // Capitalization follows the element's.
    ['2026-05-20 09:07:09', 'MON Mon mon', 'MAY May may'],
    ['2026-05-20 09:07:09', 'FMMONTH Month month MOnth', 'MAY May may MAY'],
    ['2026-05-20 09:07:09', 'DY Dy dy', 'WED Wed wed'],
    ['2026-05-20 09:07:09', '"|"DAY"|"Day"|"day"|"', '|WEDNESDAY|Wednesday|wednesday|'],
    ['2026-05-20 09:07:09', 'RM"|"rm"|"FMRM', 'V   |v   |V'],
    ['2026-05-20 09:07:09', 'AM a.m. P.M. pm', 'AM a.m. A.M. am'],
    ['2026-05-20 19:07:09', 'AD b.c. A.D.', 'AD a.d. A.D.'],
    // FM: no padding, until the next FM.
    ['2026-05-02 09:07:09', 'DD FMDD MM FMMM', '02 2 5 05'],
    ['2026-05-02 09:07:09', 'fmMonth DD, YYYY', 'May 2, 2026'],
    ['2026-05-02 09:07:09', 'Month DD', 'May       02'],
    ['2026-05-02 09:07:09', 'FMDDD HH:MI:SS SSSSS', '122 9:7:9 32829'],
    // Years: Y,YYY, the last digits, with a space for the sign, of the ISO week.
    ['2026-05-02 09:07:09', 'Y,YYY YYYY YYY YY Y RRRR RR', '2,026 2026 026 26 6 2026 26'],
    ['2026-05-02 09:07:09', 'SYYYY', ' 2026'],
    ['2026-05-02 09:07:09', 'FMSYYYY', '2026'],
    ['2027-01-02 00:00:00', 'IYYY IYY IY I IW', '2026 026 26 6 53'],
    ['2024-12-30 00:00:00', 'IYYY"-W"IW', '2025-W01'],
    // Centuries, quarters, weeks.
    ['2000-12-31 00:00:00', 'CC SCC', '20  20'],
    ['2001-01-01 00:00:00', 'CC', '21'],
    ['2026-12-31 00:00:00', 'Q WW W D DDD', '4 53 5 5 365'],
    ['2026-01-07 00:00:00', 'WW W', '01 1'],
    ['2026-01-08 00:00:00', 'WW W', '02 2'],
    ['2026-03-08 12:00:00', 'J', '2461108'],
    ['2026-03-08 00:00:00', 'HH HH12 HH24 SSSSS', '12 12 00 00000'],
    // Punctuation and quoted text are reproduced.
    ['2026-03-08 12:00:00', 'YYYY/MM/DD', '2026/03/08'],
    ['2026-03-08 12:00:00', 'DD.MM.YYYY; HH24_MI', '08.03.2026; 12_00'],
    ['2026-03-08 12:00:00', '"on the "fmddspth" of "Month', 'on the eighth of March'],
    ['2026-03-08 12:00:00', '(YYYY)*MM#DD!', '(2026)*03#08!'],
  ])('writes %s by %s as %s', (moment, mask, expected) => {
    expect(evaluate(database, `TO_CHAR(${at(moment)}, '${mask}')`)).toBe(expected);
    // Of what is no constant as well.
    expect(evaluate(database, `TO_CHAR(${at(moment)} + id - 1, '${mask}')`)).toBe(expected);
  });

  it.each<readonly [expression: string, expected: string]>([
    // FF: fractional seconds of a TIMESTAMP; X: the radix character.
    ["TO_CHAR(TO_TIMESTAMP('10:05:06.123', 'HH24:MI:SS.FF'), 'SS.FF3')", '06.123'],
    ["TO_CHAR(TO_TIMESTAMP('10:05:06.123456', 'HH24:MI:SS.FF6'), 'HH24:MI:SSXFF')", '10:05:06.123456'],
    ["TO_CHAR(TO_TIMESTAMP('10:05:06.5', 'HH24:MI:SSXFF'), 'FF1 FF2 FF9')", '5 50 500000000'],
    ["TO_CHAR(TO_TIMESTAMP('10:05:06', 'HH24:MI:SS.FF'), 'FF3')", '000'],
    ["TO_CHAR(TO_TIMESTAMP('10:05:06.999999', 'HH24:MI:SS.FF'), 'SS')", '06'],
    // TZR, TZD, TZH, TZM: the zone, daylight saving included.
    ["TO_CHAR(CURRENT_TIMESTAMP, 'TZR TZD TZH:TZM')", 'America/Los_Angeles PDT -07:00'],
    ["TO_CHAR(TO_TIMESTAMP('2026-01-31', 'YYYY-MM-DD'), 'TZD TZH:TZM')", 'PST -08:00'],
    [
      "TO_CHAR(FROM_TZ(TO_TIMESTAMP('2026-01-31 09:30', 'YYYY-MM-DD HH24:MI'), 'Asia/Kolkata'), 'HH24:MI TZR TZH:TZM')",
      '09:30 Asia/Kolkata +05:30',
    ],
    ["TO_CHAR(FROM_TZ(TO_TIMESTAMP('2026-07-31', 'YYYY-MM-DD'), 'Europe/Berlin'), 'TZD')", 'CEST'],
    ["TO_CHAR(FROM_TZ(TO_TIMESTAMP('2026-01-31', 'YYYY-MM-DD'), '-05:30'), 'TZR')", '-05:30'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)).toBe(expected);
  });

  it.each(['nonsense', 'YYYY-QQQQQX!é', 'BOGUS', '"open', 'E', 'YYYY-MM-DDThh'])(
    'refuses the mask %s',
    (mask) => {
      expect(rejectionOf(database, `SELECT TO_CHAR(SYSDATE, '${mask}') FROM currency`).reason).toContain(
        `The date mask '${mask}' is not understood`,
      );
    },
  );

  // "FF, TZD, TZH, TZM and TZR can be used in timestamp and interval format models, but not in the DATE format model".
  it.each(['SS.FF3', 'TZR', 'TZD', 'TZH:TZM'])('refuses %s of a DATE', (mask) => {
    expect(rejectionOf(database, `SELECT TO_CHAR(trandate, '${mask}') FROM transaction`).reason).toContain(
      'ORA-01821',
    );
  });
});

// Oracle, "String-to-Date Conversion Rules", "The RR Datetime Format Element" and "Format Model Modifiers".
describe('TO_DATE', () => {
  const shown = (text: string, mask: string, name = 'TO_TIMESTAMP'): string | null | undefined =>
    evaluate(database, `TO_CHAR(${name}(?, ?), 'SYYYY-MM-DD HH24:MI:SS')`, [text, mask]);

  it.each<readonly [text: string, mask: string, expected: string]>([
    // J: Julian day.
    ['2461108', 'J', ' 2026-03-08 00:00:00'],
    ['2440588', 'J', ' 1970-01-01 00:00:00'],
    // "Any non-alphanumeric character matches punctuation", and it may be left out if all digits are there.
    ['2026/05.20', 'YYYY-MM-DD', ' 2026-05-20 00:00:00'],
    ['20260520', 'YYYY-MM-DD', ' 2026-05-20 00:00:00'],
    ['2026-5-2', 'YYYY-MM-DD', ' 2026-05-02 00:00:00'],
    ['  2026-05-20  ', 'YYYY-MM-DD', ' 2026-05-20 00:00:00'],
    // "You can omit time fields found at the end of a format string".
    ['2026-05-20', 'YYYY-MM-DD HH24:MI:SS', ' 2026-05-20 00:00:00'],
    ['2026-05-20 10', 'YYYY-MM-DD HH24:MI:SS', ' 2026-05-20 10:00:00'],
    // Elements that Oracle tries where the one of the mask does not fit: MM, MON, MONTH; YY, YYYY; RR, RRRR.
    ['15-MAY-2026', 'DD-MM-YYYY', ' 2026-05-15 00:00:00'],
    ['15-MAY-2026', 'DD-MONTH-YYYY', ' 2026-05-15 00:00:00'],
    ['15-September-2026', 'DD-MON-YYYY', ' 2026-09-15 00:00:00'],
    ['15-05-1998', 'DD-MM-YY', ' 1998-05-15 00:00:00'],
    ['15-05-1998', 'DD-MM-RR', ' 1998-05-15 00:00:00'],
    // RR: the year of two digits that is nearest; YY, YYY, Y: of the current century, millennium, decade.
    ['15-05-49', 'DD-MM-RR', ' 2049-05-15 00:00:00'],
    ['15-05-50', 'DD-MM-RR', ' 1950-05-15 00:00:00'],
    ['15-05-98', 'DD-MM-RRRR', ' 1998-05-15 00:00:00'],
    ['15-05-98', 'DD-MM-YY', ' 2098-05-15 00:00:00'],
    ['15-05-8', 'DD-MM-Y', ' 2028-05-15 00:00:00'],
    ['15-05-098', 'DD-MM-YYY', ' 2098-05-15 00:00:00'],
    ['15-05-26', 'DD-MM-YYYY', ' 0026-05-15 00:00:00'],
    ['2,026-05-15', 'Y,YYY-MM-DD', ' 2026-05-15 00:00:00'],
    ['260515', 'YYMMDD', ' 2026-05-15 00:00:00'],
    ['15-V-2026', 'DD-RM-YYYY', ' 2026-05-15 00:00:00'],
    // The first day of the current month at midnight, where the mask says no more.
    ['10:30', 'HH24:MI', ' 2026-03-01 10:30:00'],
    ['2025', 'YYYY', ' 2025-03-01 00:00:00'],
    ['05', 'MM', ' 2026-05-01 00:00:00'],
    ['2026 365', 'YYYY DDD', ' 2026-12-31 00:00:00'],
    // Meridians, the hour 12, seconds of the day.
    ['2026-05-20 01:02 PM', 'YYYY-MM-DD HH:MI AM', ' 2026-05-20 13:02:00'],
    ['2026-05-20 12:02 a.m.', 'YYYY-MM-DD HH12:MI P.M.', ' 2026-05-20 00:02:00'],
    ['2026-05-20 12:02 PM', 'YYYY-MM-DD HH12:MI PM', ' 2026-05-20 12:02:00'],
    ['2026-05-20 12:02', 'YYYY-MM-DD HH:MI', ' 2026-05-20 00:02:00'],
    ['2026-05-20 86399', 'YYYY-MM-DD SSSSS', ' 2026-05-20 23:59:59'],
    // Quoted text, and the day of the week where it is right.
    ['2026-05-20T10:00:00', 'YYYY-MM-DD"T"HH24:MI:SS', ' 2026-05-20 10:00:00'],
    ['Wed, 20 May 2026', 'DY, DD MON YYYY', ' 2026-05-20 00:00:00'],
    ['wednesday 20.5.2026', 'DAY DD.MM.YYYY', ' 2026-05-20 00:00:00'],
    // FX: exact, but for leading zeros where FM is there.
    ['20-MAY-2026', 'FXDD-MON-YYYY', ' 2026-05-20 00:00:00'],
    ['1-5-2026', 'FXFMDD-MM-YYYY', ' 2026-05-01 00:00:00'],
    // DS.
    ['05/20/2026', 'DS', ' 2026-05-20 00:00:00'],
  ])('reads %s by %s as%s', (text, mask, expected) => {
    expect(shown(text, mask)).toBe(expected);
    expect(
      evaluate(database, `TO_CHAR(TO_DATE('${text}' || SUBSTR(id, 2), '${mask}'), 'SYYYY-MM-DD HH24:MI:SS')`),
    ).toBe(expected);
  });

  it('reads years before Christ', () => {
    expect(shown('-0100-01-02', 'SYYYY-MM-DD')).toBe('-0100-01-02 00:00:00');
    expect(evaluate(database, "TO_CHAR(TO_DATE('0100 BC', 'YYYY AD'), 'YYYY BC SYYYY')")).toBe(
      '0100 BC -0100',
    );
  });

  it('reads a number as Julian day', () => {
    expect(evaluate(database, "TO_CHAR(TO_DATE(2461108, 'J'), 'YYYY-MM-DD')")).toBe('2026-03-08');
    expect(evaluate(database, "TO_CHAR(TO_DATE(5, 'J'), 'Jsp')")).toBe('Five');
  });

  // Oracle, "TO_TIMESTAMP_TZ", "TO_CHAR (datetime)" and "EXTRACT (datetime)".
  it.each([
    ['2026-05-20 12:00:00 +02:00', 'YYYY-MM-DD HH24:MI:SS TZH:TZM', '2026-05-20 12:00 +02:00 +02:00'],
    ['2026-05-20 01:30:00 +05:45', 'YYYY-MM-DD HH24:MI:SS TZR', '2026-05-20 01:30 +05:45 +05:45'],
    [
      '2026-01-20 12:00:00 Europe/Berlin',
      'YYYY-MM-DD HH24:MI:SS TZR',
      '2026-01-20 12:00 +01:00 Europe/Berlin',
    ],
    ['2026-01-20 12:00:00', 'YYYY-MM-DD HH24:MI:SS', '2026-01-20 12:00 -08:00 America/Los_Angeles'],
  ])('shows %s in the zone that it was read with', (text, mask, expected) => {
    for (const given of [`'${text}'`, `'${text}' || SUBSTR(id, 2)`]) {
      const shown = `TO_CHAR(TO_TIMESTAMP_TZ(${given}, '${mask}'), 'YYYY-MM-DD HH24:MI TZH:TZM TZR')`;
      expect(evaluate(database, shown)).toBe(expected);
    }
  });

  it('compares and adds up a time of another zone by the instant, and extracts from it in UTC', () => {
    const berlin = "TO_TIMESTAMP_TZ('2026-05-20 12:00 +02:00', 'YYYY-MM-DD HH24:MI TZH:TZM')";
    const account = "TO_TIMESTAMP('2026-05-20 03:00', 'YYYY-MM-DD HH24:MI')";
    expect(evaluate(database, `CASE WHEN ${berlin} = ${account} THEN 'same' END`)).toBe('same');
    expect(evaluate(database, `TO_CHAR(${berlin} + INTERVAL '1' HOUR, 'HH24:MI')`)).toBe('04:00');
    expect(evaluate(database, `TO_CHAR(SYS_EXTRACT_UTC(${berlin}), 'HH24:MI')`)).toBe('10:00');
    expect(evaluate(database, `EXTRACT(HOUR FROM ${berlin})`)).toBe('10');
  });

  it.each<readonly [text: string, mask: string, problem: string]>([
    ['2026-05', 'YYYY-MM-DD', 'does not fit'],
    ['2026-05-20 10', 'YYYY-MM-DD', 'left over'],
    ['2026-13-01', 'YYYY-MM-DD', 'names no day'],
    ['2026-02-29', 'YYYY-MM-DD', 'names no day'],
    ['2026 366', 'YYYY DDD', 'names no day'],
    ['0000-01-01', 'YYYY-MM-DD', 'names no day'],
    ['2026-05-20 24:00', 'YYYY-MM-DD HH24:MI', 'names no day'],
    ['2026-05-20 13:00', 'YYYY-MM-DD HH:MI', 'names no day'],
    ['2026-05-20 13:00 PM', 'YYYY-MM-DD HH:MI PM', 'names no day'],
    ['2026-05-20 86400', 'YYYY-MM-DD SSSSS', 'names no day'],
    ['Mon, 20 May 2026', 'DY, DD MON YYYY', 'names no day'],
    ['5373485', 'J', 'names no day'],
    ['1-5-2026', 'FXDD-MM-YYYY', 'does not fit'],
    ['20/05/2026', 'FXDD-MM-YYYY', 'does not fit'],
    ['2026-05-20', 'YYYY-MM-DD Q', 'Q cannot be read'],
    ['2026-05-20', 'YYYY WW', 'WW cannot be read'],
    ['2026-05-20', 'IYYY-IW', 'IYYY cannot be read'],
    ['four', 'DDSP', 'DDSP cannot be read'],
    ['2026-05-20', 'YYYY-MM-MM', 'MM stands there twice'],
    ['2026-05-20', 'YYYY-MM-DD YY', 'exclude each other'],
    ['2026-05-20 10 PM', 'YYYY-MM-DD HH24 PM', 'exclude each other'],
    ['2026-05-20', 'MM-MON', 'exclude each other'],
  ])('refuses %s by %s', (text, mask, problem) => {
    for (const given of [`'${text}'`, `'${text}' || SUBSTR(id, 2)`]) {
      const { reason } = rejectionOf(
        database,
        `SELECT TO_DATE(${given}, '${mask}') FROM currency WHERE id = 1`,
      );
      expect(reason).toContain(problem);
    }
  });

  it('refuses fractions and zones of a DATE', () => {
    for (const mask of ['HH24:MI:SS.FF', 'HH24:MI TZH:TZM']) {
      expect(rejectionOf(database, `SELECT TO_DATE('10:00', '${mask}') FROM currency`).reason).toContain(
        'ORA-01821',
      );
    }
  });

  it('reads what TO_CHAR wrote, by any mask that says it all', () => {
    const mask = fc.constantFrom(
      'YYYY-MM-DD HH24:MI:SS',
      'DD Month YYYY, HH:MI:SS AM',
      'FMDay, Mon DD, YYYY HH24:MI:SS',
      'J SSSSS',
      'SYYYYDDD HH24MISS',
      'DL TS',
      'RM-DD-RRRR SSSSS',
      'FXYYYYMMDDHH24MISS',
    );
    fc.assert(
      fc.property(mask, fc.integer({ min: -30_000_000_000, max: 200_000_000_000 }), (written, seconds) => {
        const text = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
        const again = `TO_CHAR(TO_DATE(TO_CHAR(TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS'), '${written}'), '${written}'), 'YYYY-MM-DD HH24:MI:SS')`;
        expect(evaluate(database, again, [text])).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps fractions of seconds in comparisons and arithmetic', () => {
    const moment = (fraction: string) =>
      `TO_TIMESTAMP('2026-05-20 10:00:00.${fraction}', 'YYYY-MM-DD HH24:MI:SS.FF')`;
    expect(
      valuesOf(database, `SELECT id FROM currency WHERE ${moment('25')} < ${moment('5')} ORDER BY id`),
    ).toEqual([['1'], ['4']]);
    expect(evaluate(database, moment('25'))).toBe('5/20/2026');
  });
});
