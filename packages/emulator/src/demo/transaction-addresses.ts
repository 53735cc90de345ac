import type { Customer } from './customers.js';
import { addressRow } from './places.js';
import type { Random } from './random.js';
import type { Row } from './row.js';
import type { RowSink } from './row-sink.js';

/** Writes the addresses of transactions and gives back their keys. */
export interface TransactionAddresses {
  add(customer: Customer): { readonly billing: number; readonly shipping: number };
}

/** One pair of addresses for each chain of documents: the documents made from an order keep its addresses. */
export function createTransactionAddresses(sink: RowSink, random: Random): TransactionAddresses {
  let key = 0;
  return {
    add: (customer) => {
      const billing = addressRow(random, customer.country, customer.name);
      const shipping: Row = random.chance(0.7)
        ? billing
        : addressRow(random, customer.country, customer.name);
      const billingKey = ++key;
      const shippingKey = ++key;
      sink.add('transactionbillingaddress', { nkey: billingKey, ...billing });
      sink.add('transactionshippingaddress', { nkey: shippingKey, ...shipping });
      return { billing: billingKey, shipping: shippingKey };
    },
  };
}
