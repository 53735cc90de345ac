import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../../../packages/emulator/src/suiteql/format-date.js';
import { formatNumber } from '../../../../packages/emulator/src/suiteql/format-number.js';

const postgres = new PGlite();
afterAll(() => postgres.close());

interface Drawn {
  readonly value: string;
  readonly mask: string;
}

/** What PostgreSQL's TO_CHAR writes, of many at a time. */
async function written(drawn: readonly Drawn[], type: 'numeric' | 'timestamp'): Promise<readonly string[]> {
  const { rows } = await postgres.query<{ text: string }>(
    `SELECT to_char(value::${type}, mask) AS text FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS drawn (value, mask, place) ORDER BY place`,
    [drawn.map(({ value }) => value), drawn.map(({ mask }) => mask)],
  );
  return rows.map(({ text }) => text);
}

// PostgreSQL took TO_CHAR over from Oracle. Left out is what it does otherwise than Oracle's reference says: SSSSS without
// zeros, $ before the blanks and the sign, a point with no digit behind it, # that leave commas and points, the sign of
// what rounds to 0. FM counts for one element there, so each has its own.
describe('masks, against PostgreSQL', () => {
  const element = fc.constantFrom(
    ...[
      'YYYY',
      'YYY',
      'YY',
      'Y',
      'Y,YYY',
      'IYYY',
      'IYY',
      'IY',
      'I',
      'MM',
      'MON',
      'Mon',
      'mon',
      'MONTH',
      'Month',
      'month',
    ],
    ...['DD', 'DDD', 'D', 'DY', 'Dy', 'DAY', 'Day', 'day', 'HH24', 'HH12', 'HH', 'MI', 'SS', 'AM', 'p.m.'],
    ...[
      'Q',
      'WW',
      'W',
      'IW',
      'J',
      'CC',
      'RM',
      'rm',
      'AD',
      'a.d.',
      'DDTH',
      'ddth',
      'MMTH',
      'HH24TH',
      '"text"',
    ],
  );
  const dateMask = fc
    .array(fc.tuple(fc.constantFrom('', 'FM'), element), { minLength: 1, maxLength: 6 })
    .chain((parts) => {
      const fill = parts.some(([prefix]) => prefix === 'FM') ? 'FM' : '';
      return fc.constant({ fill, names: parts.map(([, name]) => name) });
    });

  it('write dates alike', async () => {
    const drawn = fc.sample(fc.tuple(dateMask, fc.integer({ min: -20_000_000_000, max: 20_000_000_000 })), {
      numRuns: 3000,
      seed: 1,
    });
    const cases = drawn.map(([{ fill, names }, seconds]) => ({
      seconds,
      value: new Date(seconds * 1000).toISOString().slice(0, 19),
      ours: fill + names.join('|'),
      mask: names.map((name) => (name.startsWith('"') ? name : fill + name)).join('|'),
    }));
    const expected = await written(cases, 'timestamp');
    expect(cases.map(({ seconds, ours, value }) => [value, ours, formatDate(seconds, ours)])).toEqual(
      cases.map(({ ours, value }, index) => [value, ours, expected[index]]),
    );
  });

  const numberMask = fc
    .tuple(
      fc.constantFrom('', 'FM'),
      fc.constantFrom('', 'S'),
      fc.constantFrom(
        '9',
        '0',
        '999',
        '990',
        '0000',
        '9990',
        '9,999',
        '999,990',
        '0,000,000',
        '999999999',
        '9G999',
      ),
      fc.constantFrom('', '.9', '.99', '.00', '.90', '.0009', 'D99'),
      fc.constantFrom('', 'MI', 'PR', 'S'),
    )
    .filter(([, lead, , , end]) => lead === '' || end === '')
    .map((parts) => parts.join(''));

  it('write numbers alike', async () => {
    const drawn = fc.sample(
      fc.tuple(numberMask, fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.nat(6)),
      { numRuns: 5000, seed: 1 },
    );
    const cases = drawn
      .map(([mask, digits, places]) => ({ mask, value: (digits / 10 ** places).toFixed(places) }))
      .filter(({ mask, value }) => {
        const text = formatNumber(value, mask);
        return !text.includes('#') && !(value.startsWith('-') && !/[1-9]/.test(text));
      });
    expect(cases.length).toBeGreaterThan(1000);
    const expected = await written(cases, 'numeric');
    expect(cases.map(({ mask, value }) => [value, mask, formatNumber(value, mask)])).toEqual(
      cases.map(({ mask, value }, index) => [value, mask, expected[index]]),
    );
  });
});
