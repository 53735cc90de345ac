import type { Connection } from '../connection.js';
import { MissingIdError } from '../errors/missing-id-error.js';
import { MalformedResponseError } from '../errors/network-error.js';
import type { RestRequest, RestResponse } from '../transport/rest.js';
import { checkBody, checkGetOptions, checkRequestOptions, checkWriteOptions } from './check-request.js';
import { isRepeatable } from './is-repeatable.js';
import type { RecordOperations } from './operations.js';
import { externalIdSegment, idInLocation, keySegment } from './record-path.js';

/**
 * The implementation behind every {@link RecordOperations}; the types are the interface's business.
 *
 * @param model The name in the client, for messages.
 */
export function createOperations(
  connection: Connection,
  model: string,
  recordOf: () => Promise<string>,
): RecordOperations<unknown, unknown> {
  const collection = async (): Promise<string> =>
    `/services/rest/record/v1/${encodeURIComponent(await recordOf())}`;
  const instance = async (segment: string): Promise<string> => `${await collection()}/${segment}`;

  /** Sends a write whose answer tells the record's id. */
  async function writtenId(request: RestRequest): Promise<string> {
    const { headers, status, operationId } = await connection.request(request);
    const id = idInLocation(headers.location ?? '', await collection());
    if (id !== null) return id;
    throw new MissingIdError({ method: request.method, resource: request.path, status, operationId });
  }

  return {
    async get(key, options = {}) {
      const call = `${model}.get`;
      const segment = keySegment(key, call);
      checkGetOptions(options, call);
      const { expandSubResources = false, signal } = options;
      const query = expandSubResources ? { expandSubResources: true } : {};
      const path = await instance(segment);
      const { body } = await connection.request({
        method: 'GET',
        path,
        query,
        signal,
        check: checkRecord(path),
      });
      return body as never;
    },
    async create(body, options = {}) {
      const call = `${model}.create`;
      checkBody(body, call);
      checkRequestOptions(options, call);
      return writtenId({ method: 'POST', path: await collection(), body, signal: options.signal });
    },
    async update(key, body, options = {}) {
      const call = `${model}.update`;
      const segment = keySegment(key, call);
      checkBody(body, call);
      checkWriteOptions(options, call);
      const { replace = [], signal } = options;
      const path = await instance(segment);
      await connection.request({ method: 'PATCH', path, query: replaceQuery(replace), body, signal });
    },
    async upsert(externalId, body, options = {}) {
      const call = `${model}.upsert`;
      const segment = externalIdSegment(externalId, call);
      checkBody(body, call);
      checkWriteOptions(options, call);
      const { replace = [], signal } = options;
      return writtenId({
        method: 'PUT',
        path: await instance(segment),
        query: replaceQuery(replace),
        body,
        repeatable: isRepeatable(body, replace),
        signal,
      });
    },
    async delete(key, options = {}) {
      const call = `${model}.delete`;
      const segment = keySegment(key, call);
      checkRequestOptions(options, call);
      await connection.request({ method: 'DELETE', path: await instance(segment), signal: options.signal });
    },
  };
}

/** Makes sure that the answer to a read is a record. */
function checkRecord(path: string): (response: RestResponse) => void {
  return ({ body, status, operationId }) => {
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return;
    throw new MalformedResponseError(
      `GET ${path} answered ${status}, and its body is not a record. Check that the base URL is a NetSuite REST host, and try again.`,
      { status, operationId },
    );
  };
}

/** @see SuiteTalk REST guide, "Replacing Sublists": `?replace=item,salesTeam` */
function replaceQuery(replace: readonly string[]): { readonly replace?: string } {
  return replace.length === 0 ? {} : { replace: replace.join(',') };
}
