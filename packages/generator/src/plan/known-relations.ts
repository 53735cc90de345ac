/** Columns that must be equal. */
export interface ColumnPair {
  readonly from: string;
  readonly to: string;
}

/** A relation that NetSuite's tables are known to have, under the name that people look for. */
export interface KnownRelation {
  readonly table: string;
  readonly name: string;
  readonly cardinality: 'one' | 'many';
  readonly target: string;
  readonly pairs: readonly [ColumnPair, ...ColumnPair[]];
}

/**
 * Lines belong to their transaction under its id; postings and links of lines also under the line's number in it.
 */
export const knownRelations: readonly KnownRelation[] = [
  many('transaction', 'lines', 'transactionline', 'id=transaction'),
  many('transaction', 'accountinglines', 'transactionaccountingline', 'id=transaction'),
  many('transaction', 'nextlinks', 'nexttransactionlink', 'id=previousdoc'),
  many('transaction', 'previouslinks', 'previoustransactionlink', 'id=nextdoc'),
  many(
    'transactionline',
    'accountinglines',
    'transactionaccountingline',
    'transaction=transaction id=transactionline',
  ),
  many('transactionline', 'nextlinks', 'nexttransactionlinelink', 'transaction=previousdoc id=previousline'),
  many('transactionline', 'previouslinks', 'previoustransactionlinelink', 'transaction=nextdoc id=nextline'),
  one('transactionaccountingline', 'line', 'transactionline', 'transaction=transaction transactionline=id'),
  many('customer', 'addressbook', 'customeraddressbook', 'id=entity'),
  many('customer', 'subsidiaries', 'customersubsidiaryrelationship', 'id=entity'),
  many('vendor', 'addressbook', 'vendoraddressbook', 'id=entity'),
  many('vendor', 'subsidiaries', 'vendorsubsidiaryrelationship', 'id=entity'),
  many('item', 'locations', 'inventoryitemlocations', 'id=item'),
  many('item', 'locationtotals', 'aggregateitemlocation', 'id=item'),
  many('item', 'balances', 'inventorybalance', 'id=item'),
  many('item', 'prices', 'pricing', 'id=item'),
  many('item', 'vendors', 'itemvendor', 'id=item'),
  many('item', 'members', 'itemmember', 'id=parentitem'),
];

/** What every kind of entity has, beside what its own table has. */
export function entityRelations(kind: string): readonly KnownRelation[] {
  return [
    many(kind, 'transactions', 'transaction', 'id=entity'),
    ...(kind === 'entity'
      ? []
      : [one(kind, 'entity', 'entity', 'id=id'), one('entity', kind, kind, 'id=id')]),
  ];
}

function many(table: string, name: string, target: string, pairs: string): KnownRelation {
  return { table, name, cardinality: 'many', target, pairs: columnPairs(pairs) };
}

function one(table: string, name: string, target: string, pairs: string): KnownRelation {
  return { table, name, cardinality: 'one', target, pairs: columnPairs(pairs) };
}

function columnPairs(text: string): readonly [ColumnPair, ...ColumnPair[]] {
  const [first, ...others] = text.split(' ').map((pair): ColumnPair => {
    const [from = '', to = ''] = pair.split('=');
    return { from, to };
  });
  return [first as ColumnPair, ...others];
}
