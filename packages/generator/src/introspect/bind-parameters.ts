import type { AnswerSource } from './answer-source.js';
import type { TableObservation } from './raw-metadata.js';
import { suiteqlPath } from './suiteql-path.js';

/** Small tables first. */
const preferredTables = ['currency', 'subsidiary', 'department', 'location', 'term', 'employee', 'customer'];

/**
 * Whether the query service takes `params`: documented, but unknown to older accounts and clients.
 * Null where no table is known on which to try.
 */
export async function detectBindParameters(
  source: AnswerSource,
  tables: ReadonlyMap<string, TableObservation>,
): Promise<boolean | null> {
  const table = [...preferredTables, ...tables.keys()].find((name) =>
    tables.get(name)?.accepted.includes('id'),
  );
  if (table === undefined) return null;
  const statement = `SELECT ${table}.id FROM ${table} WHERE ${table}.id = ?`;
  const answer = await source.answer('bind-parameters', {
    method: 'POST',
    path: suiteqlPath,
    query: { limit: 1, offset: 0 },
    headers: { prefer: 'transient' },
    body: { q: statement, params: ['0'] },
    repeatable: true,
    statement,
    withoutRows: true,
  });
  return answer.ok;
}
