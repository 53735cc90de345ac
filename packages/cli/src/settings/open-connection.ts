import { type Connection, createConnection } from '@suitewright/runtime';
import { withEnvironment } from './read-environment.js';

/**
 * Connects to the account of the environment.
 *
 * @throws {CommandError} Variables are missing or contradict each other.
 */
export function openConnection(envFile: string | undefined): Promise<Connection> {
  return withEnvironment(envFile, (environment) => createConnection({ environment }));
}
