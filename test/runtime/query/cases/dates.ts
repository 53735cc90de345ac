import { value } from '@suitewright/runtime';
import { expect } from 'vitest';
import { customer, salesorder } from '../../shop.js';
import type { RowCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const date = salesorder.trandate;
const created = customer.datecreated;

const asDate = (text: string): string => `TO_CHAR(${text}, 'YYYY-MM-DD')`;
const asDatetime = (text: string): string => `TO_CHAR(${text}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
const anyDay = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
const anyMoment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

export const dateCases: readonly RowCase[] = [
  ['trunc', fn.date.trunc(date, 'quarter'), asDate("TRUNC(transaction.trandate, 'Q')"), '2026-01-01'],
  [
    'round',
    fn.date.round(created, 'month'),
    asDatetime("ROUND(customer.datecreated, 'MM')"),
    '2026-02-01T00:00:00',
  ],
  ['extract', fn.date.extract('year', date), 'EXTRACT(YEAR FROM transaction.trandate)', 2026],
  ['extract of the time', fn.date.extract('hour', created), 'EXTRACT(HOUR FROM customer.datecreated)', 9],
  ['addDays', fn.date.addDays(date, -1), asDate('transaction.trandate + (-1)'), '2025-12-31'],
  [
    'daysBetween',
    fn.date.daysBetween(value('2026-01-11', 'date'), date),
    "TO_DATE(?, 'YYYY-MM-DD') - transaction.trandate",
    10,
  ],
  ['addMonths', fn.date.addMonths(date, 1), asDate('ADD_MONTHS(transaction.trandate, 1)'), '2026-02-01'],
  [
    'monthsBetween',
    fn.date.monthsBetween(value('2026-03-01', 'date'), date),
    "MONTHS_BETWEEN(TO_DATE(?, 'YYYY-MM-DD'), transaction.trandate)",
    2,
  ],
  ['lastDay', fn.date.lastDay(date), asDate('LAST_DAY(transaction.trandate)'), '2026-01-31'],
  [
    'nextDay',
    fn.date.nextDay(date, 'monday'),
    asDate("NEXT_DAY(transaction.trandate, 'MONDAY')"),
    '2026-01-05',
  ],
  ['now', fn.date.now(), asDatetime('SYSDATE'), anyMoment],
  ['today', fn.date.today(), asDate('TRUNC(SYSDATE)'), anyDay],
  ['currentDate', fn.date.currentDate(), asDatetime('CURRENT_DATE'), anyMoment],
  ['currentTimestamp', fn.date.currentTimestamp(), asDatetime('CURRENT_TIMESTAMP'), anyMoment],
  ['localTimestamp', fn.date.localTimestamp(), asDatetime('LOCALTIMESTAMP'), anyMoment],
  [
    'newTime',
    fn.date.newTime(created, 'PST', 'EST'),
    asDatetime("NEW_TIME(customer.datecreated, 'PST', 'EST')"),
    '2026-01-31T12:30:00',
  ],
  [
    'fromTz',
    fn.date.fromTz(created, 'America/New_York'),
    asDatetime("FROM_TZ(customer.datecreated, 'America/New_York')"),
    '2026-01-31T09:30:00',
  ],
  [
    'sysExtractUtc',
    fn.date.sysExtractUtc(fn.date.fromTz(created, 'America/New_York')),
    asDatetime("SYS_EXTRACT_UTC(FROM_TZ(customer.datecreated, 'America/New_York'))"),
    '2026-01-31T14:30:00',
  ],
  ['tzOffset', fn.date.tzOffset('Asia/Kolkata'), "TZ_OFFSET('Asia/Kolkata')", '+05:30'],
];
