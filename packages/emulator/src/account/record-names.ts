/** REST records that a body or column field of sales transactions appears on. */
export const salesRecords = [
  'opportunity',
  'estimate',
  'salesorder',
  'invoice',
  'cashsale',
  'creditmemo',
  'returnauthorization',
] as const;

/** REST records that a body or column field of purchase transactions appears on. */
export const purchaseRecords = [
  'purchaseorder',
  'vendorbill',
  'vendorcredit',
  'vendorreturnauthorization',
] as const;

/** REST records that keep their rows in `transaction` and take custom body fields. */
export const transactionRecords = [
  ...salesRecords,
  ...purchaseRecords,
  'itemfulfillment',
  'itemreceipt',
  'journalentry',
  'customerpayment',
  'vendorpayment',
] as const;

/** REST records that keep their rows in `item` and take custom item fields. */
export const itemRecords = [
  'inventoryitem',
  'noninventorypurchaseitem',
  'noninventoryresaleitem',
  'noninventorysaleitem',
  'servicepurchaseitem',
  'serviceresaleitem',
  'servicesaleitem',
  'kititem',
  'assemblyitem',
] as const;
