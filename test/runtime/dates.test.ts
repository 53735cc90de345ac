import { bindClient, type ClientBase, type ClientOptions, sql } from '@suitewright/runtime';
import { describe, expect, it } from 'vitest';

function clientIn(timeZone: string | null, options: ClientOptions = {}): ClientBase {
  const generated = { format: 1, schema: 'dates', bindParameters: true, timeZone, models: {} } as const;
  const auth = { method: 'bearer', accessToken: 'token' } as const;
  return bindClient(generated, { account: '1234567', auth, environment: {}, ...options });
}

/** What is sent for a date or a date and time. */
function sent(value: unknown, kind: 'date' | 'datetime', timeZone: string | null = null): unknown {
  const piece = sql`SELECT id FROM t WHERE d = ${sql.value(value as string, kind)}`;
  return clientIn(timeZone).$toSuiteQL(piece).parameters[0];
}

describe('a date', () => {
  it.each(['0001-01-01', '1900-02-28', '2024-02-29', '2000-02-29', '9999-12-31'])('%s is sent', (day) => {
    expect(sent(day, 'date')).toBe(day);
    expect(sent(day, 'datetime')).toBe(`${day}T00:00:00`);
  });

  it.each([
    '0000-01-01',
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '10000-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
    '01/02/2026',
    '',
  ])('%j is refused, whatever stands behind it', (day) => {
    expect(() => sent(day, 'date')).toThrow(TypeError);
    for (const time of ['', 'T10:00', 'T10:00:00Z', 'T10:00:00+05:00']) {
      expect(() => sent(`${day}${time}`, 'datetime', 'America/New_York')).toThrow('is not a datetime');
    }
  });
});

describe('a date and time', () => {
  it.each([
    ['2026-01-31T10:00', '2026-01-31T10:00:00'],
    ['2026-01-31 10:00:59', '2026-01-31T10:00:59'],
    ['2026-01-31T10:00:00.999', '2026-01-31T10:00:00'],
    ['2026-01-31T10:00:00Z', '2026-01-31T05:00:00'],
    ['2026-01-31T10:00Z', '2026-01-31T05:00:00'],
    ['2026-01-31T10:00:00.123456789Z', '2026-01-31T05:00:00'],
    ['2026-01-31T10:00:00+14:00', '2026-01-30T15:00:00'],
    ['2026-01-31T10:00:00-1200', '2026-01-31T17:00:00'],
    ['2026-01-31T24:00:00Z', '2026-01-31T19:00:00'],
    ['2024-02-29T23:59:59-05:00', '2024-02-29T23:59:59'],
    ['9999-12-31T23:59:59-05:00', '9999-12-31T23:59:59'],
    ['+010000-01-01T04:59:59Z', '9999-12-31T23:59:59'],
  ])('%s is sent as %s', (value, local) => {
    expect(sent(value, 'datetime', 'America/New_York')).toBe(local);
  });

  it.each([
    '2026-01-31T24:00',
    '2026-01-31T24:00:01Z',
    '2026-01-31T25:00',
    '2026-01-31T99:99',
    '2026-01-31 10:60',
    '2026-01-31T10:00:60',
    '2026-01-31T10:00:60Z',
    '2026-01-31T10:00:00+25:00',
    '2026-01-31T10',
    '2026-01-31T10:00:00.',
    '0001-01-01T00:00:00Z',
    '+010000-01-01T05:00:00Z',
  ])('%s is refused', (value) => {
    expect(() => sent(value, 'datetime', 'America/New_York')).toThrow(`'${value}' is not a datetime`);
  });
});

it.each<[unknown]>([['strng'], [5], [[]], [{ decode: Number }], [{ decode: Number, encode: 'x' }]])(
  'decimals of %j are refused',
  (decimals) => {
    expect(() => clientIn(null, { decimals } as never)).toThrow('is not a setting. Give');
  },
);
