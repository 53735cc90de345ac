import { startEmulator } from '@suitewright/emulator';
import { introspect, normalize } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import type { SchemaDocument } from '@suitewright/schema';

/** The schema of the emulator's demo account, as introspection finds it. */
export async function demoSchema(): Promise<SchemaDocument> {
  // The schema does not depend on the rows, so few will do.
  const emulator = await startEmulator({ rows: 100 });
  const connection = createConnection({ environment: emulator.environment() });
  try {
    return normalize(await introspect(connection, { timeZone: 'America/Los_Angeles' }));
  } finally {
    await connection.close();
    await emulator.close();
  }
}
