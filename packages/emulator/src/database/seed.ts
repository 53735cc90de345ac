import type { ColumnKind } from '@suitewright/schema';
import * as z from 'zod';
import type { RowBatch, RowValue } from './row.js';
import { SeedError } from './seed-error.js';

const columnKind = z
  .string()
  .regex(
    /^(id|text|int|num|bool|date|datetime|(ref|multi):[a-z][a-z0-9_]*)$/,
    'is no column kind. Use id, text, int, num, bool, date, datetime, ref:TABLE or multi:TABLE.',
  )
  // The expression above admits exactly the vocabulary, which the type cannot see.
  .transform((kind) => kind as ColumnKind);

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'is no name. Use letters, digits and _, beginning with a letter.');

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);

const seedForm = z.strictObject({
  tables: z.record(z.string(), z.array(z.record(z.string(), value))).default({}),
  custom: z
    .record(name, z.strictObject({ label: z.string().optional(), columns: z.record(name, columnKind) }))
    .default({}),
});

/**
 * Data of the user's own, in place of the demo rows.
 *
 * `tables`: rows by table. Dates are ISO text, wall clock time of the account; a number for an id is
 * that id. `custom`: columns that are added to tables, and tables that are added, with column kinds.
 */
export interface Seed {
  readonly tables: Readonly<Record<string, readonly SeedRow[]>>;
  readonly custom: Readonly<Record<string, SeedTable>>;
}

export type SeedRow = Readonly<Record<string, RowValue>>;

export interface SeedTable {
  readonly label?: string | undefined;
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/**
 * Checks the form of a seed. Whether its tables and columns exist is found when it is loaded.
 *
 * @param json A parsed seed file, or an object of the same form.
 * @throws {SeedError} The form is wrong; the message names the first place that is.
 */
export function parseSeed(json: unknown): Seed {
  const result = seedForm.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'seed' : placeOf(issue.path);
  // A key that is no name: what is wrong with it is one level down.
  const message = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
  throw new SeedError(place, message ?? 'it is not of the form { "tables": { … }, "custom": { … } }.');
}

/**
 * A seed's rows as batches to load. A row without an id gets one: one more than the highest of its table.
 *
 * @param primaryKeyOf The primary key of a table, by the table's name in lower case.
 */
export function* seedBatches(
  seed: Seed,
  primaryKeyOf: (table: string) => string | null | undefined,
): Generator<RowBatch> {
  for (const [table, rows] of Object.entries(seed.tables)) {
    const key = primaryKeyOf(table.toLowerCase());
    yield { table, rows: key === null || key === undefined ? rows : withKeys(rows, key) };
  }
}

function withKeys(rows: readonly SeedRow[], key: string): readonly SeedRow[] {
  const keyOf = (row: SeedRow): RowValue => {
    const written = Object.keys(row).find((name) => name.toLowerCase() === key);
    return written === undefined ? null : (row[written] ?? null);
  };
  let next = 1 + rows.reduce((highest, row) => Math.max(highest, Number(keyOf(row)) || 0), 0);
  return rows.map((row) => {
    if (keyOf(row) !== null) return row;
    const others = Object.entries(row).filter(([name]) => name.toLowerCase() !== key);
    return { [key]: next++, ...Object.fromEntries(others) };
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join('');
}
