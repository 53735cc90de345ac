import { accountingLineType } from '../account/accounting-line-type.js';
import { isoDate } from './calendar.js';
import type { DocumentDraft, LineDraft } from './document.js';
import type { Row } from './row.js';

/** Where a line stands. */
interface LinePlace {
  readonly transaction: number;
  readonly number: number;
  readonly uniqueKey: number;
  readonly isMain: boolean;
  readonly baseCents: number;
  readonly modified: string;
}

/** The row of `transactionline`. */
export function lineRow(draft: DocumentDraft, line: LineDraft, place: LinePlace): Row {
  const { item } = line;
  const foreign = line.foreignCents / 100;
  const isStocked = item?.itemtype === 'InvtPart' || item?.itemtype === 'Kit';
  const open = Math.abs(line.quantity ?? 0) - (line.shippedQuantity ?? 0);
  const isOpenSale = draft.type.type === 'SalesOrd' && isStocked && open > 0 && line.isClosed !== true;
  return {
    id: place.number,
    uniquekey: place.uniqueKey,
    transaction: place.transaction,
    linesequencenumber: place.number,
    mainline: place.isMain,
    taxline: line.isTax ?? false,
    iscogs: line.isCostOfGoods ?? false,
    isinventoryaffecting: isStocked && draft.type.isPosting && line.isCostOfGoods !== true,
    isfxvariance: line.isExchangeVariance ?? false,
    accountinglinetype: draft.type.isPosting ? accountingLineType(line.account.type) : null,
    item: item?.id ?? null,
    itemtype: item?.itemtype ?? null,
    quantity: line.quantity ?? null,
    quantityshiprecv: line.shippedQuantity ?? null,
    quantitybilled: line.billedQuantity ?? null,
    quantitycommitted: isOpenSale ? open : null,
    quantitybackordered: isOpenSale ? 0 : null,
    units: item?.isShipped === true ? 1 : null,
    rate: line.rateCents === undefined ? null : line.rateCents / 100,
    price: line.priceLevel ?? null,
    netamount: place.baseCents / 100,
    foreignamount: foreign,
    creditforeignamount: line.foreignCents < 0 ? -foreign : null,
    debitforeignamount: line.foreignCents > 0 ? foreign : null,
    costestimate: line.costCents === undefined ? null : line.costCents / 100,
    estgrossprofit: line.costCents === undefined ? null : (-place.baseCents - line.costCents) / 100,
    memo: line.memo ?? null,
    entity: draft.entity,
    subsidiary: draft.subsidiary.id,
    department: line.department ?? draft.department,
    class: line.class ?? null,
    location: (line.location ?? draft.location)?.id ?? null,
    category: line.expenseCategory ?? null,
    expenseaccount: line.account.type === 'Expense' ? line.account.id : null,
    expectedshipdate: line.expectedDay === undefined ? null : isoDate(line.expectedDay),
    linelastmodifieddate: place.modified,
    createdfrom: draft.origin?.isCreatedFrom === true ? draft.origin.document.id : null,
    isclosed: line.isClosed ?? false,
    isbillable: item !== undefined && !draft.type.isPosting,
    kitcomponent: false,
    fulfillable: item?.isShipped === true,
    donotdisplayline: line.isCostOfGoods ?? false,
  };
}

/** The row of `transactionaccountingline`: the line's posting, in the subsidiary's currency. */
export function postingRow(draft: DocumentDraft, line: LineDraft, place: LinePlace): Row {
  const amount = place.baseCents / 100;
  return {
    transaction: place.transaction,
    transactionline: place.number,
    accountingbook: 1,
    account: line.account.id,
    accounttype: line.account.type,
    amount,
    netamount: amount,
    debit: place.baseCents > 0 ? amount : null,
    credit: place.baseCents < 0 ? -amount : null,
    amountpaid: null,
    amountunpaid: null,
    amountlinked: null,
    posting: draft.type.isPosting,
    exchangerate: draft.exchangeRate,
    processedbyrevcommit: false,
    lastmodifieddate: place.modified,
  };
}
