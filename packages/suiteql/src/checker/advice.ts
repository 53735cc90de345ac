/** Ways round columns that REST shows and SuiteQL refuses. */
const WORKAROUNDS: Readonly<Record<string, string>> = {
  'transaction.subsidiary': "Join transactionline and use its subsidiary (WHERE mainline = 'T').",
  'transaction.location': 'Join transactionline and use its location.',
  'transaction.department': 'Join transactionline and use its department.',
  'transaction.class': 'Join transactionline and use its class.',
  'transaction.shipcountry': 'Join transactionshippingaddress on nkey = shippingaddress and use its country.',
  'transaction.total':
    'Use foreigntotal (transaction currency), or SUM(amount) of transactionaccountingline.',
  'transaction.balance': 'Use foreignamountunpaid.',
  'transaction.createdfrom': 'Join transactionline and use its createdfrom, or nexttransactionlink.',
  'transactionline.amount': 'Use foreignamount or netamount, or amount of transactionaccountingline.',
  'customer.balance': 'Sum foreignamountunpaid of its open invoices in transaction.',
  'vendor.balance': 'Sum foreignamountunpaid of its open bills in transaction.',
  'account.acctname': 'Use accountsearchdisplayname or fullname.',
};

/** What to use in place of a column that is not exposed. */
export function adviseOnHiddenColumn(table: string, column: string): string {
  return (
    WORKAROUNDS[`${table}.${column}`] ??
    'Read it through the REST record API, or look for it in a related table.'
  );
}

/** Record types that people take for tables, with the type code of their rows in `transaction`. */
const TRANSACTION_TYPES: Readonly<Record<string, string>> = {
  salesorder: 'SalesOrd',
  invoice: 'CustInvc',
  customerpayment: 'CustPymt',
  purchaseorder: 'PurchOrd',
  vendorbill: 'VendBill',
  vendorpayment: 'VendPymt',
  cashsale: 'CashSale',
  itemfulfillment: 'ItemShip',
  itemreceipt: 'ItemRcpt',
  journalentry: 'Journal',
  check: 'Check',
  deposit: 'Deposit',
  estimate: 'Estimate',
  opportunity: 'Opprtnty',
  returnauthorization: 'RtnAuth',
  creditmemo: 'CustCred',
  vendorcredit: 'VendCred',
  transferorder: 'TrnfrOrd',
  workorder: 'WorkOrd',
  expensereport: 'ExpRept',
};

/** What to select from in place of a record type that is no table; null where nothing is known. */
export function adviseOnRecordType(name: string): string | null {
  const type = Object.hasOwn(TRANSACTION_TYPES, name) ? TRANSACTION_TYPES[name] : undefined;
  if (type !== undefined) return `Select from transaction WHERE type = '${type}'.`;
  return name.endsWith('item') ? 'Select from item; itemtype tells the kinds of items apart.' : null;
}
