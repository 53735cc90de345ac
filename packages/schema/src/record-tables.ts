import type { Discriminator, TableBinding } from './document.js';

/**
 * Where SuiteQL keeps the rows of a REST record: transactions in `transaction`, items in `item`,
 * a few under another name, all others in a table of their own name (which an account may lack).
 *
 * @param recordName The name in the metadata-catalog, in lower case.
 */
export function tableOfRecord(recordName: string): TableBinding {
  const type = transactionTypes.get(recordName);
  if (type !== undefined) return binding('transaction', [{ column: 'type', value: type }]);
  if (transactionsByRecordType.has(recordName) || customTransaction.test(recordName)) {
    return binding('transaction', [{ column: 'recordtype', value: recordName }]);
  }
  const item = itemConditions.get(recordName);
  if (item !== undefined) return binding('item', item);
  return binding(otherNames.get(recordName) ?? recordName, []);
}

function binding(name: string, conditions: readonly Discriminator[]): TableBinding {
  return { name, discriminator: conditions };
}

/**
 * The sublists of a transaction of which SuiteQL keeps the lines in `transactionline`. Others, such as
 * the sales team, are elsewhere.
 */
export const transactionLineSublists: ReadonlySet<string> = new Set(['item', 'expense', 'line']);

/** `transaction.type` of the records that share their code with no other record. */
const transactionTypes: ReadonlyMap<string, string> = new Map([
  ['assemblybuild', 'Build'],
  ['assemblyunbuild', 'Unbuild'],
  ['bintransfer', 'BinTrnfr'],
  ['binworksheet', 'BinWksht'],
  ['cashrefund', 'CashRfnd'],
  ['cashsale', 'CashSale'],
  ['check', 'Check'],
  ['creditcardcharge', 'CardChrg'],
  ['creditcardrefund', 'CardRfnd'],
  ['creditmemo', 'CustCred'],
  ['customerdeposit', 'CustDep'],
  ['customerpayment', 'CustPymt'],
  ['customerrefund', 'CustRfnd'],
  ['deposit', 'Deposit'],
  ['depositapplication', 'DepAppl'],
  ['estimate', 'Estimate'],
  ['expensereport', 'ExpRept'],
  ['inventoryadjustment', 'InvAdjst'],
  ['inventorycount', 'InvCount'],
  ['inventorycostrevaluation', 'InvReval'],
  ['inventorytransfer', 'InvTrnfr'],
  ['invoice', 'CustInvc'],
  ['itemfulfillment', 'ItemShip'],
  ['itemreceipt', 'ItemRcpt'],
  ['opportunity', 'Opprtnty'],
  ['purchaseorder', 'PurchOrd'],
  ['purchaserequisition', 'PurchReq'],
  ['returnauthorization', 'RtnAuth'],
  ['salesorder', 'SalesOrd'],
  ['vendorbill', 'VendBill'],
  ['vendorcredit', 'VendCred'],
  ['vendorpayment', 'VendPymt'],
  ['vendorreturnauthorization', 'VendAuth'],
  ['workorder', 'WorkOrd'],
  ['workorderclose', 'WOClose'],
  ['workordercompletion', 'WOCompl'],
  ['workorderissue', 'WOIssue'],
]);

/**
 * Transactions that share their code with another record (the journals are all `Journal`), or whose
 * code no source at hand tells. `transaction.recordtype` is the record's own name in lower case.
 */
const transactionsByRecordType: ReadonlySet<string> = new Set([
  'advintercompanyjournalentry',
  'blanketpurchaseorder',
  'fulfillmentrequest',
  'intercompanyjournalentry',
  'intercompanytransferorder',
  'journalentry',
  'paycheck',
  'paycheckjournal',
  'periodendjournal',
  'purchasecontract',
  'statisticaljournalentry',
  'transferorder',
  'vendorprepayment',
  'vendorprepaymentapplication',
]);

/** The codes of `transaction.type` that tell records apart. */
export const transactionTypeCodes: readonly string[] = [...transactionTypes.values()];

/** The standard values of `transaction.recordtype`: names of records in lower case. */
export const transactionRecordTypes: readonly string[] = [
  ...transactionTypes.keys(),
  ...transactionsByRecordType,
];

/**
 * The table of `transaction.entity` for the records whose REST body has no `entity`, or one without a target.
 *
 * Assumed: what the forms of these transactions ask for (a customer, or the employee whose expenses they are).
 */
export const transactionEntities: ReadonlyMap<string, string> = new Map([
  ['customerdeposit', 'customer'],
  ['customerpayment', 'customer'],
  ['customerrefund', 'customer'],
  ['depositapplication', 'customer'],
  ['expensereport', 'employee'],
  ['paycheck', 'employee'],
  ['purchaserequisition', 'employee'],
]);

/** Transaction types that an account defines for itself. */
const customTransaction = /^custom(?:transaction|sale|purchase)[_0-9]/;

const notByLot: Discriminator = { column: 'islotitem', value: 'F' };
const notBySerial: Discriminator = { column: 'isserialitem', value: 'F' };
const byLot: Discriminator = { column: 'islotitem', value: 'T' };
const bySerial: Discriminator = { column: 'isserialitem', value: 'T' };

const itemConditions: ReadonlyMap<string, readonly Discriminator[]> = new Map([
  ['inventoryitem', item('InvtPart', notByLot, notBySerial)],
  ['lotnumberedinventoryitem', item('InvtPart', byLot)],
  ['serializedinventoryitem', item('InvtPart', bySerial)],
  ['assemblyitem', item('Assembly', notByLot, notBySerial)],
  ['lotnumberedassemblyitem', item('Assembly', byLot)],
  ['serializedassemblyitem', item('Assembly', bySerial)],
  ['noninventorysaleitem', item('NonInvtPart', subtype('Sale'))],
  ['noninventoryresaleitem', item('NonInvtPart', subtype('Resale'))],
  ['noninventorypurchaseitem', item('NonInvtPart', subtype('Purchase'))],
  ['servicesaleitem', item('Service', subtype('Sale'))],
  ['serviceresaleitem', item('Service', subtype('Resale'))],
  ['servicepurchaseitem', item('Service', subtype('Purchase'))],
  ['otherchargesaleitem', item('OthCharge', subtype('Sale'))],
  ['otherchargeresaleitem', item('OthCharge', subtype('Resale'))],
  ['otherchargepurchaseitem', item('OthCharge', subtype('Purchase'))],
  ['descriptionitem', item('Description')],
  ['discountitem', item('Discount')],
  ['downloaditem', item('DwnLdItem')],
  ['giftcertificateitem', item('GiftCert')],
  ['itemgroup', item('Group')],
  ['kititem', item('Kit')],
  ['markupitem', item('Markup')],
  ['paymentitem', item('Payment')],
  ['subtotalitem', item('Subtotal')],
]);

function item(type: string, ...conditions: readonly Discriminator[]): readonly Discriminator[] {
  return [{ column: 'itemtype', value: type }, ...conditions];
}

function subtype(value: 'Sale' | 'Resale' | 'Purchase'): Discriminator {
  return { column: 'subtype', value };
}

/** Records whose table has another name. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['budget', 'budgets'],
  ['customerstatus', 'entitystatus'],
  ['folder', 'mediaitemfolder'],
]);
