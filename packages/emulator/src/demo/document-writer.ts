import type { AccountDefinition } from '../account/definition.js';
import type { Account } from './accounts.js';
import { type Calendar, isoDate, monthOf } from './calendar.js';
import { type CustomValues, customFieldValues, type IdPool } from './custom-values.js';
import type { DocumentDraft, LineDraft, WrittenDocument } from './document.js';
import { linkLines, linkTransactions } from './document-links.js';
import { type DocumentType, documentTypes } from './document-types.js';
import type { Employee } from './employees.js';
import { lineRow, postingRow } from './line-rows.js';
import { periodOfMonth } from './periods.js';
import type { Random } from './random.js';
import { approved, pendingApproval } from './reference-lists.js';
import type { Row } from './row.js';
import type { RowSink } from './row-sink.js';
import { memos } from './words.js';

/** Writes transactions: the row, its lines, its postings and its links. */
export interface DocumentWriter {
  write(draft: DocumentDraft): WrittenDocument;
  /** Lines written so far. */
  lineCount(): number;
  /** Ids of some of the transactions of a type, for rows that refer to them. */
  idsOf(type: DocumentType): readonly number[];
}

interface WriterSources {
  readonly calendar: Calendar;
  readonly account: AccountDefinition;
  readonly sink: RowSink;
  readonly random: Random;
  readonly employees: readonly Employee[];
  readonly pool: IdPool;
}

interface TypeState {
  count: number;
  readonly ids: number[];
  readonly bodyValues: CustomValues;
  readonly lineValues: CustomValues;
}

/** A line with its amount in the subsidiary's currency computed. */
interface CountedLine {
  readonly line: LineDraft;
  readonly baseCents: number;
  readonly isMain: boolean;
}

const firstTransactionId = 1001;
const rememberedIdsPerType = 400;

