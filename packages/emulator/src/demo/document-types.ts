/** A type of transaction, by its names in `transaction.type` and `transaction.recordtype`. */
export interface DocumentType {
  readonly type: string;
  readonly recordtype: string;
  readonly label: string;
  /** `transaction.abbrevtype`. */
  readonly abbreviation: string;
  /** Of `transaction.tranid`. */
  readonly prefix: string;
  readonly isPosting: boolean;
}

export const opportunityType: DocumentType = {
  type: 'Opprtnty',
  recordtype: 'opportunity',
  label: 'Opportunity',
  abbreviation: 'OPP',
  prefix: 'OPP',
  isPosting: false,
};

export const estimateType: DocumentType = {
  type: 'Estimate',
  recordtype: 'estimate',
  label: 'Estimate',
  abbreviation: 'EST',
  prefix: 'EST',
  isPosting: false,
};

export const salesOrderType: DocumentType = {
  type: 'SalesOrd',
  recordtype: 'salesorder',
  label: 'Sales Order',
  abbreviation: 'SALESORD',
  prefix: 'SO',
  isPosting: false,
};

export const fulfillmentType: DocumentType = {
  type: 'ItemShip',
  recordtype: 'itemfulfillment',
  label: 'Item Fulfillment',
  abbreviation: 'FULFILL',
  prefix: 'IF',
  isPosting: true,
};

export const invoiceType: DocumentType = {
  type: 'CustInvc',
  recordtype: 'invoice',
  label: 'Invoice',
  abbreviation: 'INV',
  prefix: 'INV',
  isPosting: true,
};

export const paymentType: DocumentType = {
  type: 'CustPymt',
  recordtype: 'customerpayment',
  label: 'Payment',
  abbreviation: 'PYMT',
  prefix: 'PYMT',
  isPosting: true,
};

export const creditMemoType: DocumentType = {
  type: 'CustCred',
  recordtype: 'creditmemo',
  label: 'Credit Memo',
  abbreviation: 'CREDMEM',
  prefix: 'CM',
  isPosting: true,
};

export const purchaseOrderType: DocumentType = {
  type: 'PurchOrd',
  recordtype: 'purchaseorder',
  label: 'Purchase Order',
  abbreviation: 'PURCHORD',
  prefix: 'PO',
  isPosting: false,
};

export const receiptType: DocumentType = {
  type: 'ItemRcpt',
  recordtype: 'itemreceipt',
  label: 'Item Receipt',
  abbreviation: 'RCPT',
  prefix: 'IR',
  isPosting: true,
};

export const billType: DocumentType = {
  type: 'VendBill',
  recordtype: 'vendorbill',
  label: 'Bill',
  abbreviation: 'BILL',
  prefix: 'BILL',
  isPosting: true,
};

export const billPaymentType: DocumentType = {
  type: 'VendPymt',
  recordtype: 'vendorpayment',
  label: 'Bill Payment',
  abbreviation: 'BILLPMT',
  prefix: 'BP',
  isPosting: true,
};

export const journalType: DocumentType = {
  type: 'Journal',
  recordtype: 'journalentry',
  label: 'Journal',
  abbreviation: 'GENJRNL',
  prefix: 'JE',
  isPosting: true,
};

// Assumed from here on: the abbreviations, which no document lists.
export const returnAuthorizationType: DocumentType = {
  type: 'RtnAuth',
  recordtype: 'returnauthorization',
  label: 'Return Authorization',
  abbreviation: 'RTNAUTH',
  prefix: 'RMA',
  isPosting: false,
};

export const cashSaleType: DocumentType = {
  type: 'CashSale',
  recordtype: 'cashsale',
  label: 'Cash Sale',
  abbreviation: 'CASHSALE',
  prefix: 'CS',
  isPosting: true,
};

export const cashRefundType: DocumentType = {
  type: 'CashRfnd',
  recordtype: 'cashrefund',
  label: 'Cash Refund',
  abbreviation: 'CASHRFND',
  prefix: 'CR',
  isPosting: true,
};

export const customerDepositType: DocumentType = {
  type: 'CustDep',
  recordtype: 'customerdeposit',
  label: 'Customer Deposit',
  abbreviation: 'CUSTDEP',
  prefix: 'CD',
  isPosting: true,
};

export const customerRefundType: DocumentType = {
  type: 'CustRfnd',
  recordtype: 'customerrefund',
  label: 'Customer Refund',
  abbreviation: 'CUSTRFND',
  prefix: 'RFND',
  isPosting: true,
};

export const depositType: DocumentType = {
  type: 'Deposit',
  recordtype: 'deposit',
  label: 'Deposit',
  abbreviation: 'DEP',
  prefix: 'DEP',
  isPosting: true,
};

export const vendorReturnType: DocumentType = {
  type: 'VendAuth',
  recordtype: 'vendorreturnauthorization',
  label: 'Vendor Return Authorization',
  abbreviation: 'VENDAUTH',
  prefix: 'VRA',
  isPosting: false,
};

export const vendorCreditType: DocumentType = {
  type: 'VendCred',
  recordtype: 'vendorcredit',
  label: 'Bill Credit',
  abbreviation: 'BILLCRED',
  prefix: 'BC',
  isPosting: true,
};

export const expenseReportType: DocumentType = {
  type: 'ExpRept',
  recordtype: 'expensereport',
  label: 'Expense Report',
  abbreviation: 'EXPREPT',
  prefix: 'EXP',
  isPosting: true,
};

export const checkType: DocumentType = {
  type: 'Check',
  recordtype: 'check',
  label: 'Check',
  abbreviation: 'CHK',
  prefix: 'CHK',
  isPosting: true,
};

export const inventoryTransferType: DocumentType = {
  type: 'InvTrnfr',
  recordtype: 'inventorytransfer',
  label: 'Inventory Transfer',
  abbreviation: 'INVTRFR',
  prefix: 'IT',
  isPosting: true,
};

export const transferOrderType: DocumentType = {
  type: 'TrnfrOrd',
  recordtype: 'transferorder',
  label: 'Transfer Order',
  abbreviation: 'TRNFRORD',
  prefix: 'TO',
  isPosting: false,
};

export const transferType: DocumentType = {
  type: 'Transfer',
  recordtype: 'transfer',
  label: 'Transfer',
  abbreviation: 'TRFR',
  prefix: 'TR',
  isPosting: true,
};

export const inventoryAdjustmentType: DocumentType = {
  type: 'InvAdjst',
  recordtype: 'inventoryadjustment',
  label: 'Inventory Adjustment',
  abbreviation: 'INVADJST',
  prefix: 'IA',
  isPosting: true,
};

export const documentTypes: readonly DocumentType[] = [
  opportunityType,
  estimateType,
  salesOrderType,
  fulfillmentType,
  invoiceType,
  paymentType,
  creditMemoType,
  purchaseOrderType,
  receiptType,
  billType,
  billPaymentType,
  journalType,
  returnAuthorizationType,
  cashSaleType,
  cashRefundType,
  customerDepositType,
  customerRefundType,
  depositType,
  vendorReturnType,
  vendorCreditType,
  expenseReportType,
  checkType,
  inventoryTransferType,
  transferOrderType,
  transferType,
  inventoryAdjustmentType,
];
