import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, rowsOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const date = (text: string): string => `TO_DATE('${text}', 'YYYY-MM-DD')`;
const iso = (expression: string): string => `TO_CHAR(${expression}, 'YYYY-MM-DD HH24:MI:SS')`;

describe('dates', () => {
  it.each([
    // FACTS.md section 2: account date format, no time unless TO_CHAR asks for it.
    [date('2026-03-08'), '3/8/2026'],
    ["TO_DATE('2026-03-08 14:05:06', 'YYYY-MM-DD HH24:MI:SS')", '3/8/2026'],
    ['SYSDATE', '3/8/2026'],
    [iso('SYSDATE'), '2026-03-08 12:00:00'],
    [iso('TRUNC(SYSDATE)'), '2026-03-08 00:00:00'],
    [`${date('2026-03-08')} - ${date('2026-03-01')}`, '7'],
    [iso(`${date('2026-03-08')} + 1.5`), '2026-03-09 12:00:00'],
    ['TRUNC(SYSDATE - 30)', '2/6/2026'],
    ['(SYSDATE - TRUNC(SYSDATE)) * 24', '12'],
    [`ADD_MONTHS(${date('2026-01-31')}, 1)`, '2/28/2026'],
    [`ADD_MONTHS(${date('2026-02-28')}, 1)`, '3/31/2026'],
    [`ADD_MONTHS(${date('2026-01-15')}, -12)`, '1/15/2025'],
    [`MONTHS_BETWEEN(${date('2026-03-31')}, ${date('2026-02-28')})`, '1'],
    [
      `MONTHS_BETWEEN(${date('2026-02-01')}, ${date('2026-01-15')})`,
      '0.5483870967741935483870967741935483870968',
    ],
    [`LAST_DAY(${date('2024-02-03')})`, '2/29/2024'],
    [`NEXT_DAY(${date('2026-03-08')}, 'SUNDAY')`, '3/15/2026'],
    [`TRUNC(${date('2026-05-20')}, 'MM')`, '5/1/2026'],
    [`TRUNC(${date('2026-05-20')}, 'Q')`, '4/1/2026'],
    [`TRUNC(${date('2026-05-20')}, 'YYYY')`, '1/1/2026'],
    [`TRUNC(${date('2026-05-20')}, 'IW')`, '5/18/2026'],
    [`EXTRACT(YEAR FROM ${date('2026-05-20')})`, '2026'],
    [`EXTRACT(MONTH FROM ${date('2026-05-20')})`, '5'],
    [`${date('2026-05-20')} + INTERVAL '2' DAY`, '5/22/2026'],
    [`${date('2026-05-28')} - INTERVAL '3' MONTH`, '2/28/2026'],
    [iso(`SYSDATE + INTERVAL '1-6' YEAR TO MONTH`), '2027-09-08 12:00:00'],
    [iso(`SYSDATE - INTERVAL '1 12:30:15' DAY TO SECOND`), '2026-03-06 23:29:45'],
    [iso(`SYSDATE + INTERVAL '-2:30' HOUR TO MINUTE`), '2026-03-08 09:30:00'],
    [`ROUND(${date('2026-02-15')}, 'Q')`, '1/1/2026'],
    [`ROUND(${date('2026-02-16')}, 'Q')`, '4/1/2026'],
    [`ROUND(${date('2026-03-16')}, 'MM')`, '4/1/2026'],
    [`ROUND(${date('2026-07-01')}, 'YYYY')`, '1/1/2027'],
    [`ADD_MONTHS(${date('2024-02-29')}, 12)`, '2/28/2025'],
    [`ADD_MONTHS(${date('2026-04-30')}, 1)`, '5/31/2026'],
    [`MONTHS_BETWEEN(${date('2026-01-31')}, ${date('2026-03-31')})`, '-2'],
    [`TO_CHAR(${date('2026-05-20')}, 'Day, DD Month YYYY')`, 'Wednesday, 20 May       2026'],
    [`TO_CHAR(${date('2026-05-20')}, 'FMDay, DD Month YYYY')`, 'Wednesday, 20 May 2026'],
    [`TO_CHAR(${date('2026-05-02')}, 'DY D Q WW IW MON')`, 'SAT 7 2 18 18 MAY'],
    [`TO_CHAR(${date('2027-01-02')}, 'IYYY IYY IY I IW')`, '2026 026 26 6 53'],
    [`TO_CHAR(${date('2026-05-20')}, 'Y,YYY RM AD')`, '2,026 V    AD'],
    [`TO_CHAR(SYSDATE, 'HH:MI:SS P.M. SSSSS')`, '12:00:00 P.M. 43200'],
    [`TO_CHAR(SYSDATE, 'J CC DDD')`, '2461108 21 067'],
    [`TO_CHAR(${date('2026-05-20')}, 'YYYY-MM-DD"T"HH24:MI:SS')`, '2026-05-20T00:00:00'],
    ["TO_CHAR(TO_DATE('20260520 01:02 PM', 'YYYYMMDD HH:MI AM'), 'HH24:MI')", '13:02'],
    ["TO_DATE('20-MAY-26', 'DD-MON-RR')", '5/20/2026'],
    ["TO_DATE('5/20/2026')", '5/20/2026'],
    ["'on ' || TO_DATE('2026-05-20', 'YYYY-MM-DD')", 'on 5/20/2026'],
    [`GREATEST(${date('2026-05-20')}, ${date('2026-05-21')})`, '5/21/2026'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)).toBe(expected);
  });

  it('prints stored dates and datetimes in the account format, and both by a mask', () => {
    expect(
      rowsOf(
        database,
        `SELECT datecreated, TO_CHAR(datecreated, 'YYYY-MM-DD"T"HH24:MI:SS') AS precise FROM customer WHERE id = 2`,
      ),
    ).toEqual([{ datecreated: '2/29/2024', precise: '2024-02-29T23:59:59' }]);
  });

  it('compares a date column with text in the account format, and with parameters of TO_DATE', () => {
    const expected = [['12'], ['13']];
    expect(
      valuesOf(database, "SELECT id FROM transaction WHERE trandate >= '1/31/2026' ORDER BY id"),
    ).toEqual(expected);
    expect(
      valuesOf(
        database,
        "SELECT id FROM transaction WHERE trandate BETWEEN TO_DATE(?, 'YYYY-MM-DD') AND TO_DATE(?, 'YYYY-MM-DD') ORDER BY id",
        ['2026-01-31', '2026-12-31'],
      ),
    ).toEqual(expected);
  });

  it('refuses text that is no date in the account format, and masks that do not fit', () => {
    const refused = rejectionOf(database, "SELECT id FROM transaction WHERE trandate >= '2026-01-31'");
    expect(refused.detail).toBe(
      'Invalid search query. Detailed unprocessed description follows. Search error occurred: Invalid or unsupported search.',
    );
    expect(refused.reason).toContain("account's format M/D/YYYY");
    expect(rejectionOf(database, "SELECT SYSDATE + INTERVAL '1-6' DAY FROM currency").reason).toBe(
      "INTERVAL '1-6' DAY is no interval.",
    );
    expect(
      rejectionOf(database, "SELECT TO_DATE('2026-02-30', 'YYYY-MM-DD') FROM currency").reason,
    ).toContain('names no day');
    expect(rejectionOf(database, "SELECT TO_CHAR(trandate, 'nonsense') FROM transaction").reason).toContain(
      "'nonsense' is not understood",
    );
  });

  it('reads what it printed, for any second and a mask that says it all', () => {
    const mask = 'YYYY-MM-DD HH24:MI:SS';
    fc.assert(
      fc.property(fc.integer({ min: -30_000_000_000, max: 30_000_000_000 }), (seconds) => {
        const text = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
        expect(evaluate(database, `TO_CHAR(TO_DATE(?, '${mask}'), '${mask}')`, [text])).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

// Oracle, SQL Language Reference: NEW_TIME, FROM_TZ, SYS_EXTRACT_UTC, TZ_OFFSET. The account's clocks show noon of
// 2026-03-08, and are 7 hours behind UTC since that morning.
describe('time zones', () => {
  const moment = "TO_DATE('2026-01-31 09:30', 'YYYY-MM-DD HH24:MI')";
  const shown = (expression: string) => evaluate(database, `TO_CHAR(${expression}, 'YYYY-MM-DD HH24:MI')`);

  it.each([
    [`NEW_TIME(${moment}, 'PST', 'EST')`, '2026-01-31 12:30'],
    [`NEW_TIME(${moment}, 'gmt', 'NST')`, '2026-01-31 06:00'],
    [`FROM_TZ(${moment}, 'Asia/Kolkata')`, '2026-01-31 09:30'],
    [`SYS_EXTRACT_UTC(FROM_TZ(${moment}, 'Asia/Kolkata'))`, '2026-01-31 04:00'],
    [`SYS_EXTRACT_UTC(FROM_TZ(${moment}, '-05:30'))`, '2026-01-31 15:00'],
    [`SYS_EXTRACT_UTC(${moment})`, '2026-01-31 17:30'],
  ])('%s shows %s', (expression, expected) => {
    expect(shown(expression)).toBe(expected);
  });

  it.each([
    ["TZ_OFFSET('America/Los_Angeles')", '-07:00'],
    ["TZ_OFFSET('Asia/Kolkata')", '+05:30'],
    ["TZ_OFFSET('-3:00')", '-03:00'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, expression)).toBe(expected);
  });

  it.each([
    `NEW_TIME(${moment}, 'XYZ', 'EST')`,
    "TZ_OFFSET('Mars/Olympus')",
    `SYS_EXTRACT_UTC(FROM_TZ(${moment}, 'nowhere'))`,
  ])('refuses the zone of %s', (expression) => {
    expect(rejectionOf(database, `SELECT ${expression} FROM currency`).reason).toMatch(/time zone/i);
  });
});
