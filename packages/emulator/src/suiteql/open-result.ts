import { type Catalog, check, parse, type Query, SuiteqlError } from '@suitewright/suiteql';
import type { Database, QueryResult } from 'node-sqlite3-wasm';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { finalizeStatement } from '../database/finalize-statement.js';
import { type PrintedRow, rowPrinter } from './print-row.js';
import { SuiteqlRejection, unsupported } from './rejection.js';
import type { OpenResult } from './result.js';
import { moreDigits } from './sqlite/number-functions.js';
import type { ParameterValue, StatementDigits } from './translate/context.js';
import { type TranslatedStatement, translateStatement } from './translate/translate.js';

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
  const translateFor = (digits: StatementDigits): TranslatedStatement =>
    translateStatement(query, { parameters, digits }, database);
  const translated = translateFor('few');
  refuseMistakes(query, database.catalog);
  const { volatile } = translated;
  let running = start(database, translated);
  const pages = new Map<string, readonly PrintedRow[]>();
  let position = 0;
  let total: number | undefined;
  // One row ahead, to know whether the end is reached.
  let ahead: QueryResult | undefined;

  /** Where a number turns out to have too many digits, the statement begins anew, and goes to where it was. */
  const withDigits = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (running.digits === 'many' || !isForWantOfDigits(error)) throw refusalOf(error);
    }
    running.close();
    running = start(database, translateFor('many'));
    return refusing(() => {
      for (let rows = position + (ahead === undefined ? 0 : 1); rows > 0; rows--) running.iterator.next();
      return run();
    });
  };
  const advance = (): QueryResult | undefined => {
    const row = ahead;
    const next = withDigits(() => running.iterator.next());
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
      if (row !== undefined) rows.push(refusing(() => running.print(row)));
    }
    pages.set(key, rows);
    const [oldest] = pages.keys();
    if (pages.size > pagesKept && oldest !== undefined) pages.delete(oldest);
    return rows;
  };
  try {
    advance();
  } catch (error) {
    running.close();
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
      total ??= withDigits(() => countRows(database.sqlite, running.sql));
      return total;
    },
    close: () => running.close(),
  };
}

interface RunningStatement {
  readonly sql: string;
  readonly digits: StatementDigits;
  readonly iterator: Iterator<QueryResult>;
  readonly print: (row: QueryResult) => PrintedRow;
  readonly close: () => void;
}

function start(
  { sqlite, dateFormat }: EmulatorDatabase,
  { sql, digits, columns }: TranslatedStatement,
): RunningStatement {
  const statement = refusing(() => sqlite.prepare(sql));
  return {
    sql,
    digits,
    iterator: statement.iterate(),
    print: rowPrinter(columns, dateFormat),
    close: () => finalizeStatement(statement),
  };
}

/** A number has more digits than the statement was translated for; SQLite says so of sums of whole numbers. */
function isForWantOfDigits(error: unknown): boolean {
  return (
    error instanceof Error && (error.message.includes(moreDigits) || error.message === 'integer overflow')
  );
}

function pageKey(offset: number, limit: number): string {
  return `${offset}+${limit}`;
}

function countRows(sqlite: Database, sql: string): number {
  const row = sqlite.get(`SELECT count(*) AS total FROM (${sql})`);
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

function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What SQLite refuses, or a function of ours while it runs, is a refused statement. */
function refusalOf(error: unknown): unknown {
  if (error instanceof SuiteqlRejection || !(error instanceof Error)) return error;
  return unsupported(error.message.replace(/^RangeError: /, ''), error);
}
