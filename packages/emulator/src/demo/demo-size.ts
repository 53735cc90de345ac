/** How many masters go with a number of transaction lines. */
export interface DemoSize {
  readonly transactionLines: number;
  readonly customers: number;
  readonly vendors: number;
  readonly employees: number;
  readonly contacts: number;
  readonly partners: number;
  readonly items: number;
  readonly milestones: number;
  readonly activities: number;
}

/**
 * Masters grow slower than transactions, as in a real account.
 *
 * @param rows Transaction lines, about.
 */
export function demoSize(rows: number): DemoSize {
  const customers = Math.round(6 + 0.9 * rows ** 0.6);
  return {
    transactionLines: rows,
    customers,
    vendors: 4 + Math.round(customers / 5),
    employees: 9 + Math.round(customers ** 0.6),
    contacts: Math.round(customers * 0.8),
    partners: 3 + Math.round(customers / 40),
    items: 14 + Math.round(rows ** 0.5),
    milestones: 5 + Math.round(customers / 4),
    activities: 5 + Math.round(customers / 3),
  };
}
