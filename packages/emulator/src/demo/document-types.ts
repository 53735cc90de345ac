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
];
