import { afterEach, expect, test } from 'vitest';
import { timeZone } from '../../packages/runtime/src/time-zone.js';

const WEEK_MS = 7 * 86_400_000;
const from = Date.UTC(2000, 0, 1);
const to = Date.UTC(2041, 0, 1);

const usualZone = process.env.TZ;
afterEach(() => {
  if (usualZone === undefined) delete process.env.TZ;
  else process.env.TZ = usualZone;
});

/** The moments at which the offset of the process's zone changes. Those of a week cannot cancel each other out. */
function changesHere(): number[] {
  const date = new Date(from);
  const offsetAt = (moment: number): number => {
    date.setTime(moment);
    return date.getTimezoneOffset();
  };
  const changes: number[] = [];
  for (let start = from; start < to; start += WEEK_MS) {
    const before = offsetAt(start);
    if (before === offsetAt(start + WEEK_MS)) continue;
    let [low, high] = [start, start + WEEK_MS];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

const iso = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

test('agrees with Intl in every zone, on both sides of every change from 2000 to 2040', {
  timeout: 120_000,
}, () => {
  const wrong: string[] = [];
  let changes = 0;
  for (const name of Intl.supportedValuesOf('timeZone')) {
    process.env.TZ = name;
    const zone = timeZone(name);
    // Its form is ISO 8601's but for a blank: 2026-03-08 03:15:00.
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const localOf = (moment: number): string => format.format(moment).replace(' ', 'T');
    const check = (moment: number): void => {
      const local = localOf(moment);
      if (zone.toLocal(iso(moment)) !== local) wrong.push(`${name} ${iso(moment)} to ${local}`);
      const back = zone.toUtc(local);
      // A local time that comes twice is read as the first of its moments.
      if (back !== iso(moment) && !(back < iso(moment) && localOf(Date.parse(back)) === local)) {
        wrong.push(`${name} ${local} to ${iso(moment)}`);
      }
    };
    for (const change of changesHere()) {
      changes += 1;
      for (const moment of [change - 1000, change]) check(moment);
    }
    for (const moment of [from, to]) check(moment);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(changes).toBeGreaterThan(10_000);
});

test.each([
  // Clocks went forward at 00:01 until 2011, at 02:00 since.
  ['America/St_Johns', '2026-03-08T05:45:00Z', '2026-03-08T03:15:00'],
  ['America/St_Johns', '2026-03-08T05:29:59Z', '2026-03-08T01:59:59'],
  ['America/St_Johns', '2010-03-14T03:31:00Z', '2010-03-14T01:01:00'],
  ['America/St_Johns', '2010-03-14T03:30:59Z', '2010-03-14T00:00:59'],
  ['Australia/Adelaide', '2026-10-03T16:45:00Z', '2026-10-04T03:15:00'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04T02:30:00'],
  ['Asia/Kolkata', '2026-01-31T08:30:00Z', '2026-01-31T14:00:00'],
  ['Europe/Prague', '2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59'],
])('knows the local time of %s at %s', (name, moment, local) => {
  expect(timeZone(name).toLocal(moment)).toBe(local);
  expect(timeZone(name).toUtc(local)).toBe(`${moment.slice(0, 19)}Z`);
});

test.each([
  ['comes twice', 'America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
  ['comes twice', 'Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z'],
  ['does not exist', 'America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
  ['does not exist', 'America/St_Johns', '2026-03-08T02:15:00', '2026-03-08T05:45:00Z'],
  // The whole day was left out.
  ['does not exist', 'Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z'],
])('a local time that %s is read by the clock from before the change: %s', (_, name, local, moment) => {
  expect(timeZone(name).toUtc(local)).toBe(moment);
});

test('says which text is not a local date and time', () => {
  expect(() => timeZone('Europe/Prague').toUtc('yesterday')).toThrow(
    "'yesterday' is not a local date and time.",
  );
});
