import type { Calendar } from './calendar.js';
import type { Row } from './row.js';

export interface Account {
  readonly id: number;
  readonly number: string | null;
  readonly name: string;
  readonly type: AccountType;
  readonly parent: number | null;
}

type AccountType =
  | 'Bank'
  | 'AcctRec'
  | 'OthCurrAsset'
  | 'FixedAsset'
  | 'AcctPay'
  | 'OthCurrLiab'
  | 'Equity'
  | 'Income'
  | 'COGS'
  | 'Expense'
  | 'OthIncome'
  | 'NonPosting';

const chart: Account[] = [];

export const bank: Account = account('1000', 'Operating Checking', 'Bank');
export const undepositedFunds: Account = account('1050', 'Undeposited Funds', 'OthCurrAsset');
export const receivables: Account = account('1100', 'Accounts Receivable', 'AcctRec');
export const inventory: Account = account('1200', 'Inventory Asset', 'OthCurrAsset');
export const inputTax: Account = account('1400', 'VAT on Purchases', 'OthCurrAsset');
export const prepaid: Account = account('1450', 'Prepaid Expenses', 'OthCurrAsset');
export const equipment: Account = account('1500', 'Machinery & Equipment', 'FixedAsset');
export const depreciation: Account = account('1550', 'Accumulated Depreciation', 'FixedAsset');
export const payables: Account = account('2000', 'Accounts Payable', 'AcctPay');
export const receivedNotBilled: Account = account('2050', 'Inventory Received Not Billed', 'OthCurrLiab');
export const accrued: Account = account('2100', 'Accrued Expenses', 'OthCurrLiab');
export const salesTax: Account = account('2200', 'Sales Taxes Payable', 'OthCurrLiab');
export const retainedEarnings: Account = account('3200', 'Retained Earnings', 'Equity');
const sales: Account = account('4000', 'Sales', 'Income');
export const productSales: Account = account('4010', 'Product Sales', 'Income', sales);
export const serviceSales: Account = account('4020', 'Service Revenue', 'Income', sales);
export const discounts: Account = account('4900', 'Discounts Given', 'Income', sales);
export const costOfGoods: Account = account('5000', 'Cost of Goods Sold', 'COGS');
const expenses = account('6000', 'Operating Expenses', 'Expense');
export const expenseAccounts: readonly Account[] = [
  account('6100', 'Rent', 'Expense', expenses),
  account('6150', 'Utilities', 'Expense', expenses),
  account('6200', 'Salaries & Wages', 'Expense', expenses),
  account('6300', 'Travel & Meals', 'Expense', expenses),
  account('6400', 'Advertising', 'Expense', expenses),
  account('6500', 'Software & Subscriptions', 'Expense', expenses),
  account('6600', 'Freight', 'Expense', expenses),
  account('6700', "Auditors' Fees", 'Expense', expenses),
  account('6800', 'Depreciation Expense', 'Expense', expenses),
];
export const exchangeGains: Account = account('7100', 'Realized Exchange Gain/Loss', 'OthIncome');
export const salesOrders: Account = account(null, 'Sales Orders', 'NonPosting');
export const purchaseOrders: Account = account(null, 'Purchase Orders', 'NonPosting');
export const estimates: Account = account(null, 'Estimates', 'NonPosting');
export const opportunities: Account = account(null, 'Opportunities', 'NonPosting');
export const savings: Account = account('1010', 'Savings', 'Bank');
export const inTransit: Account = account('1250', 'Inventory In Transit', 'OthCurrAsset');
export const customerDeposits: Account = account('2300', 'Customer Deposits', 'OthCurrLiab');
export const inventoryAdjustments: Account = account('5100', 'Inventory Adjustments', 'COGS');
export const returnAuthorizations: Account = account(null, 'Return Authorizations', 'NonPosting');
export const vendorReturns: Account = account(null, 'Vendor Return Authorizations', 'NonPosting');
export const transferOrders: Account = account(null, 'Transfer Orders', 'NonPosting');

export function accountRows(calendar: Calendar): readonly Row[] {
  return chart.map(({ id, number, name, type, parent }) => {
    const parentName = chart.find((other) => other.id === parent)?.name;
    const fullname = parentName === undefined ? name : `${parentName} : ${name}`;
    const title = number === null ? name : `${number} ${name}`;
    return {
      id,
      acctnumber: number,
      accountsearchdisplayname: title,
      accountsearchdisplaynamecopy: title,
      displaynamewithhierarchy: number === null ? fullname : `${number} ${fullname}`,
      fullname,
      description: null,
      accttype: type,
      sspecacct: specialAccounts.get(name) ?? null,
      parent,
      subsidiary: '1, 2',
      currency: null,
      generalrate: incomeStatement.has(type) ? 'AVERAGE' : type === 'Equity' ? 'HISTORICAL' : 'CURRENT',
      cashflowrate: 'AVERAGE',
      eliminate: false,
      inventory: name === 'Inventory Asset',
      issummary: false,
      isinactive: false,
      revalue: type === 'AcctRec' || type === 'AcctPay',
      includechildren: true,
      reconcilewithmatching: type === 'Bank',
      lastmodifieddate: calendar.moved('2025-01-15T08:30:00'),
    };
  });
}

const incomeStatement: ReadonlySet<AccountType> = new Set([
  'Income',
  'COGS',
  'Expense',
  'OthIncome',
] as const);

// Assumed: the codes of special accounts, which no document lists.
const specialAccounts: ReadonlyMap<string, string> = new Map([
  ['Accounts Receivable', 'ACCTREC'],
  ['Accounts Payable', 'ACCTPAY'],
  ['Undeposited Funds', 'UNDEPFUNDS'],
  ['Retained Earnings', 'RETEARNINGS'],
  ['Cost of Goods Sold', 'COGS'],
]);

function account(number: string | null, name: string, type: AccountType, parent?: Account): Account {
  const made = { id: 100 + chart.length, number, name, type, parent: parent?.id ?? null };
  chart.push(made);
  return made;
}
