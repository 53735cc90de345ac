import { showValue } from '../show-value.js';
import type { Statement } from '../statement.js';

/** Which rows a request asks for, by their key, and in which order. */
export interface KeyRange {
  /** Keys above this one. Null: from the smallest on. */
  readonly above: number | null;
  /** Keys up to this one, it included. Null: to the greatest. */
  readonly upTo: number | null;
  readonly order: 'ASC' | 'DESC';
}

/** A query that can be read in ranges of a key, past NetSuite's limit of 100,000 results. */
export interface RangeQuery {
  /**
   * The column of the result with the key, in lower case. It holds a whole number in every row, and is unique, or at
   * least never the same in more rows than a page has.
   */
  readonly key: string;
  /** Default 'ASC'. */
  readonly order?: 'ASC' | 'DESC';
  /** The statement of the rows in a range, sorted by the key alone, in the order that the range says. */
  statement(range: KeyRange): Statement;
}

const COLUMN = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?$/i;

/**
 * The condition of a range as SuiteQL text, for statements written by hand: `t.id > 5 AND t.id <= 9`, or `1 = 1`.
 *
 * @param column The key as the statement names it: `id`, `t.id`.
 * @throws {TypeError} It is no such name; or a bound is no whole number.
 */
export function keyCondition(column: string, range: KeyRange): string {
  if (typeof column !== 'string' || !COLUMN.test(column)) {
    throw new TypeError(
      `keyCondition: ${showValue(column)} is not a column. Give its name, such as 'id' or 't.id'.`,
    );
  }
  if (typeof range !== 'object' || range === null) {
    throw new TypeError(`keyCondition: ${showValue(range)} is not a range of keys.`);
  }
  const { above, upTo } = range;
  const conditions: string[] = [];
  if (above !== null) conditions.push(`${column} > ${checkedKey(above, 'above')}`);
  if (upTo !== null) conditions.push(`${column} <= ${checkedKey(upTo, 'upTo')}`);
  return conditions.length === 0 ? '1 = 1' : conditions.join(' AND ');
}

function checkedKey(key: number, name: 'above' | 'upTo'): number {
  if (Number.isSafeInteger(key)) return key;
  throw new TypeError(
    `keyCondition: ${name} is ${showValue(key)}. Give a whole number, or null for no bound.`,
  );
}