export function createDocumentWriter({
  calendar,
  account,
  sink,
  random,
  employees,
  pool,
}: WriterSources): DocumentWriter {
  let nextId = firstTransactionId;
  let lineCount = 0;
  const states = new Map<DocumentType, TypeState>();
  for (const type of documentTypes) {
    const record = type.recordtype;
    states.set(type, {
      count: 0,
      ids: [],
      bodyValues: customFieldValues(account, { table: 'transaction', record, calendar, pool }),
      lineValues: customFieldValues(account, { table: 'transactionline', record, calendar, pool }),
    });
  }

  const write = (draft: DocumentDraft): WrittenDocument => {
    const state = states.get(draft.type);
    if (state === undefined)
      throw new RangeError(`Unknown type of transaction ${draft.type.type} (demo data).`);
    const id = nextId++;
    if (state.ids.length < rememberedIdsPerType) state.ids.push(id);
    let modified = calendar.moment(Math.min(draft.day + random.integer(0, 40), calendar.lastDay), random);
    const lines = countLines(draft);
    const main = lines[0];
    if (main === undefined) throw new RangeError(`A ${draft.type.label} has no line (demo data).`);
    const row = transactionRow(draft, { id, number: 10001 + state.count++, main: main.line });
    const created = String(row.createddate);
    if (modified < created) modified = created;
    row.lastmodifieddate = modified;
    state.bodyValues(row, random);
    sink.add('transaction', row);
    let mainPosting: Row | undefined;
    for (const [number, { line, baseCents, isMain }] of lines.entries()) {
      // As in real accounts, a later change touches the header and one line; the other lines keep their date.
      const lineModified = number === lines.length - 1 ? modified : created;
      const place = {
        transaction: id,
        number,
        uniqueKey: ++lineCount,
        isMain,
        baseCents,
        modified: lineModified,
      };
      const columns = lineRow(draft, line, place);
      state.lineValues(columns, random);
      sink.add('transactionline', columns);
      const posting = postingRow(draft, line, place);
      mainPosting ??= posting;
      sink.add('transactionaccountingline', posting);
      if (draft.origin !== null && line.originLine !== undefined) {
        linkLines(sink, draft, { next: id, nextLine: number, line });
      }
    }
    if (draft.origin !== null) linkTransactions(sink, draft, { next: id, created });
    return {
      id,
      type: draft.type,
      day: draft.day,
      entity: draft.entity,
      row,
      mainPosting: mainPosting ?? {},
      foreignCents: main.line.foreignCents,
      baseCents: main.baseCents,
    };
  };

  const transactionRow = (
    draft: DocumentDraft,
    facts: {
      readonly id: number;
      readonly number: number;
      readonly main: LineDraft;
    },
  ): Row => {
    const { type } = draft;
    const tranid = `${type.prefix}${facts.number}`;
    const creator = random.pick(employees).id;
    const isPending = type.type === 'SalesOrd' && draft.status === 'A';
    return {
      id: facts.id,
      externalid: random.chance(0.05) ? `ext-${facts.id}` : null,
      type: type.type,
      recordtype: type.recordtype,
      tranid,
      transactionnumber: `${facts.number}`,
      trandisplayname: `${type.label} #${tranid}`,
      abbrevtype: type.abbreviation,
      typebaseddocumentnumber: tranid,
      number: facts.number,
      trandate: isoDate(draft.day),
      createddate: calendar.moment(draft.day, random),
      createdby: creator,
      lastmodifiedby: random.chance(0.7) ? creator : random.pick(employees).id,
      entity: draft.entity,
      employee: draft.employee,
      status: draft.status,
      approvalstatus: isPending ? pendingApproval : approved,
      posting: type.isPosting,
      postingperiod: type.isPosting ? periodOfMonth(monthOf(draft.day), calendar) : null,
      void: false,
      voided: false,
      memo: random.chance(0.2) ? random.pick(memos) : null,
      currency: draft.currency.id,
      exchangerate: draft.exchangeRate,
      foreigntotal: (draft.mainAccount === null ? journalTotal(draft) : facts.main.foreignCents) / 100,
      tobeprinted: random.chance(0.1),
      duedate: null,
      closedate: null,
      shipdate: null,
      actualshipdate: null,
      expectedclosedate: null,
      foreignamountpaid: null,
      foreignamountunpaid: null,
      foreignpaymentamountused: null,
      foreignpaymentamountunused: null,
      terms: null,
      opportunity: null,
      partner: null,
      billingaddress: null,
      shippingaddress: null,
      shipmethod: null,
      shipcarrier: null,
      trackingnumberlist: null,
      otherrefnum: null,
      email: null,
      source: null,
      daysopen: null,
      isreversal: false,
      reversal: null,
      nexus: draft.subsidiary.id,
      ...draft.columns,
    };
  };

  return {
    write,
    lineCount: () => lineCount,
    idsOf: (type) => states.get(type)?.ids ?? [],
  };
}

/** Puts the main line first: it takes what the other lines leave over, in both currencies. */
function countLines(draft: DocumentDraft): readonly CountedLine[] {
  const others = draft.lines.map(
    (line): CountedLine => ({
      line,
      baseCents: line.baseCents ?? roundCents(line.foreignCents * draft.exchangeRate),
      isMain: false,
    }),
  );
  if (draft.mainAccount === null) return others.map((line, index) => ({ ...line, isMain: index === 0 }));
  const foreignCents = 0 - sum(others.map(({ line }) => line.foreignCents));
  const baseCents = 0 - sum(others.map((line) => line.baseCents));
  return [{ line: mainLine(draft.mainAccount, foreignCents), baseCents, isMain: true }, ...others];
}

function mainLine(account: Account, foreignCents: number): LineDraft {
  return { account, foreignCents };
}

function journalTotal({ lines }: DocumentDraft): number {
  return sum(lines.map(({ foreignCents }) => Math.max(0, foreignCents)));
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

// Plus zero turns -0 into 0.
const roundCents = (amount: number): number => Math.round(amount) + 0;
