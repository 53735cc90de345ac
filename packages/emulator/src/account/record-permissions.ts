import { tableOfRecord } from '@suitewright/schema';

/**
 * Which permission rules over a record or a SuiteQL table, by its name in lower case. Transactions are not here: theirs
 * have the code of their type in the id (TRAN_SALESORD).
 *
 * Assumed: the pairs, from the names of permissions and records. Oracle publishes no list of them.
 */
const permissions: Readonly<Record<string, string>> = {
  account: 'LIST_ACCOUNT',
  accountingbook: 'ADMI_ACCOUNTINGBOOK',
  accountingperiod: 'ADMI_ACCTPERIODS',
  aggregateitemlocation: 'LIST_ITEM',
  billingschedule: 'LIST_BILLINGSCHEDULE',
  bin: 'LIST_BIN',
  bom: 'LIST_BOM',
  bomrevision: 'LIST_BOM',
  budget: 'TRAN_BUDGET',
  budgets: 'TRAN_BUDGET',
  calendarevent: 'LIST_EVENT',
  campaign: 'LIST_CAMPAIGN',
  charge: 'TRAN_CHARGE',
  classification: 'LIST_CLASS',
  competitor: 'LIST_COMPETITOR',
  contact: 'LIST_CONTACT',
  contactrole: 'LIST_CONTACTROLE',
  currency: 'LIST_CURRENCY',
  currencyrate: 'LIST_CURRENCY',
  customer: 'LIST_CUSTJOB',
  customeraddressbook: 'LIST_CUSTJOB',
  customeraddressbookentityaddress: 'LIST_CUSTJOB',
  customersubsidiaryrelationship: 'LIST_CUSTJOB',
  customfield: 'ADMI_CUSTFIELD',
  customlist: 'ADMI_CUSTLIST',
  customrecordtype: 'ADMI_CUSTRECORD',
  customsegment: 'ADMI_MANAGECUSTOMSEGMENTS',
  deletedrecord: 'ADMI_DELETEDRECORD',
  department: 'LIST_DEPARTMENT',
  emailtemplate: 'LIST_EMAILTEMPLATE',
  employee: 'LIST_EMPLOYEE',
  entitygroup: 'LIST_CRMGROUP',
  entitystatus: 'ADMI_ENTITYSTATUS',
  customerstatus: 'ADMI_ENTITYSTATUS',
  expensecategory: 'LIST_CATEGORY',
  fairvalueprice: 'LIST_FAIRVALUEPRICE',
  file: 'LIST_FILECABINET',
  folder: 'LIST_FILECABINET',
  giftcertificate: 'LIST_GIFT_CERTIFICATE',
  inboundshipment: 'LIST_INBOUNDSHIPMENT',
  inventoryassignment: 'LIST_ITEM',
  inventorybalance: 'LIST_ITEM',
  inventoryitemlocations: 'LIST_ITEM',
  inventorynumber: 'LIST_ITEM',
  issue: 'LIST_ISSUE',
  item: 'LIST_ITEM',
  itemdemandplan: 'LIST_ITEMDEMANDPLAN',
  itemlocationconfiguration: 'LIST_ITEM',
  itemmember: 'LIST_ITEM',
  itemprice: 'LIST_ITEM',
  itemrevision: 'LIST_ITEM_REVISION',
  itemsupplyplan: 'LIST_ITEMSUPPLYPLAN',
  itemvendor: 'LIST_ITEM',
  job: 'LIST_JOB',
  location: 'LIST_LOCATION',
  locationmainaddress: 'LIST_LOCATION',
  loginaudit: 'ADMI_AUDITLOGIN',
  manufacturingrouting: 'LIST_MFGROUTING',
  mediaitemfolder: 'LIST_FILECABINET',
  message: 'LIST_CRMMESSAGE',
  partner: 'LIST_PARTNER',
  paymentmethod: 'LIST_PAYMETH',
  payrollitem: 'LIST_PAYROLLITEM',
  phonecall: 'LIST_CALL',
  pricing: 'LIST_ITEM',
  projecttask: 'LIST_PROJECTTASK',
  promotioncode: 'LIST_PROMOTIONCODE',
  resourceallocation: 'LIST_RSRCALLOCATION',
  salesrole: 'LIST_SALESROLE',
  salestaxitem: 'LIST_TAXITEM',
  script: 'ADMI_CUSTOMSCRIPT',
  scriptdeployment: 'ADMI_CUSTOMSCRIPT',
  shipitem: 'LIST_SHIPITEM',
  subsidiary: 'LIST_SUBSIDIARY',
  supportcase: 'LIST_CASE',
  systemnote: 'LIST_SYSTEMNOTES',
  task: 'LIST_TASK',
  taxgroup: 'LIST_TAXITEM',
  taxtype: 'LIST_TAXITEM',
  timebill: 'TRAN_TIMEBILL',
  timeentry: 'TRAN_TIMEBILL',
  timesheet: 'TRAN_TIMEBILL',
  unitstype: 'LIST_UNIT',
  unitstypeuom: 'LIST_UNIT',
  vendor: 'LIST_VENDOR',
  vendoraddressbook: 'LIST_VENDOR',
  vendoraddressbookentityaddress: 'LIST_VENDOR',
  vendorsubsidiaryrelationship: 'LIST_VENDOR',
};

/** Transactions that have no type of their own, by the name of their record. */
const transactionPermissions: Readonly<Record<string, string>> = {
  advintercompanyjournalentry: 'TRAN_JOURNAL',
  blanketpurchaseorder: 'TRAN_BLANKORD',
  fulfillmentrequest: 'TRAN_FFTREQ',
  intercompanyjournalentry: 'TRAN_JOURNAL',
  intercompanytransferorder: 'TRAN_TRNFRORD',
  journalentry: 'TRAN_JOURNAL',
  paycheck: 'TRAN_PAYCHECK',
  paycheckjournal: 'TRAN_PCHKJRNL',
  periodendjournal: 'TRAN_PEJRNL',
  purchasecontract: 'TRAN_PURCHCON',
  statisticaljournalentry: 'TRAN_JOURNAL',
  transferorder: 'TRAN_TRNFRORD',
  vendorprepayment: 'TRAN_VPREP',
  vendorprepaymentapplication: 'TRAN_VPREPAPP',
};

/** `customrecord_flight`, or `customrecord49` where nobody set a script id. */
export function isCustomRecord(name: string): boolean {
  return /^customrecord[_\d]/.test(name);
}

/**
 * The permission that rules over a record or table; its own name for a custom record type, whose levels are set one by
 * one. Null: none does, and every role sees it.
 *
 * @param name In lower case.
 */
export function permissionOf(name: string): string | null {
  if (isCustomRecord(name)) return name;
  if (name.startsWith('customlist_')) return 'ADMI_CUSTLIST';
  const { name: table, discriminator } = tableOfRecord(name);
  if (table === 'transaction' && discriminator.length > 0) {
    const [condition] = discriminator;
    return condition?.column === 'type'
      ? `TRAN_${condition.value.toUpperCase()}`
      : (transactionPermissions[name] ?? null);
  }
  return permissions[name] ?? permissions[table] ?? null;
}
