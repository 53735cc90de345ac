import {
  type Account,
  accrued,
  bank,
  depreciation,
  equipment,
  expenseAccounts,
  inventory,
  prepaid,
  retainedEarnings,
} from './accounts.js';
import type { DocumentDraft, LineDraft } from './document.js';
import { journalType } from './document-types.js';
import { type Subsidiary, subsidiaries } from './organization.js';
import type { Trade } from './trade.js';

/** Writes a journal: expenses against an accrual, a prepayment or depreciation; some are reversed later. */
export function writeJournal(trade: Trade, day: number): void {
  const { calendar, random, writer } = trade;
  const subsidiary = random.pick(subsidiaries);
  const counter = random.pick([accrued, prepaid, depreciation]);
  const memo = `${random.pick(['Accrual', 'Release', 'Monthly entry', 'Correction'])} – ${counter.name}`;
  const debits = Array.from(
    { length: random.integer(1, 4) },
    (): LineDraft => ({
      account: random.pick(expenseAccounts),
      foreignCents: random.integer(5_000, 900_000),
      department: random.pick([1, 4, 5, 6]),
      memo,
    }),
  );
  const draft = journalDraft(subsidiary, {
    day,
    status: day > calendar.lastDay - 10 && random.chance(0.3) ? 'A' : 'B',
    lines: [...debits, counterLine(counter, debits, memo)],
    columns: { memo },
  });
  const journal = writer.write(draft);
  if (counter !== accrued || day + 30 > calendar.lastDay || !random.chance(0.4)) return;
  const reversal = writer.write({
    ...draft,
    day: day + 30,
    status: 'B',
    lines: draft.lines.map((line) => ({ ...line, foreignCents: 0 - line.foreignCents })),
    columns: { memo: `Reversal: ${memo}`, isreversal: true, reversal: journal.id },
  });
  journal.row.reversal = reversal.id;
}

/**
 * Writes what each subsidiary began with: money, stock and machines, enough for the business to come.
 *
 * @param transactionLines How much business that is.
 */
export function writeOpeningBalances({ calendar, writer }: Trade, transactionLines: number): void {
  const memo = 'Opening balance';
  for (const subsidiary of subsidiaries) {
    const assets: readonly LineDraft[] = [
      { account: bank, foreignCents: 25_000_000 + transactionLines * 3_000, memo },
      { account: inventory, foreignCents: 4_000_000 + transactionLines * 9_000, memo },
      { account: equipment, foreignCents: 12_000_000, memo },
    ];
    const lines = [...assets, counterLine(retainedEarnings, assets, memo)];
    writer.write(journalDraft(subsidiary, { day: calendar.firstDay, status: 'B', lines, columns: { memo } }));
  }
}

function journalDraft(
  subsidiary: Subsidiary,
  own: Pick<DocumentDraft, 'day' | 'status' | 'lines' | 'columns'>,
): DocumentDraft {
  return {
    type: journalType,
    entity: null,
    employee: null,
    subsidiary,
    currency: subsidiary.currency,
    exchangeRate: 1,
    mainAccount: null,
    location: null,
    department: 5,
    origin: null,
    ...own,
  };
}

function counterLine(account: Account, debits: readonly LineDraft[], memo: string): LineDraft {
  return { account, foreignCents: 0 - debits.reduce((sum, { foreignCents }) => sum + foreignCents, 0), memo };
}
