import {
  accountTypeNames,
  itemTypeNames,
  transactionStatusNames,
  transactionTypeNames,
} from './code-names.js';
import { transactionRecordTypes, transactionTypeCodes } from './record-tables.js';

/** A list of codes that some columns hold, such as the types of transactions. */
export interface CodeList {
  /** What the type of the codes is called in generated code. */
  readonly typeName: string;
  /** Codes that are known without asking an account, sorted. An account may have others. */
  readonly codes: readonly string[];
  /** The columns that hold them, as `table.column`. The first is where an account is asked for its own. */
  readonly columns: readonly [string, ...string[]];
}

/** The lists of codes that are known. A column of type text that is in none of them may hold any text. */
export const codeLists: readonly CodeList[] = [
  codeList(
    'TransactionType',
    [...Object.keys(transactionTypeNames), ...transactionTypeCodes],
    [
      'transaction.type',
      'nexttransactionlink.previoustype',
      'nexttransactionlink.nexttype',
      'previoustransactionlink.previoustype',
      'previoustransactionlink.nexttype',
      'nexttransactionlinelink.previoustype',
      'nexttransactionlinelink.nexttype',
      'previoustransactionlinelink.previoustype',
      'previoustransactionlinelink.nexttype',
    ],
  ),
  codeList('TransactionRecordType', transactionRecordTypes, ['transaction.recordtype']),
  // A column holds the letter alone; BUILTIN.CF puts the type before it: `SalesOrd:B`.
  codeList('TransactionStatus', Object.values(transactionStatusNames).flatMap(Object.keys), [
    'transaction.status',
  ]),
  codeList('ItemType', Object.keys(itemTypeNames), ['item.itemtype', 'transactionline.itemtype']),
  codeList('ItemSubtype', ['Purchase', 'Resale', 'Sale'], ['item.subtype']),
  codeList('AccountType', Object.keys(accountTypeNames), [
    'account.accttype',
    'transactionaccountingline.accounttype',
  ]),
];

const listByColumn: ReadonlyMap<string, CodeList> = new Map(
  codeLists.flatMap((list) => list.columns.map((column) => [column, list] as const)),
);

/** The list that a column's values are from; null: none is known. */
export function codeListOf(table: string, column: string): CodeList | null {
  return listByColumn.get(`${table}.${column}`) ?? null;
}

function codeList(
  typeName: string,
  codes: Iterable<string>,
  columns: readonly [string, ...string[]],
): CodeList {
  return { typeName, codes: [...new Set(codes)].sort(), columns };
}
