import { shorten, showValue } from './show-value.js';

/**
 * What a SuiteQL column holds. `ref:T`: the id of a row of table T; `multi:T`: ids of several.
 * The same words are used in schema.json, in the emulator's seed files and in generated code.
 */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'int'
  | 'num'
  | 'bool'
  | 'date'
  | 'datetime'
  | `ref:${string}`
  | `multi:${string}`;

const PLAIN_KINDS: ReadonlySet<unknown> = new Set(['id', 'text', 'int', 'num', 'bool', 'date', 'datetime']);
/** A table may be called anything: a kind says how a value is read, and never becomes text of a statement. */
function isColumnKind(kind: unknown): kind is ColumnKind {
  return (
    PLAIN_KINDS.has(kind) ||
    (typeof kind === 'string' && (isLinked(kind, 'ref:') || isLinked(kind, 'multi:')))
  );
}

function isLinked(kind: string, prefix: string): boolean {
  return kind.startsWith(prefix) && kind.length > prefix.length;
}

/**
 * A kind as a program gives it.
 *
 * @param place What messages call it.
 * @throws {TypeError} There is no such kind.
 */
export function checkedKind<Kind extends ColumnKind>(kind: Kind, place: string): Kind {
  if (isColumnKind(kind)) return kind;
  throw new TypeError(
    `${place}: ${showValue(kind)} is not a kind of value. Use one of: ${[...PLAIN_KINDS].join(', ')}, or ref: and multi: with a table's name.`,
  );
}

/**
 * The kinds of columns, of which there are many thousands: their places are put into words for a message alone.
 *
 * @param place What messages call the columns.
 * @throws {TypeError} One of them has no such kind.
 */
export function checkKinds(columns: Readonly<Record<string, unknown>>, place: string): void {
  for (const column of Object.keys(columns)) {
    const kind = columns[column];
    if (!isColumnKind(kind)) checkedKind(kind as ColumnKind, `${place}${shorten(column)}`);
  }
}
