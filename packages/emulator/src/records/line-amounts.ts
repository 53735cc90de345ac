import type { Row, RowValue } from '../database/row.js';
import { isDecimal } from '../suiteql/decimal.js';
import {
  type GivenNumber,
  multiplyNumbers,
  roundNumber,
  signOf,
  subtractNumbers,
} from '../suiteql/stored-number.js';
import { type RecordNumber, recordNumber, signedNumber } from './record-number.js';
import type { RecordValue, RecordValueObject } from './record-value.js';
import type { LineSublist, TransactionHeader } from './transaction-lines.js';

const negativeRecords: ReadonlySet<string> = new Set([
  'cashsale',
  'estimate',
  'invoice',
  'itemfulfillment',
  'opportunity',
  'salesorder',
  'transferorder',
  'vendorcredit',
  'vendorreturnauthorization',
]);

/** SuiteQL shows what is sold or given back with negative quantities and amounts. */
function lineSign(record: string): 1 | -1 {
  return negativeRecords.has(record) ? -1 : 1;
}

/** Columns of a line's quantity and amounts, with SuiteQL's signs. */
export function amountColumns(
  line: RecordValueObject,
  { header, sublist }: { readonly header: TransactionHeader; readonly sublist: LineSublist },
): Row {
  const sign = sublist === 'line' ? 1 : lineSign(header.record);
  const amount =
    sublist === 'line'
      ? recordNumber(subtractNumbers(givenNumber(line.debit) ?? 0, givenNumber(line.credit) ?? 0))
      : lineAmount(line);
  const quantity = givenNumber(line.quantity);
  const foreignamount = amount === null ? null : signedNumber(amount, sign);
  return {
    quantity: quantity === null ? null : signedNumber(quantity, sign),
    foreignamount,
    netamount: foreignamount === null ? null : cents(multiplyNumbers(foreignamount, header.exchangeRate)),
    ...debitOrCredit(foreignamount),
  };
}

export function debitOrCredit(amount: RecordNumber | null): Row {
  const sign = amount === null ? 0 : signOf(amount);
  return {
    debitforeignamount: sign > 0 ? amount : null,
    creditforeignamount: amount !== null && sign < 0 ? signedNumber(amount, -1) : null,
  };
}

/** The amount of a line in the transaction's currency: as given, or quantity times rate. */
export function lineAmount(line: RecordValueObject): RecordNumber | null {
  const amount = givenNumber(line.amount);
  if (amount !== null) return amount;
  const [quantity, rate] = [givenNumber(line.quantity), givenNumber(line.rate)];
  return quantity === null || rate === null ? null : cents(multiplyNumbers(quantity, rate));
}

/** Null: it is none. */
export function givenNumber(value: RecordValue | RowValue | undefined): RecordNumber | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && isDecimal(value) ? value : null;
}

/** An amount of money. */
export function cents(amount: GivenNumber): RecordNumber {
  return recordNumber(roundNumber(amount, 2, 'half-up'));
}
