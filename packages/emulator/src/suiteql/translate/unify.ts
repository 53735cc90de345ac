import type { ValueKind } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asMoment, asNumber, asText, isWideNumber, rejectCondition } from './convert.js';
import { type Fragment, isId, isMoment, isNumeric, isText } from './fragment.js';

export interface Unified {
  readonly kind: ValueKind;
  /** The SQL of each value, of the common kind. */
  readonly sql: readonly string[];
  readonly wide: boolean;
}

/**
 * Values of one kind, which Oracle does not convert to one: the results of CASE, and the arguments of NULLIF.
 *
 * Assumed: NetSuite refuses what Oracle's "SQL Language Reference" does: results that are neither of one type nor all
 * numeric.
 *
 * @param title What takes the values, for the message.
 * @throws {SuiteqlRejection} The kinds differ.
 */
export function sameKind(fragments: readonly Fragment[], title: string): Unified {
  for (const fragment of fragments) rejectCondition(fragment);
  const values = fragments.filter(({ kind }) => kind !== 'null');
  const [first] = values;
  const groups = new Set(values.map(groupOf).filter((group) => group !== null));
  if (groups.size > 1) {
    throw unsupported(`${title} is given ${[...groups].join(' and ')} (ORA-00932). Convert one of them.`);
  }
  return {
    kind: first === undefined ? 'null' : values.reduce(commonKind, first.kind),
    sql: fragments.map(({ sql }) => sql),
    wide: fragments.some((fragment) => fragment.wide === true),
  };
}

/**
 * Values that Oracle converts to the kind of one of them, as NVL, NVL2, DECODE, GREATEST and LEAST do.
 *
 * Assumed: NetSuite converts as Oracle's "SQL Language Reference" says: beside a number the others are numbers, beside
 * a date dates, beside a text texts.
 *
 * @throws {SuiteqlRejection} A value cannot be converted.
 */
export function convertTo(leader: Fragment, fragments: readonly Fragment[], context: Context): Unified {
  for (const fragment of fragments) rejectCondition(fragment);
  const isOfKind = isMoment(leader) ? isMoment : isNumeric(leader) ? isNumeric : isText;
  if (fragments.every((fragment) => fragment.kind === 'null' || isOfKind(fragment))) {
    return sameKind(fragments, '');
  }
  if (isMoment(leader)) {
    const moments = fragments.map((fragment) => asMoment(fragment, context));
    const kind = moments.some((moment) => moment.kind === 'datetime') ? 'datetime' : 'date';
    return { kind, sql: moments.map(({ sql }) => sql), wide: false };
  }
  if (isNumeric(leader)) {
    return { kind: 'num', sql: fragments.map(asNumber), wide: fragments.some(isWideNumber) };
  }
  return { kind: 'text', sql: fragments.map(asText), wide: false };
}

type KindGroup = 'a date' | 'a number' | 'a text';

/** Null: nothing is known of the kind. */
export function groupOf(fragment: Fragment): KindGroup | null {
  if (isMoment(fragment)) return 'a date';
  if (isNumeric(fragment)) return 'a number';
  return isText(fragment) ? 'a text' : null;
}

function commonKind(kind: ValueKind, fragment: Fragment): ValueKind {
  if (kind === fragment.kind) return kind;
  if (isMoment(fragment)) return 'datetime';
  if (isText(fragment)) return 'text';
  if (isId(kind) && isId(fragment.kind)) return 'id';
  return kind === 'num' || fragment.kind === 'num' ? 'num' : 'int';
}
