import { MalformedResponseError } from '../errors/network-error.js';
import { deepestLevel } from '../parse-json.js';
import type { RawResponse } from './send.js';

/** The error of a success that was not parsed because of its depth. @param request As the message names it. */
export function tooDeepAnswer(request: string, { status, operationId }: RawResponse): MalformedResponseError {
  return new MalformedResponseError(
    `${request} answered ${status} with JSON that is nested more than ${deepestLevel} levels deep. ` +
      'Check that the base URL is a NetSuite REST host.',
    { status, operationId, isPermanent: true },
  );
}
