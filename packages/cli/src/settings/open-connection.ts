import { type Connection, createConnection } from '@suitewright/runtime';
import { readEnvironment } from './read-environment.js';

/**
 * Connects to the account of the environment.
 *
 * @throws {ConfigurationError} Variables are missing or contradict each other.
 */
export async function openConnection(envFile: string | undefined): Promise<Connection> {
  return createConnection({ environment: await readEnvironment(envFile) });
}
