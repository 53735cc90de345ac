import {
  type Condition,
  type Decimal,
  defineTable,
  type Id,
  type PlainDate,
  type Table,
} from '@suitewright/runtime';
import type { FunctionCase } from './function-case.js';
import { fn } from './recorded-functions.js';

/** Two subsidiaries, one above the other, with an invoice of the lower. */
export const builtinRows = {
  currency: [
    { id: 1, name: 'US Dollar', symbol: 'USD' },
    { id: 2, name: 'Euro', symbol: 'EUR' },
  ],
  subsidiary: [
    { id: 1, name: 'Parent', currency: 1, parent: null, isinactive: false },
    { id: 2, name: 'Child', currency: 2, parent: 1, isinactive: false },
  ],
  accountingperiod: [{ id: 7, periodname: 'Feb 2026', startdate: '2026-02-01', enddate: '2026-02-28' }],
  account: [{ id: 4, accountsearchdisplayname: 'Sales', generalrate: 'AVERAGE' }],
  currencyrate: [
    { id: 1, basecurrency: 1, transactioncurrency: 2, effectivedate: '2026-01-01', exchangerate: 1.25 },
  ],
  consolidatedexchangerate: [
    {
      id: 1,
      fromsubsidiary: 2,
      tosubsidiary: 1,
      postingperiod: 7,
      currentrate: 1.5,
      averagerate: 1.25,
      historicalrate: 1,
    },
  ],
  transaction: [
    {
      id: 50,
      type: 'CustInvc',
      status: 'B',
      currency: 2,
      foreigntotal: 80,
      postingperiod: 7,
      trandate: '2026-03-02',
    },
  ],
  transactionline: [{ uniquekey: 1, id: 0, transaction: 50, subsidiary: 2, netamount: 80 }],
  department: [{ id: 9, name: 'Works', subsidiary: '1, 2' }],
};

interface TransactionRow {
  readonly id: Id<'transaction'>;
  readonly status: string | null;
  readonly foreigntotal: Decimal | null;
  readonly postingperiod: Id<'accountingperiod'> | null;
  readonly trandate: PlainDate | null;
}
export const transaction: Table<'transaction', TransactionRow> = defineTable('transaction', {
  id: 'id',
  status: 'text',
  foreigntotal: 'num',
  postingperiod: 'ref:accountingperiod',
  trandate: 'date',
});

interface LineRow {
  readonly transaction: Id<'transaction'> | null;
  readonly subsidiary: Id<'subsidiary'> | null;
  readonly netamount: Decimal | null;
}
export const line: Table<'transactionline', LineRow> = defineTable(
  'transactionline',
  { transaction: 'ref:transaction', subsidiary: 'ref:subsidiary', netamount: 'num' },
  { primaryKey: null },
);

interface DepartmentRow {
  readonly id: Id<'department'>;
  readonly subsidiary: readonly Id<'subsidiary'>[] | null;
}
export const department: Table<'department', DepartmentRow> = defineTable('department', {
  id: 'id',
  subsidiary: 'multi:subsidiary',
});

/** Of the line of the invoice. */
export const builtinCases: readonly FunctionCase<'transaction' | 'transactionline'>[] = [
  ['df', fn.builtin.df(line.subsidiary), 'BUILTIN.DF(transactionline.subsidiary)', 'Child'],
  ['cf', fn.builtin.cf(transaction.status), 'BUILTIN.CF(transaction.status)', 'CustInvc:B'],
  [
    'currency',
    fn.builtin.currency(transaction.foreigntotal),
    'BUILTIN.CURRENCY(transaction.foreigntotal)',
    '2',
  ],
  [
    'currencyConvert',
    fn.builtin.currencyConvert(transaction.foreigntotal, 1, transaction.trandate),
    'BUILTIN.CURRENCY_CONVERT(transaction.foreigntotal, 1, transaction.trandate)',
    100,
  ],
  [
    'consolidate',
    fn.builtin.consolidate(line.netamount, {
      subsidiary: 1,
      period: transaction.postingperiod,
      rateType: 'CURRENT',
    }),
    "BUILTIN.CONSOLIDATE(transactionline.netamount, 'LEDGER', 'DEFAULT', 'CURRENT', 1, transaction.postingperiod, 'DEFAULT')",
    120,
  ],
  [
    'hierarchy',
    fn.builtin.hierarchy(line.subsidiary, 'DISPLAY_JOINED'),
    "BUILTIN.HIERARCHY(transactionline.subsidiary, 'DISPLAY_JOINED')",
    'Parent : Child',
  ],
  [
    'hierarchyLevel',
    fn.builtin.hierarchyLevel(line.subsidiary),
    "BUILTIN.HIERARCHY(transactionline.subsidiary, 'LEVEL')",
    2,
  ],
  ['period', fn.builtin.period('LP', 'START', 'ALL', '='), "BUILTIN.PERIOD('LP', 'START', 'ALL', '=')", '7'],
  [
    'relativeRange',
    fn.builtin.relativeRange('LM', 'END'),
    "TO_CHAR(BUILTIN.RELATIVE_RANGES('LM', 'END', 'DATETIME_AS_DATE'), 'YYYY-MM-DD')",
    '2026-02-28',
  ],
];

/** Of the department, and how many rows fit. */
export const builtinConditions: readonly (readonly [string, Condition<'department'>, string, number])[] = [
  [
    'mnfilter of an id that is there',
    fn.builtin.mnfilter(department.subsidiary, 'MN_INCLUDE', [2]),
    "BUILTIN.MNFILTER(department.subsidiary, 'MN_INCLUDE', '', 'FALSE', '2') = 'T'",
    1,
  ],
  [
    'mnfilter of names that are not all there',
    fn.builtin.mnfilter(department.subsidiary, 'MN_INCLUDE_ALL', ['Child', 'Other'], { names: true }),
    "BUILTIN.MNFILTER(department.subsidiary, 'MN_INCLUDE_ALL', 'DF', 'FALSE', 'Child', 'Other') = 'T'",
    0,
  ],
  [
    'inNamedGroup',
    fn.builtin.inNamedGroup(department.id, 'department', 'mine'),
    "department.id IN BUILTIN.NAMED_GROUP('department', 'mine')",
    1,
  ],
];
