import { expect, test } from 'vitest';
import { answerJson, connectTo, startServer } from '../local-server.js';

const path = '/services/rest/record/v1/customer/10';

test.each<[string, unknown, string]>([
  ['a path alone', path, `request: '${path}' cannot stand here. Give an object of options.`],
  ['null', null, 'request: null cannot stand here'],
  ['no method', { path }, 'request: give its method and path'],
  ['no path', { method: 'GET' }, 'request: give its method and path'],
  [
    'a method in small letters',
    { method: 'get', path },
    "request: method: 'get' cannot stand here. Give 'GET' or",
  ],
  ['an address', { method: 'GET', path: new URL('https://x.test/') }, 'request: path: an instance of URL'],
  [
    'an unknown name',
    { method: 'GET', path, params: { fields: 'id' } },
    "request: 'params' is not an argument",
  ],
  [
    'a query as a text',
    { method: 'GET', path, query: 'fields=id' },
    "request: query: 'fields=id' cannot stand here",
  ],
  [
    'a query as search parameters',
    { method: 'GET', path, query: new URLSearchParams('fields=id') },
    'request: query: an',
  ],
  ['a query as a map', { method: 'GET', path, query: new Map() }, 'request: query: an instance of Map'],
  ['null in a query', { method: 'GET', path, query: { fields: null } }, "request: query: 'fields' is null"],
  ['NaN in a query', { method: 'GET', path, query: { limit: Number.NaN } }, "request: query: 'limit' is NaN"],
  [
    'an array in a query',
    { method: 'GET', path, query: { fields: ['id'] } },
    "request: query: 'fields' is an array",
  ],
  [
    'a date in a query',
    { method: 'GET', path, query: { day: new Date() } },
    "query: 'day' is an instance of Date",
  ],
  [
    'headers of fetch',
    { method: 'GET', path, headers: new Headers({ prefer: 'x' }) },
    'headers: an instance of Headers',
  ],
  ['headers as pairs', { method: 'GET', path, headers: [['prefer', 'x']] }, 'headers: an array'],
  ['a header that is none', { method: 'GET', path, headers: { prefer: undefined } }, 'headers: an object'],
  ['a text for repeatable', { method: 'DELETE', path, repeatable: 'no' }, "repeatable: 'no'"],
  ['a priority that does not exist', { method: 'GET', path, priority: 'high' }, "priority: 'high'"],
  ['a signal that is none', { method: 'GET', path, signal: {} }, 'signal: an object'],
  [
    'a time limit that does not exist',
    { method: 'GET', path, timeouts: { header: 5 } },
    "timeouts: 'header' is not",
  ],
  [
    'a time limit that is none',
    { method: 'GET', path, timeouts: { headersMs: Number.NaN } },
    'headersMs: NaN',
  ],
])('a request refuses %s', async (_title, request, message) => {
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  await using connection = connectTo(server);
  const refusal = await connection.request(request as never).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(TypeError);
  expect((refusal as TypeError).message).toContain(message);
  expect(server.requests).toHaveLength(0);
});
