import { PGlite } from '@electric-sql/pglite';
import type { EmulatorDatabase } from '../../../../packages/emulator/src/database/emulator-database.js';
import { openSeed } from '../small-account.js';

export const kinds = ['number', 'text', 'date'] as const;

export type Kind = (typeof kinds)[number];

type Value = string | number | null;

export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: Kind])[];
  readonly rows: readonly (readonly Value[])[];
}

/** Few values, so that they repeat and meet; NULL in every column but the key. */
export const tables: readonly Table[] = [
  {
    name: 'person',
    columns: [
      ['id', 'number'],
      ['boss', 'number'],
      ['age', 'number'],
      ['rate', 'number'],
      ['surname', 'text'],
      ['born', 'date'],
    ],
    rows: [
      [1, null, 40, 12.5, 'Adams', '1986-01-31'],
      [2, 1, 31, 0.1, 'baker', '1995-02-28'],
      [3, 1, null, 0.2, 'Clark', '1996-02-29'],
      [4, 2, 40, -3.75, 'Adams', null],
      [5, 9, 0, null, null, '2000-12-31'],
      [6, 3, -5, 99.99, 'de_Vries', '2001-01-01'],
    ],
  },
  {
    name: 'sale',
    columns: [
      ['id', 'number'],
      ['person', 'number'],
      ['quantity', 'number'],
      ['amount', 'number'],
      ['note', 'text'],
      ['sold', 'date'],
    ],
    rows: [
      [1, 1, 2, 10.1, 'first', '2026-01-31'],
      [2, 1, null, 20.2, null, '2026-02-28'],
      [3, 2, 1, -0.3, 'a%b', '2024-02-29'],
      [4, null, 3, 0.7, 'Second', null],
      [5, 3, 2, null, 'first', '2026-03-08'],
      [6, 9, 0, 33.33, 'a_b', '2025-12-29'],
      [7, 4, -1, 10.1, '  spaced ', '2026-01-31'],
      [8, 2, 2, 0.05, 'B', '2026-08-16'],
      [9, 1, 7, 1.15, 'first', '2023-01-01'],
    ],
  },
];

const emulatorKinds = { number: 'num', text: 'text', date: 'date' } as const;
const postgresTypes = { number: 'numeric', text: 'text COLLATE "C"', date: 'date' } as const;

export function openEmulator(): EmulatorDatabase {
  return openSeed({
    custom: Object.fromEntries(
      tables.map(({ name, columns }) => {
        const kinds = columns.map(([column, kind]) => [column, column === 'id' ? 'id' : emulatorKinds[kind]]);
        return [name, { columns: Object.fromEntries(kinds) }];
      }),
    ),
    tables: Object.fromEntries(
      tables.map(({ name, columns, rows }) => [
        name,
        rows.map((row) => Object.fromEntries(row.map((value, index) => [columns[index]?.[0], value]))),
      ]),
    ),
  });
}

export async function openPostgres(): Promise<PGlite> {
  const postgres = new PGlite();
  for (const { name, columns, rows } of tables) {
    const definitions = columns.map(([column, kind]) => `${column} ${postgresTypes[kind]}`);
    await postgres.exec(`CREATE TABLE ${name} (${definitions.join(', ')})`);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    for (const row of rows) await postgres.query(`INSERT INTO ${name} VALUES (${places})`, [...row]);
  }
  return postgres;
}
