import type { Expression, SourceRange } from '../ast.js';
import type { ValueKind } from '../bindings.js';
import { isCertain } from './certainty.js';
import { isMoment, isNumeric, nameKind } from './kinds.js';
import { NUMBER_TEXT } from './number-text.js';
import { type CheckState, reportError, reportWarning } from './state.js';

/** What Oracle tells apart where it converts nothing: numbers, texts, dates. Null: it cannot be told. */
type Family = 'number' | 'text' | 'moment';

function familyOf(kind: ValueKind): Family | null {
  if (isNumeric(kind)) return 'number';
  if (isMoment(kind)) return 'moment';
  return kind === 'text' || kind === 'bool' ? 'text' : null;
}

/** Whether a kind is that of an id, which NetSuite's tables hold as numbers for the most part, but not all. */
function isId(kind: ValueKind): boolean {
  return kind === 'id' || kind.startsWith('ref:');
}

/** A value among others that are to be of one family. */
export interface Member {
  /** Where to report it. */
  readonly at: SourceRange;
  readonly kind: ValueKind;
  readonly certain: boolean;
}

export function memberOf(state: CheckState, expression: Expression): Member {
  const kind = state.values.get(expression)?.kind ?? 'unknown';
  // '' is NULL in most places, and what stands for it here no source says.
  const isEmpty = expression.kind === 'string' && expression.value === '';
  return { at: expression, kind, certain: !isEmpty && isCertain(state, expression) };
}

/**
 * Reports values of different families where Oracle converts none. An error where both kinds are sure.
 *
 * @param where What the values belong to, as the message names it: `CASE yields`.
 * @see ORA-00932, ORA-01790; "CASE Expressions", "COALESCE", "The UNION [ALL], INTERSECT, MINUS Operators", Oracle Database
 *   19c SQL Language Reference
 */
export function checkOneFamily(
  state: CheckState,
  members: readonly Member[],
  { where, code }: { readonly where: string; readonly code: string },
): void {
  let first: Member | null = null;
  for (const member of members) {
    const family = familyOf(member.kind);
    if (family === null) continue;
    if (first === null) {
      first = member;
    } else if (family !== familyOf(first.kind)) {
      reportMixed(
        state,
        [first, member],
        `${where} ${nameKind(first.kind)} and ${nameKind(member.kind)}: Oracle does not mix them (${code}).`,
      );
      return;
    }
  }
}

/**
 * Reports values that do not convert to the family of the first, where Oracle converts them: those of NVL, of GREATEST,
 * the results of DECODE.
 *
 * @see "NVL", "GREATEST", "DECODE", Oracle Database 19c SQL Language Reference; ORA-01722, ORA-00932
 */
export function checkConvertible(state: CheckState, values: readonly Expression[], name: string): void {
  const [head, ...rest] = values;
  const first = head === undefined ? undefined : memberOf(state, head);
  const family = first === undefined ? null : familyOf(first.kind);
  if (first === undefined || family === null || family === 'text') return;
  for (const value of rest) {
    const other = memberOf(state, value);
    const otherFamily = familyOf(other.kind);
    if (otherFamily === null || otherFamily === family) continue;
    if (otherFamily === 'text' && isConvertibleText(value, family)) continue;
    // A text of rows may convert, and so may a date's text: that depends on the rows and on the account.
    const isSure = otherFamily !== 'text' || (family === 'number' && value.kind === 'string');
    const message = `${name} converts to ${nameKind(first.kind)}, the kind of its first value; this is ${nameKind(other.kind)}.`;
    reportMixed(state, [first, isSure ? other : { ...other, certain: false }], message);
    return;
  }
}

function isConvertibleText(expression: Expression, family: Family): boolean {
  if (expression.kind !== 'string') return false;
  return expression.value === '' || (family === 'number' && NUMBER_TEXT.test(expression.value));
}

function reportMixed(state: CheckState, [first, other]: readonly [Member, Member], message: string): void {
  const isSure = [first, other].every(({ certain, kind }) => certain && !isId(kind));
  const report = isSure ? reportError : reportWarning;
  const hint = 'Convert one of them with TO_CHAR, TO_NUMBER or TO_DATE.';
  report(state, { code: 'mixed-types', at: other.at, message, hint });
}
