import { type Calendar, firstDayOfMonth, isoDate } from './calendar.js';
import type { ExchangeRates } from './currencies.js';
import { subsidiaries } from './organization.js';
import type { Row } from './row.js';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// A year takes 17 ids: itself, four quarters and twelve months.
const periodsPerYear = 17;
const openMonths = 3;

const yearOf = (month: number): number => Math.floor(month / 12);

/** The id of the accounting period that is this month. */
export function periodOfMonth(month: number, calendar: Calendar): number {
  const start = (yearOf(month) - yearOf(calendar.firstMonth)) * periodsPerYear + 1;
  const quarter = Math.floor((month % 12) / 3);
  return start + 1 + quarter * 4 + 1 + (month % 3);
}

/** Calendar years with their quarters and months, each the parent of the next. */
export function periodRows(calendar: Calendar): readonly Row[] {
  const rows: Row[] = [];
  const add = (name: string, from: number, months: number, parent: number | null): number => {
    const closed = from + months - 1 <= calendar.lastMonth - openMonths;
    const id = rows.length + 1;
    rows.push({
      id,
      periodname: name,
      startdate: isoDate(firstDayOfMonth(from)),
      enddate: isoDate(firstDayOfMonth(from + months) - 1),
      isyear: months === 12,
      isquarter: months === 3,
      isposting: months === 1,
      isadjust: false,
      isinactive: false,
      closed,
      closedondate: closed ? isoDate(firstDayOfMonth(from + months) + 12) : null,
      alllocked: closed,
      aplocked: closed,
      arlocked: closed,
      payrolllocked: closed,
      allownonglchanges: true,
      parent,
      lastmodifieddate: `${isoDate(Math.min(firstDayOfMonth(from + months) + 12, calendar.lastDay - 1))}T18:00:00`,
    });
    return id;
  };
  for (let year = yearOf(calendar.firstMonth); year <= yearOf(calendar.lastMonth); year++) {
    const yearId = add(`FY ${year}`, year * 12, 12, null);
    for (let quarter = 0; quarter < 4; quarter++) {
      const from = year * 12 + quarter * 3;
      const quarterId = add(`Q${quarter + 1} ${year}`, from, 3, yearId);
      for (let month = from; month < from + 3; month++) {
        add(`${monthNames[month % 12]} ${year}`, month, 1, quarterId);
      }
    }
  }
  return rows;
}

/** For each month and each pair of subsidiaries, what consolidation multiplies with. */
export function consolidatedRateRows(rates: ExchangeRates, calendar: Calendar): readonly Row[] {
  const rows: Row[] = [];
  for (let month = calendar.firstMonth; month <= calendar.lastMonth; month++) {
    for (const from of subsidiaries) {
      for (const to of subsidiaries) {
        if (from.id < to.id) continue;
        const current = rates.rate(from.currency, to.currency, month);
        const previous = rates.rate(from.currency, to.currency, month - 1);
        rows.push({
          id: rows.length + 1,
          accountingbook: 1,
          fromcurrency: from.currency.id,
          tocurrency: to.currency.id,
          fromsubsidiary: from.id,
          tosubsidiary: to.id,
          postingperiod: periodOfMonth(month, calendar),
          averagerate: Math.round(((current + previous) / 2) * 1e6) / 1e6,
          currentrate: current,
          historicalrate: previous,
        });
      }
    }
  }
  return rows;
}
