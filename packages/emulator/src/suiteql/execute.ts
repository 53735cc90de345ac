import type { EmulatorDatabase } from '../database/emulator-database.js';
import { openResult } from './open-result.js';
import type { ParameterValue } from './translate/context.js';

export interface SuiteqlRequest {
  readonly text: string;
  /** Values of the `?` parameters, in order. */
  readonly parameters: readonly ParameterValue[];
  /** Rows to skip. */
  readonly offset: number;
  /** Rows to return at most. */
  readonly limit: number;
}

export interface SuiteqlResult {
  /** Rows of the page alone, by column in lower case, columns in alphabetical order. Null: NULL. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** Rows of all pages, uncapped. */
  readonly totalResults: number;
}

/**
 * Runs a SuiteQL statement and gives one page of its result, as NetSuite prints it.
 *
 * Results stay open between pages, so that reading one page after another computes every row once.
 *
 * @throws {SuiteqlRejection} NetSuite would refuse the statement, or the emulator does not know it.
 */
export function executeSuiteql(database: EmulatorDatabase, request: SuiteqlRequest): SuiteqlResult {
  const { text, parameters, offset, limit } = request;
  const key = JSON.stringify([text, parameters]);
  const known = database.results.find(key, database.revision);
  // A statement that asks for the time runs anew each time that it is asked for from the beginning.
  const result =
    known !== undefined && !(known.volatile && offset === 0) && known.canRead(offset, limit)
      ? known
      : database.results.keep(key, openResult(database, text, parameters));
  return { rows: result.read(offset, limit), totalResults: result.total() };
}
