import {
  checkOptions,
  choiceOption,
  functionOption,
  type OptionCheck,
  objectOption,
  priorityOption,
  signalOption,
  textOption,
} from '../check-options.js';
import { isRowCount } from '../query/row-count.js';
import { showValue } from '../show-value.js';
import type { Statement } from '../statement.js';
import type { RangeQuery } from './key-range.js';

const rowCount: OptionCheck = { check: isRowCount, wanted: 'a whole number, 0 or more' };
const texts: OptionCheck = {
  check: (value) => Array.isArray(value) && Array.from(value).every((each) => typeof each === 'string'),
  wanted: 'an array of strings',
};
const position: OptionCheck = {
  check: (value) => value === null || Number.isSafeInteger(value),
  wanted: 'a whole number, or null for the beginning',
};

// Limits and offsets are checked with the page that they belong to.
const read = { limit: null, priority: priorityOption, signal: signalOption } as const;
const byOffset = {
  ...read,
  whenChanged: choiceOption('fail', 'read on'),
  expectedRows: rowCount,
  first: objectOption,
  columns: texts,
} as const;

/** The options of the calls that read. */
const known = {
  page: { ...read, offset: null, caller: objectOption },
  pages: byOffset,
  stream: byOffset,
  all: byOffset,
  ranges: { ...read, resume: textOption, decode: functionOption },
  rangePages: { ...read, after: position, first: objectOption },
} as const;

/** @throws {TypeError} An option does not exist, or has a value that it does not take. */
export function checkReadOptions(call: keyof typeof known, options: unknown): void {
  checkOptions(options, { place: `suiteql.${call}`, known: known[call] });
}

/** @throws {TypeError} It is not a statement. */
export function checkStatement(call: keyof typeof known, given: unknown): asserts given is Statement {
  const { text, parameters } = (given ?? {}) as Partial<Statement>;
  if (typeof given === 'object' && typeof text === 'string' && Array.isArray(parameters)) return;
  throw new TypeError(
    `suiteql.${call}: ${showValue(given)} is not a statement. Give { text: 'SELECT …', parameters: [] }, with a value for each ? of the text.`,
  );
}

/** @throws {TypeError} It is not a query that can be read in ranges. */
export function checkRangeQuery(call: keyof typeof known, given: unknown): void {
  const { key, order = 'ASC', statement } = (given ?? {}) as Partial<RangeQuery>;
  const isOrder = order === 'ASC' || order === 'DESC';
  if (typeof given === 'object' && typeof key === 'string' && typeof statement === 'function' && isOrder) {
    return;
  }
  throw new TypeError(
    `suiteql.${call}: ${showValue(given)} is not a query to read in ranges. Give { key: 'id', order: 'ASC' or 'DESC', statement: (range) => … }.`,
  );
}
