import type { Statement } from 'node-sqlite3-wasm';

/** Gives a statement back. SQLite repeats the error of its last run here, which was thrown when it happened. */
export function finalizeStatement(statement: Statement): void {
  try {
    statement.finalize();
  } catch {
    // Thrown before.
  }
}
