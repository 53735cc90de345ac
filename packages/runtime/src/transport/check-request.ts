import {
  booleanOption,
  checkOptions,
  choiceOption,
  functionOption,
  type OptionCheck,
  objectOption,
  plainObjectOption,
  priorityOption,
  signalOption,
  textOption,
} from '../check-options.js';
import { isPlainObject, showValue } from '../show-value.js';
import { isParameter } from './address.js';
import type { RestRequest } from './rest.js';

const milliseconds: OptionCheck = {
  check: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  wanted: 'a number of milliseconds from 0',
};

const headers: OptionCheck = {
  check: (value) => isPlainObject(value) && Object.values(value).every((each) => typeof each === 'string'),
  wanted: 'a plain object of strings',
};

const known: Readonly<Record<keyof RestRequest, OptionCheck | null>> = {
  method: choiceOption('GET', 'POST', 'PATCH', 'PUT', 'DELETE'),
  path: textOption,
  query: plainObjectOption,
  headers,
  body: null,
  repeatable: booleanOption,
  statement: textOption,
  priority: priorityOption,
  caller: objectOption,
  check: functionOption,
  signal: signalOption,
  timeouts: plainObjectOption,
};

/** @throws {TypeError} The request has a property that does not exist, or a value that cannot be sent as it is. */
export function checkRequest(request: unknown): asserts request is RestRequest {
  checkOptions(request, { place: 'request', known });
  const { method, path, query = {}, timeouts = {} } = request as RestRequest;
  if (method === undefined || path === undefined) {
    throw new TypeError(
      "request: give its method and path, such as { method: 'GET', path: '/services/rest/…' }.",
    );
  }
  checkOptions(timeouts, {
    place: 'request: timeouts',
    known: { headersMs: milliseconds, bodyMs: milliseconds },
  });
  for (const [name, value] of Object.entries<unknown>(query)) {
    if (value === undefined || isParameter(value)) continue;
    throw new TypeError(
      `request: query: ${showValue(name)} is ${showValue(value)}. Give a string, a finite number or a boolean, or leave it out.`,
    );
  }
}
