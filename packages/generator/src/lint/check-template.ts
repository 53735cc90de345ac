import { type Catalog, type CheckResult, check, type Finding, type FindingCode } from '@suitewright/suiteql';
import { dateMasks, isDated } from '../queries/date-masks.js';
import { type ComposedText, composeText } from './composed-text.js';
import type { TemplatePart } from './template-text.js';

/** A finding of a template; its range counts in the program. */
export interface TemplateFinding extends Omit<Finding, 'code'> {
  readonly code: FindingCode | 'account-date';
}

/** What a `${…}` of unknown meaning may be: a value or expression, nothing, a table. Tried in this order. */
const choices = ['?', '', 'unknown_table'] as const;

/**
 * Checks a statement of a program. Parts that come from elsewhere are taken for whatever makes the
 * statement parse; of what they could change, nothing is said.
 */
export function checkTemplate(parts: readonly TemplatePart[], catalog: Catalog): readonly TemplateFinding[] {
  const taken = parts.filter(({ kind }) => kind === 'unknown').map(() => 0);
  for (;;) {
    const composed = composeText(
      parts,
      taken.map((choice) => choices[choice] ?? ''),
    );
    const checked = check(composed.text, catalog);
    const [failure] = checked.query === null ? checked.findings : [];
    if (failure === undefined) return toldFindings(composed, { checked, taken });
    const isSure = isBeforeUnknowns(failure, composed) || hopeless.has(failure.code);
    if (isSure && !touchesUnknown(failure.range, composed)) return [inProgram(failure, composed)];
    const culprit = culpritOf(failure, composed, taken);
    if (culprit === null) return [];
    taken[culprit] = (taken[culprit] ?? 0) + 1;
  }
}

/** Mistakes of syntax whatever stands before them. */
const hopeless: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'limit-clause',
  'bracket-identifier',
  'date-literal',
  'unterminated',
]);

/** The last unknown part at or before a mistake that can still be taken for something else. */
function culpritOf(failure: Finding, { unknowns }: ComposedText, taken: readonly number[]): number | null {
  for (let at = unknowns.length - 1; at >= 0; at--) {
    const isBefore = (unknowns[at]?.start ?? 0) <= failure.range.start;
    if (isBefore && (taken[at] ?? 0) < choices.length - 1) return at;
  }
  return null;
}

function isBeforeUnknowns(failure: Finding, { unknowns }: ComposedText): boolean {
  return unknowns.every(({ start }) => start > failure.range.start);
}

/** Mistakes that no other part of a statement can mend. */
const local: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'unknown-table',
  'unknown-function',
  'unsupported-function',
  'not-exposed',
  'argument-count',
  'argument-type',
  'argument-choice',
  'never-matches',
  'null-comparison',
  'boolean-literal',
  'status-code',
  'text-addition',
  'type-mismatch',
  'date-text',
]);

function toldFindings(
  composed: ComposedText,
  { checked, taken }: { readonly checked: CheckResult; readonly taken: readonly number[] },
): readonly TemplateFinding[] {
  // Taken for nothing or a table, a part may be a join, and bring in names.
  const bringsNames = taken.some((choice) => choice > 0);
  const sure = checked.findings.filter(
    ({ code, range }) =>
      !touchesUnknown(range, composed) &&
      (!bringsNames || local.has(code) || (code === 'unknown-column' && isQualified(composed.text, range))),
  );
  return [...sure, ...datesOfResult(checked)].map((finding) => inProgram(finding, composed));
}

function isQualified(text: string, { start, end }: Finding['range']): boolean {
  return text.slice(start, end).includes('.');
}

function touchesUnknown({ start, end }: Finding['range'], { unknowns }: ComposedText): boolean {
  return unknowns.some((unknown) => unknown.start < end && start < unknown.end);
}

/** What the generator mends in .suiteql files, a program has to write itself. */
function datesOfResult({ columns }: CheckResult): readonly TemplateFinding[] {
  return (columns ?? []).flatMap(({ name, kind, expression }) => {
    if (!isDated(kind) || expression === null) return [];
    return [
      {
        severity: 'warning' as const,
        code: 'account-date' as const,
        range: expression,
        message: `“${name}” comes as the account writes dates, which differs from account to account.`,
        hint: `Write TO_CHAR(…, '${dateMasks[kind]}') AS ${name}; sql.output(table.column) does it.`,
      },
    ];
  });
}

function inProgram<Found extends TemplateFinding>(finding: Found, { sourceRange }: ComposedText): Found {
  return { ...finding, range: sourceRange(finding.range) };
}
