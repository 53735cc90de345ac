import { createHash } from 'node:crypto';
import type { AnswerSource } from './answer-source.js';
import { type QueryRefusal, readQueryRefusal } from './query-refusal.js';
import type { ColumnObservation, TableObservation } from './raw-metadata.js';
import { suiteqlPath } from './suiteql-path.js';

/** After so many named columns in a row the rest is halved, so that the halves go on at the same time. */
const strikesBeforeHalving = 8;

/**
 * Finds out which columns of a table a query may use, with one query where all of them are taken. A
 * refusal that names a column strikes it and asks again; one that names nothing halves the columns.
 */
export async function probeTable(
  source: AnswerSource,
  table: string,
  columns: readonly string[],
): Promise<TableObservation> {
  const possible = columns.filter(isName);
  if (!isName(table) || possible.length === 0) return null;
  const probe: Probe = { source, table };
  const first = await ask(probe, possible);
  if (first?.cause === 'table') return null;
  // Before anything is halved: a table that cannot be asked at all would cost two requests a column.
  if (first?.cause === 'unnamed' && (await ask(probe, [])) !== null) return null;
  const accepted = new Set(await acceptedOf(probe, possible, first));
  return { accepted: [...accepted], refused: possible.filter((column) => !accepted.has(column)) };
}

interface Probe {
  readonly source: AnswerSource;
  readonly table: string;
}

/** The columns out of `columns` that the table takes, where the query for all of them met `refusal`. */
async function acceptedOf(
  probe: Probe,
  columns: readonly string[],
  refusal: QueryRefusal | null,
): Promise<ColumnObservation['accepted']> {
  let left = columns;
  let latest = refusal;
  for (let strikes = 0; latest?.cause === 'column' && strikes < strikesBeforeHalving; strikes += 1) {
    const struck = latest.column;
    if (!left.includes(struck)) break;
    left = left.filter((column) => column !== struck);
    if (left.length === 0) return [];
    latest = await ask(probe, left);
  }
  if (latest === null) return left;
  if (left.length === 1) return [];
  const middle = Math.ceil(left.length / 2);
  const halves = [left.slice(0, middle), left.slice(middle)];
  const found = await Promise.all(
    halves.map(async (half) => acceptedOf(probe, half, await ask(probe, half))),
  );
  return found.flat();
}

/** Null: the query was taken. */
async function ask({ source, table }: Probe, columns: readonly string[]): Promise<QueryRefusal | null> {
  // One row, since no source says that a condition which is never true is taken. It is not kept.
  const selected =
    columns.length === 0 ? '1 AS answer' : columns.map((column) => `${table}.${column}`).join(', ');
  const statement = `SELECT ${selected} FROM ${table} FETCH FIRST 1 ROWS ONLY`;
  const answer = await source.answer(`tables/${table}-${digest(statement)}`, {
    method: 'POST',
    path: suiteqlPath,
    query: { limit: 1, offset: 0 },
    headers: { prefer: 'transient' },
    body: { q: statement },
    repeatable: true,
    statement,
    withoutRows: true,
  });
  return answer.ok ? null : readQueryRefusal(answer.detail);
}

function digest(statement: string): string {
  return createHash('sha256').update(statement).digest('hex').slice(0, 12);
}

/** Names go into a statement as they are, so only those that cannot be anything else do. */
function isName(name: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(name);
}
