/**
 * `transactionline.accountinglinetype` of a line that posts to an account of this type.
 *
 * Assumed: no document lists the values of accountinglinetype.
 */
export function accountingLineType(accountType: string): string | null {
  switch (accountType) {
    case 'AcctRec':
      return 'ACCOUNTSRECEIVABLE';
    case 'AcctPay':
      return 'ACCOUNTSPAYABLE';
    case 'Income':
      return 'INCOME';
    case 'COGS':
      return 'COGS';
    case 'Expense':
      return 'EXPENSE';
    case 'OthCurrAsset':
    case 'FixedAsset':
      return 'ASSET';
    default:
      return null;
  }
}
