import type { Connection } from '../connection.js';
import type { RecordKey, RecordOperations } from './operations.js';

/** The implementation behind every {@link RecordOperations}; the types are the interface's business. */
export function createOperations(
  connection: Connection,
  recordOf: () => Promise<string>,
): RecordOperations<unknown, unknown> {
  const path = async (key: RecordKey): Promise<string> => `${await collection()}/${keySegment(key)}`;
  const collection = async (): Promise<string> =>
    `/services/rest/record/v1/${encodeURIComponent(await recordOf())}`;

  return {
    async get(key, { expandSubResources = false, signal } = {}) {
      const query = expandSubResources ? { expandSubResources: true } : {};
      const { body } = await connection.request({ method: 'GET', path: await path(key), query, signal });
      return body as never;
    },
    async create(body, { signal } = {}) {
      const { headers } = await connection.request({
        method: 'POST',
        path: await collection(),
        body,
        signal,
      });
      return createdId(headers.location);
    },
    async update(key, body, { signal } = {}) {
      await connection.request({ method: 'PATCH', path: await path(key), body, signal });
    },
    async upsert(externalId, body, { signal } = {}) {
      // PUT by external id leaves the same record whether it runs once or twice.
      await connection.request({
        method: 'PUT',
        path: await path({ externalId }),
        body,
        repeatable: true,
        signal,
      });
    },
    async delete(key, { signal } = {}) {
      await connection.request({ method: 'DELETE', path: await path(key), signal });
    },
  };
}

function keySegment(key: RecordKey): string {
  if (typeof key === 'object') return `eid:${externalIdSegment(key.externalId)}`;
  const id = String(key);
  if (!/^-?\d+$/.test(id)) {
    throw new TypeError(`'${id}' is not an internal id. Give its digits, or { externalId: '…' }.`);
  }
  return id;
}

/** @see SuiteTalk REST guide, "Using External IDs": letters, digits, `_` and `-` only. */
function externalIdSegment(externalId: string): string {
  if (/^[\w-]+$/.test(externalId)) return externalId;
  throw new TypeError(
    `'${externalId}' cannot be used as an external id in REST. Use letters, digits, '_' and '-'.`,
  );
}

/** The new record's id is the end of the Location header. */
function createdId(location: string | undefined): string {
  const id = /\/(-?\d+)\/?$/.exec(location ?? '')?.[1];
  if (id !== undefined) return id;
  throw new TypeError(
    'NetSuite created the record, but its answer does not tell the id (no Location header). Look it up by its fields before creating it again.',
  );
}
