import { isoDate } from './calendar.js';
import type { DocumentDraft, LineDraft } from './document.js';
import type { Row } from './row.js';
import type { RowSink } from './row-sink.js';

/** Adds the link between a transaction and its origin. The same rows, seen from both ends. */
export function linkTransactions(
  sink: RowSink,
  draft: DocumentDraft,
  { next, created }: { readonly next: number; readonly created: string },
): void {
  const { origin } = draft;
  if (origin === null) return;
  const row: Row = {
    previousdoc: origin.document.id,
    nextdoc: next,
    previoustype: origin.document.type.type,
    nexttype: draft.type.type,
    linktype: origin.linkType,
    foreignamount: origin.foreignCents / 100,
    previousdate: isoDate(origin.document.day),
    nextdate: isoDate(draft.day),
    lastmodifieddate: created,
  };
  sink.add('nexttransactionlink', row);
  sink.add('previoustransactionlink', row);
}

interface LineLink {
  readonly next: number;
  readonly nextLine: number;
  readonly line: LineDraft;
}

/** As `linkTransactions`, from line to line. */
export function linkLines(sink: RowSink, draft: DocumentDraft, { next, nextLine, line }: LineLink): void {
  const { origin } = draft;
  if (origin === null || line.originLine === undefined) return;
  const row: Row = {
    previousdoc: origin.document.id,
    previousline: line.originLine,
    nextdoc: next,
    nextline: nextLine,
    previoustype: origin.document.type.type,
    nexttype: draft.type.type,
    linktype: origin.linkType,
    foreignamount: Math.abs(line.foreignCents) / 100,
    discount: null,
  };
  sink.add('nexttransactionlinelink', row);
  sink.add('previoustransactionlinelink', row);
}
