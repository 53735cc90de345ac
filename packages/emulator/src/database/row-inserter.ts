import type { Database, Statement } from 'node-sqlite3-wasm';
import { quoteName } from './create-tables.js';
import { finalizeStatement } from './finalize-statement.js';
import type { RowShape } from './row-shape.js';
import type { StoredValue } from './stored-value.js';

/** Stores rows of one table. Must be closed. */
export interface RowInserter {
  readonly insert: (shape: RowShape, values: readonly StoredValue[]) => void;
  readonly close: () => void;
}

/** What stands in the VALUES of an INSERT for a value. */
const marks = { T: "'T'", F: "'F'", bound: '?' } as const;

const statementsKept = 500;

/**
 * Handing texts to SQLite is what loading costs, and many are 'T' and 'F', in patterns that repeat. So
 * there is a statement for each pattern of those in a row, which binds the rest.
 */
export function createRowInserter(sqlite: Database, table: string): RowInserter {
  const byShape = new Map<RowShape, Map<string, Statement>>();
  let count = 0;
  const prepare = (shape: RowShape, pattern: string): Statement => {
    const names = shape.columns.map(({ name }) => quoteName(name)).join(', ');
    const values = names === '' ? 'DEFAULT VALUES' : `(${names}) VALUES (${pattern})`;
    return sqlite.prepare(`INSERT INTO ${quoteName(table)} ${values}`);
  };
  const close = (): void => {
    for (const statements of byShape.values()) {
      for (const statement of statements.values()) finalizeStatement(statement);
    }
    byShape.clear();
    count = 0;
  };
  return {
    insert: (shape, values) => {
      let statements = byShape.get(shape);
      let pattern = '';
      const bound: StoredValue[] = [];
      for (const value of values) {
        const mark = value === 'T' || value === 'F' ? marks[value] : marks.bound;
        if (mark === marks.bound) bound.push(value);
        pattern += pattern === '' ? mark : `,${mark}`;
      }
      let statement = statements?.get(pattern);
      if (statement === undefined) {
        if (count >= statementsKept) close();
        statements = byShape.get(shape) ?? new Map();
        byShape.set(shape, statements);
        statement = prepare(shape, pattern);
        statements.set(pattern, statement);
        count++;
      }
      statement.run(bound);
    },
    close,
  };
}
