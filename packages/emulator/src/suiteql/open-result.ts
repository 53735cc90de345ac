import { type Catalog, check, parse, type Query, SuiteqlError } from '@suitewright/suiteql';
import type { Database, QueryResult } from 'node-sqlite3-wasm';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { finalizeStatement } from '../database/finalize-statement.js';
import { type PrintedRow, rowPrinter } from './print-row.js';
import { SuiteqlRejection, unsupported } from './rejection.js';
import type { OpenResult } from './result.js';
import type { ParameterValue } from './translate/context.js';
import { translateStatement } from './translate/translate.js';

/** Pages that were read are kept a while: clients repeat them, and ask for several at a time. */
const pagesKept = 12;

/**
 * Translates a statement and starts it.
 *
 * @throws {SuiteqlRejection} NetSuite would refuse the statement, or the emulator does not know it.
 */
export function openResult(
  database: EmulatorDatabase,
  text: string,
  parameters: readonly ParameterValue[],
): OpenResult {
  const query = parseStatement(text);
  const { sql, columns, volatile } = translateStatement(query, parameters, database);
  refuseMistakes(query, database.catalog);
  const { sqlite } = database;
  const statement = refusing(() => sqlite.prepare(sql));
  const iterator = statement.iterate();
  const print = rowPrinter(columns, database.dateFormat);
  const pages = new Map<string, readonly PrintedRow[]>();
  let position = 0;
  let total: number | undefined;
  // One row ahead, to know whether the end is reached.
  let ahead: QueryResult | undefined;

  const advance = (): QueryResult | undefined => {
    const row = ahead;
    const next = refusing(() => iterator.next());
    ahead = next.done ? undefined : next.value;
    if (row !== undefined) position++;
    if (next.done) total ??= position;
    return row;
  };
  const readPage = (limit: number): readonly PrintedRow[] => {
    const rows: PrintedRow[] = [];
    const key = pageKey(position, limit);
    while (rows.length < limit && ahead !== undefined) {
      const row = advance();
      if (row !== undefined) rows.push(refusing(() => print(row)));
    }
    pages.set(key, rows);
    const [oldest] = pages.keys();
    if (pages.size > pagesKept && oldest !== undefined) pages.delete(oldest);
    return rows;
  };
  try {
    advance();
  } catch (error) {
    finalizeStatement(statement);
    throw error;
  }
  return {
    volatile,
    canRead: (offset, limit) => offset >= position || pages.has(pageKey(offset, limit)),
    read: (offset, limit) => {
      const known = pages.get(pageKey(offset, limit));
      if (known !== undefined) return known;
      while (position < offset - pagesKept * limit && ahead !== undefined) advance();
      // The pages in between will be asked for next, when several requests are under way.
      while (position < offset && ahead !== undefined) readPage(Math.min(limit, offset - position));
      return readPage(limit);
    },
    total: () => {
      total ??= countRows(sqlite, sql);
      return total;
    },
    close: () => finalizeStatement(statement),
  };
}

function pageKey(offset: number, limit: number): string {
  return `${offset}+${limit}`;
}

function countRows(sqlite: Database, sql: string): number {
  const row = refusing(() => sqlite.get(`SELECT count(*) AS total FROM (${sql})`));
  return Number(row?.total ?? 0);
}

function parseStatement(text: string): Query {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    throw unsupported(error.message, error);
  }
}

/** SQLite runs what Oracle refuses: a column that is not grouped by, an aggregate in WHERE. */
function refuseMistakes(query: Query, catalog: Catalog): void {
  const mistake = check(query, catalog).findings.find(({ severity }) => severity === 'error');
  if (mistake === undefined) return;
  throw unsupported([mistake.message, mistake.hint].filter((part) => part !== null).join(' '));
}

/** What SQLite refuses, or a function of ours while it runs, is a refused statement. */
function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof SuiteqlRejection || !(error instanceof Error)) throw error;
    throw unsupported(error.message.replace(/^RangeError: /, ''), error);
  }
}
