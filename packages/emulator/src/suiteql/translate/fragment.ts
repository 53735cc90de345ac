import type { ValueKind } from '@suitewright/suiteql';
import { type Decimal, parseDecimal } from '../decimal.js';
import { unsupported } from '../rejection.js';
import { plainNumber, type StoredNumber, storeDecimal, storeDouble } from '../stored-number.js';

/** A piece of SQLite's SQL that yields a value, and what is known of the value. */
export interface Fragment {
  readonly sql: string;
  readonly kind: ValueKind;
  /** Set for literals and parameters, and for what is computed from them alone. */
  readonly constant?: string | number | null;
  /** A value of `params`. */
  readonly isParameter?: boolean;
  /** Read straight from a column, so that SQLite applies the column's affinity when it compares. */
  readonly column?: ColumnFacts;
  /** A number that may be of bytes (see `StoredNumber`), which SQLite can neither order nor compute with. */
  readonly wide?: boolean;
  /** Of a whole number that SQLite computes: the greatest that its size can be. Left out: less than 1e15. */
  readonly bound?: number;
  /** SQL of a double next to the number, for comparisons that it decides. */
  readonly approximation?: string;
  /** A CLOB, which may be longer than a VARCHAR2. */
  readonly isLarge?: boolean;
  /** Never NULL. Left out: it may be. */
  readonly notNull?: boolean;
  /** SQL of a timestamp as the clocks of a zone of its own show it, and of that zone. Left out: it has the account's. */
  readonly zoned?: { readonly sql: string; readonly timeZone: string };
  /** What an interval counts. */
  readonly intervalUnit?: 'months' | 'seconds';
  /** Set for conditions that compare with a constant by `=` or `<>`. */
  readonly equality?: Equality;
}

export interface Equality {
  readonly operator: '=' | '<>';
  readonly left: string;
  readonly right: string;
}

export interface ColumnFacts {
  /** The stored column that the value comes from unchanged; null when a subquery computed it. */
  readonly origin: { readonly table: string; readonly column: string } | null;
  /** The SQL of another column of the same row. Undefined when there is none of that name. */
  readonly sibling: (column: string) => string | undefined;
}

export function text(sql: string): Fragment {
  return { sql, kind: 'text' };
}

export function condition(sql: string): Fragment {
  return { sql, kind: 'condition' };
}

export const nullFragment: Fragment = { sql: 'NULL', kind: 'null', constant: null };

/**
 * A literal. Empty text is NULL, as Oracle has it.
 *
 * @throws {SuiteqlRejection} Oracle has no such number.
 */
export function constant(value: string | number | null): Fragment {
  if (value === null || value === '') return nullFragment;
  if (typeof value === 'string')
    return { sql: textLiteral(value), kind: 'text', constant: value, notNull: true };
  return numberConstant(storedOrRefused(() => storeDouble(value)));
}

/**
 * A number as it is written.
 *
 * @throws {SuiteqlRejection} Oracle has no such number.
 */
export function numberLiteral(written: string): Fragment | undefined {
  const stored = storedOrRefused(() => {
    const decimal: Decimal | undefined = parseDecimal(written);
    return decimal === undefined ? undefined : storeDecimal(decimal);
  });
  return stored === undefined ? undefined : numberConstant(stored);
}

function numberConstant(value: StoredNumber): Fragment {
  if (typeof value !== 'number') {
    const isWhole = !plainNumber(value).includes('.');
    return { sql: bytesLiteral(value), kind: isWhole ? 'int' : 'num', wide: true, notNull: true };
  }
  return {
    sql: value < 0 ? `(${value})` : String(value),
    // Integers that SQLite computes with are exact.
    kind: Number.isSafeInteger(value) ? 'int' : 'num',
    constant: value,
    bound: Math.abs(value),
    notNull: true,
  };
}

function bytesLiteral(bytes: Uint8Array): string {
  return `X'${Buffer.from(bytes).toString('hex')}'`;
}

function storedOrRefused<T>(store: () => T): T {
  try {
    return store();
  } catch (error) {
    if (error instanceof RangeError) throw unsupported(error.message, error);
    throw error;
  }
}

export function dateConstant(seconds: number, kind: 'date' | 'datetime'): Fragment {
  return { sql: String(seconds), kind, constant: seconds, notNull: true };
}

/** The only place where text from outside becomes SQL. */
export function textLiteral(value: string): string {
  return value
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join('||char(0)||');
}

export function isMoment({ kind }: Fragment): boolean {
  return kind === 'date' || kind === 'datetime';
}

/** Whether the value is a number by its nature: ids are too, though some of them are text. */
export function isNumeric({ kind }: Fragment): boolean {
  return kind === 'int' || kind === 'num' || isId(kind);
}

export function isId(kind: ValueKind): boolean {
  return kind === 'id' || kind.startsWith('ref:');
}

export function isText({ kind }: Fragment): boolean {
  return kind === 'text' || kind === 'bool' || kind.startsWith('multi:');
}

/** The value in a form that SQLite orders as Oracle orders the value. */
export function sortable({ sql, wide }: Fragment): string {
  return wide === true ? `sw_key(${sql})` : sql;
}
