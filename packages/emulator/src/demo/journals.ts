import { type Account, accrued, depreciation, expenseAccounts, prepaid } from './accounts.js';
import { lastDay } from './calendar.js';
import type { DocumentDraft, LineDraft } from './document.js';
import { journalType } from './document-types.js';
import { subsidiaries } from './organization.js';
import type { Trade } from './trade.js';

/** Writes a journal: expenses against an accrual, a prepayment or depreciation; some are reversed later. */
export function writeJournal(trade: Trade, day: number): void {
  const { random, writer } = trade;
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
  const draft: DocumentDraft = {
    type: journalType,
    day,
    status: day > lastDay - 10 && random.chance(0.3) ? 'A' : 'B',
    entity: null,
    employee: null,
    subsidiary,
    currency: subsidiary.currency,
    exchangeRate: 1,
    mainAccount: null,
    lines: [...debits, counterLine(counter, debits, memo)],
    location: null,
    department: 5,
    origin: null,
    columns: { memo },
  };
  const journal = writer.write(draft);
  if (counter !== accrued || day + 30 > lastDay || !random.chance(0.4)) return;
  const reversal = writer.write({
    ...draft,
    day: day + 30,
    status: 'B',
    lines: draft.lines.map((line) => ({ ...line, foreignCents: 0 - line.foreignCents })),
    columns: { memo: `Reversal: ${memo}`, isreversal: true, reversal: journal.id },
  });
  journal.row.reversal = reversal.id;
}

function counterLine(account: Account, debits: readonly LineDraft[], memo: string): LineDraft {
  return { account, foreignCents: 0 - debits.reduce((sum, { foreignCents }) => sum + foreignCents, 0), memo };
}
