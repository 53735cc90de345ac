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
  probes: ReadonlyMap<string, Promise<TableObservation>>,
): Promise<boolean | null> {
  for (const name of [...preferredTables, ...probes.keys()]) {
    const observation = await probes.get(name);
    if (observation?.accepted.includes('id')) return takesParameters(source, name);
  }
  return null;
}

async function takesParameters(source: AnswerSource, table: string): Promise<boolean> {
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
