import type { ValueKind } from '@suitewright/suiteql';
import type { Context } from './context.js';
import { asMoment, asText, rejectCondition } from './convert.js';
import { type Fragment, isId, isMoment, isNumeric } from './fragment.js';

export interface Unified {
  readonly kind: ValueKind;
  /** The SQL of each value, converted to the common kind. */
  readonly sql: readonly string[];
  readonly wide: boolean;
}

/**
 * Brings the alternatives of CASE, NVL, DECODE and their kin to one kind.
 *
 * Numbers beside text become text: Oracle's own example (`COALESCE(email, id, 'some value', 1 + 1)`)
 * shows that SuiteQL takes such a mixture.
 *
 * @throws {SuiteqlRejection} A date stands beside something that is none.
 */
export function unify(fragments: readonly Fragment[], context: Context): Unified {
  for (const fragment of fragments) rejectCondition(fragment);
  const wide = fragments.some((fragment) => fragment.wide === true);
  const values = fragments.filter(({ kind }) => kind !== 'null');
  const asTheyAre = (kind: ValueKind): Unified => ({ kind, sql: fragments.map(({ sql }) => sql), wide });
  const [first] = values;
  if (first === undefined) return asTheyAre('null');
  if (values.every(({ kind }) => kind === first.kind)) return asTheyAre(first.kind);
  if (values.some(isMoment)) {
    const moments = fragments.map((fragment) => asMoment(fragment, context));
    const kind = moments.some((moment) => moment.kind === 'datetime') ? 'datetime' : 'date';
    return { kind, sql: moments.map(({ sql }) => sql), wide };
  }
  if (values.every(isNumeric)) {
    return asTheyAre(
      values.every(({ kind }) => isId(kind))
        ? 'id'
        : values.some(({ kind }) => kind === 'num')
          ? 'num'
          : 'int',
    );
  }
  return { kind: 'text', sql: fragments.map((fragment) => asText(fragment)), wide: false };
}
