import { TooManyResultsError } from '../errors/too-many-results-error.js';
import { ownProperty } from '../own-property.js';
import type { SuiteqlClient } from '../paging/suiteql-client.js';
import type { CompiledColumn } from '../query/compile.js';
import { readPlan } from '../query/read-plan.js';
import { readParts } from '../query/read-rows.js';
import type { WireRow } from '../statement.js';
import { compileList, type ListContext } from './compile-list.js';
import { readWindow } from './read-window.js';
import { rowDecoder } from './row-shape.js';
import type { ListPlan } from './select-plan.js';

/** What it takes to read the rows of relations. */
export interface RelatedReader extends ListContext {
  readonly suiteql: SuiteqlClient;
  readonly signal: AbortSignal | undefined;
}

/** Rows of one part of a result, as they came and as objects. */
export interface ReadPart {
  readonly columns: readonly CompiledColumn[];
  readonly wires: readonly WireRow[];
  readonly rows: readonly Record<string, unknown>[];
}

/** So many keys go into one statement: what IN takes. */
const PARENTS = 1000;

/**
 * Gives the rows of a part their lists: for each relation, one statement for every thousand different keys in the part,
 * whatever the number of rows.
 */
export async function attachLists(
  lists: readonly ListPlan[],
  part: ReadPart,
  reader: RelatedReader,
): Promise<void> {
  await Promise.all(lists.map((list) => attachList(list, part, reader)));
}

type Row = Record<string, unknown>;

async function attachList(list: ListPlan, part: ReadPart, reader: RelatedReader): Promise<void> {
  const aliases = list.keyIndexes.map((index) => (part.columns[index] as CompiledColumn).alias);
  const listsOf = new Map<string, Row[][]>();
  const firstKeys = new Set<string>();
  part.rows.forEach((row, index) => {
    const owner = ownerOf(row, list.path);
    if (owner === null) return;
    const related: Row[] = [];
    ownProperty(owner, list.field, related);
    const wire = part.wires[index] as WireRow;
    const key = keyOf(wire, aliases);
    if (key === null) return;
    firstKeys.add(String(wire[aliases[0] as string]));
    const known = listsOf.get(key);
    if (known === undefined) listsOf.set(key, [related]);
    else known.push(related);
  });
  const keys = [...firstKeys];
  const reads: Promise<void>[] = [];
  for (let start = 0; start < keys.length; start += PARENTS) {
    const read = readRelated(list, keys.slice(start, start + PARENTS), reader);
    reads.push(
      read.then((found) => {
        for (const { key, row } of found) for (const related of listsOf.get(key) ?? []) related.push(row);
      }),
    );
  }
  await Promise.all(reads);
}

/** The object within a row that has the relation; null where a relation on the way leads to nothing. */
function ownerOf(row: Row, path: readonly string[]): Row | null {
  let owner: Row | null = row;
  // The path was planned together with the shape: each step is a row or null.
  for (const field of path) owner = (owner?.[field] ?? null) as Row | null;
  return owner;
}

function keyOf(wire: WireRow, aliases: readonly string[]): string | null {
  let key = '';
  for (const alias of aliases) {
    const value = wire[alias];
    if (value === undefined || value === null) return null;
    key += `${String(value)}\n`;
  }
  return key;
}

interface RelatedRow {
  readonly key: string;
  readonly row: Row;
}

async function readRelated(
  list: ListPlan,
  keys: readonly string[],
  reader: RelatedReader,
): Promise<readonly RelatedRow[]> {
  try {
    return await readOnce(list, keys, reader);
  } catch (error) {
    // Fewer keys have fewer rows. A single key with that many has no way round.
    if (!(error instanceof TooManyResultsError) || keys.length === 1) throw error;
    const middle = Math.ceil(keys.length / 2);
    const first = await readRelated(list, keys.slice(0, middle), reader);
    return [...first, ...(await readRelated(list, keys.slice(middle), reader))];
  }
}

async function readOnce(
  list: ListPlan,
  keys: readonly string[],
  reader: RelatedReader,
): Promise<readonly RelatedRow[]> {
  const { codec, suiteql, signal } = reader;
  const { plan, query, compiled, isCut } = compileList(
    list,
    ({ kind }) => keys.map((value) => ({ type: 'parameter', value, kind })),
    reader,
  );
  const { columns } = compiled;
  const decode = rowDecoder(plan.shape, columns, codec);
  const aliases = plan.keyIndexes.map((index) => (columns[index] as CompiledColumn).alias);
  const parts = isCut
    ? readWindow(suiteql, compiled, { signal })
    : readParts(suiteql, readPlan(query, compiled, codec), signal);
  const found: RelatedRow[] = [];
  for await (const wires of parts) {
    const rows = wires.map(decode);
    await attachLists(plan.lists, { columns, wires, rows }, reader);
    wires.forEach((wire, index) => {
      const key = keyOf(wire, aliases);
      if (key !== null) found.push({ key, row: rows[index] as Row });
    });
  }
  return found;
}
