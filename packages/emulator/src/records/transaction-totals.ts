import type { Row } from '../database/row.js';
import { absoluteNumber, subtractNumbers } from '../suiteql/stored-number.js';
import { type RecordNumber, recordNumber, signedNumber } from './record-number.js';
import type { StoredRow } from './stored-row.js';

/** Whether a transaction is paid by others: it has an open amount. */
export function isInvoiced(record: string): boolean {
  return record === 'invoice' || record === 'vendorbill';
}

const paymentRecords: ReadonlySet<string> = new Set(['creditmemo', 'customerpayment', 'vendorcredit']);

export interface TransactionTotal {
  readonly record: string;
  readonly total: RecordNumber;
  /** The transaction before, where it was there. */
  readonly stored: StoredRow | null;
}

/** The columns of `transaction` that follow from what it comes to. */
export function totalColumns({ record, total, stored }: TransactionTotal): Row {
  const without = (used: RecordNumber): RecordNumber =>
    recordNumber(subtractNumbers(absoluteNumber(total), used));
  const columns = { foreigntotal: total };
  if (isInvoiced(record)) {
    const foreignamountpaid = signedNumber(stored?.foreignamountpaid ?? 0, 1);
    return { ...columns, foreignamountpaid, foreignamountunpaid: without(foreignamountpaid) };
  }
  if (!paymentRecords.has(record)) return columns;
  const used = signedNumber(stored?.foreignpaymentamountused ?? 0, 1);
  return { ...columns, foreignpaymentamountused: used, foreignpaymentamountunused: without(used) };
}
