import { expenseAccounts, productSales } from './accounts.js';
import { type Calendar, monthOf } from './calendar.js';
import { subsidiaries } from './organization.js';
import { periodOfMonth } from './periods.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

/** What each subsidiary means to sell and to spend in the months of the current year. */
export function budgetRows(calendar: Calendar, random: Random): readonly Row[] {
  const firstMonth = Math.floor(monthOf(calendar.lastDay) / 12) * 12;
  const rows: Row[] = [];
  for (const subsidiary of subsidiaries) {
    for (const account of [productSales, ...expenseAccounts]) {
      const amount =
        account === productSales ? random.integer(200, 900) * 100 : random.integer(10, 120) * 100;
      for (let month = firstMonth; month < firstMonth + 12; month++) {
        rows.push({
          id: rows.length + 1,
          account: account.id,
          accountingperiod: periodOfMonth(month, calendar),
          subsidiary: subsidiary.id,
          department: null,
          class: null,
          location: null,
          category: null,
          amount,
          currency: subsidiary.currency.id,
        });
      }
    }
  }
  return rows;
}
