import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  AuthenticationError,
  MalformedResponseError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitedError,
  RequestRejectedError,
  ResponseError,
  ServerFailedError,
} from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { responseError } from '../../../packages/runtime/src/transport/response-error.js';
import { answerJson, bearer, connectTo, errorBody, type Handler, startServer } from '../local-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const once = { attempts: 1 };

async function failureOf(handler: Handler): Promise<unknown> {
  await using server = await startServer(handler);
  await using connection = connectTo(server, { retry: once });
  return connection.request(get).then(
    () => null,
    (error: unknown) => error,
  );
}

test('sends and receives JSON, compressed where the server does so', async () => {
  const body = { id: '7', companyName: 'Zoë & Søn' };
  await using server = await startServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'application/vnd.oracle.resource+json; type=singular; charset=UTF-8',
      'content-encoding': 'gzip',
      'x-n-operationid': '9ac7dc0f',
    });
    response.end(gzipSync(JSON.stringify(body)));
  });
  await using connection = connectTo(server);
  const answer = await connection.request({
    method: 'PATCH',
    path: '/services/rest/record/v1/customer/7',
    query: { replace: 'item', expand: undefined },
    headers: { 'X-NetSuite-PropertyNameValidation': 'Error' },
    body: { companyName: 'Zoë & Søn' },
  });
  expect(answer).toMatchObject({ status: 200, body, operationId: '9ac7dc0f' });
  expect(server.requests[0]).toMatchObject({
    method: 'PATCH',
    url: '/services/rest/record/v1/customer/7?replace=item',
    body: '{"companyName":"Zoë & Søn"}',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'content-type': 'application/json',
      'x-netsuite-propertynamevalidation': 'Error',
      authorization: 'Bearer canary-access-token',
    },
  });
});

test('gives undefined for an empty body, and the headers', async () => {
  const location = 'https://1234567.suitetalk.api.netsuite.com/services/rest/record/v1/customer/8';
  await using server = await startServer((_, response) => response.writeHead(204, { location }).end());
  await using connection = connectTo(server);
  const answer = await connection.request({
    method: 'POST',
    path: '/services/rest/record/v1/customer',
    body: {},
  });
  expect(answer).toMatchObject({ status: 204, body: undefined, headers: { location }, operationId: null });
});

// Bodies: captured answers and https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156570709583.html
test.each([
  [401, 'INVALID_LOGIN', 'Invalid login attempt.', AuthenticationError, 'View Login Audit Trail'],
  [
    403,
    'INSUFFICIENT_PERMISSION',
    'The account record is only available …',
    PermissionDeniedError,
    'Manage Roles',
  ],
  [400, 'INSUFFICIENT_PERMISSION', 'Permission Violation: You need …', PermissionDeniedError, 'Manage Roles'],
  [
    404,
    'NONEXISTENT_ID',
    'The record instance does not exist.',
    NotFoundError,
    'Check the record type and the id',
  ],
  [
    400,
    'USER_ERROR',
    'Transaction type specified is incorrect.',
    RequestRejectedError,
    'Correct the request',
  ],
  [
    429,
    'CONCURRENCY_LIMIT_EXCEEDED',
    'Concurrent request limit exceeded.',
    RateLimitedError,
    'lower `concurrency`',
  ],
  [400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request limit exceeded.', RateLimitedError, 'try later'],
  [500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: j', ServerFailedError, 'operation id'],
] as const)(
  'turns %i %s into a typed error that says what to do',
  async (status, code, detail, type, next) => {
    const error = await failureOf((_, response) =>
      answerJson(response, status, errorBody(status, code, detail), { 'x-n-operationid': 'op-1' }),
    );
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ status, errorCode: code, detail, operationId: 'op-1', path: null });
    const { message } = error as ResponseError;
    expect(message).toContain(
      `GET /services/rest/record/v1/customer/7 failed with ${status} ${code}: ${detail}`,
    );
    expect(message).toContain(next);
  },
);

test('keeps path, query parameter and every detail', async () => {
  const details = [
    { detail: 'Invalid value.', 'o:errorCode': 'INVALID_CONTENT', 'o:errorPath': 'item.items[0].item' },
    { detail: 'Invalid q.', 'o:errorCode': 'INVALID_PARAMETER', 'o:errorQueryParam': 'q' },
  ];
  const error = await failureOf((_, response) =>
    answerJson(response, 400, { title: 'Bad Request', status: 400, 'o:errorDetails': details }),
  );
  expect(error).toMatchObject({
    path: 'item.items[0].item',
    detail: 'Invalid value. Invalid q.',
    details: [
      { errorCode: 'INVALID_CONTENT', path: 'item.items[0].item', queryParameter: null },
      { errorCode: 'INVALID_PARAMETER', path: null, queryParameter: 'q' },
    ],
  });
  expect((error as Error).message).toContain('(at item.items[0].item)');
});

test.each([
  ['HTML', '<html><title>Notice</title></html>', 'text/html'],
  ['an empty body', '', 'text/plain'],
  ['cut JSON', '{"o:errorDetails":[{"det', 'application/json'],
  ['JSON of another shape', '[null]', 'application/json'],
  ['details of another shape', '{"o:errorDetails":[null,{"detail":5}]}', 'application/json'],
])('reads a refusal with %s', async (_, body, type) => {
  const error = await failureOf((__, response) =>
    response.writeHead(403, { 'content-type': type }).end(body),
  );
  expect(error).toBeInstanceOf(PermissionDeniedError);
  expect(error).toMatchObject({ status: 403, detail: '', errorCode: null });
  expect((error as Error).message).toContain('The answer gave no reason. Give the role the permission');
});

test.each([
  ['HTML', '<html>\r\n  <title>Notice</title>\u0007 Down', '<html> <title>Notice</title> Down'],
  ['plain text', ` upstream ${'x'.repeat(600)}`, `upstream ${'x'.repeat(491)}`],
  ['JSON of another shape', '{"message":"Forbidden"}', '{"message":"Forbidden"}'],
  ['an emoji on the edge', `${'x'.repeat(499)}😀`, 'x'.repeat(499)],
  ['no body', '', null],
  ["NetSuite's form", JSON.stringify(errorBody(403, 'X', 'No.')), null],
])('carries the beginning of a refusal that is not in NetSuite’s form: %s', async (_, body, bodyExcerpt) => {
  const error = await failureOf((__, response) => response.writeHead(403).end(body));
  expect(error).toMatchObject({ bodyExcerpt });
});

test('an excerpt shows no credential, and nothing of an answer that may hold a new token', async () => {
  await using echoing = await startServer((request, response) => {
    response.writeHead(502).end(`<html>${'x'.repeat(480)}${request.headers.authorization}`);
  });
  await using connection = connectTo(echoing, { retry: once });
  const error: unknown = await connection.request(get).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ bodyExcerpt: expect.stringContaining('<html>xxx') });
  expect(inspect(error)).not.toMatch(/canary/);

  const request = { method: 'POST', resource: '/token', signIn: true };
  const answer = (text: string) =>
    responseError(request, { status: 500, headers: {}, text, operationId: null }, 0, (body) => body);
  expect(answer('<h1>Bad Gateway</h1>').bodyExcerpt).toBe('<h1>Bad Gateway</h1>');
  for (const text of [
    '{"access_token":"canary"}',
    'x refresh_token=canary',
    '{"token":"canary"',
    '"canary"',
  ]) {
    expect(answer(text).bodyExcerpt).toBeNull();
  }
});

test.each([
  ['HTML', '<html>', {}],
  ['cut JSON', '{"a":', {}],
  ['broken gzip', 'no gzip', { 'content-encoding': 'gzip' }],
])('a success with %s is no success', async (_, body, headers) => {
  const error = await failureOf((__, response) => response.writeHead(200, { ...headers }).end(body));
  expect(error).toBeInstanceOf(MalformedResponseError);
  expect((error as Error).message).not.toContain('<html>');
});

test('does not follow a redirect, so that credentials stay with their host', async () => {
  await using other = await startServer((_, response) => answerJson(response, 200, {}));
  const error = await failureOf((_, response) =>
    response.writeHead(302, { location: `${other.url}/x` }).end(),
  );
  expect(error).toBeInstanceOf(RequestRejectedError);
  expect((error as Error).message).toContain('check the account id and the base URL');
  expect(other.requests).toHaveLength(0);
});

test.each([
  '/app/login',
  'services/rest/x',
  '/services/rest/../../app',
  '/services/rest',
  '//evil.example/services/rest/',
])('refuses the path %s, which is not below /services/rest/', async (path) => {
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  await using connection = connectTo(server);
  await expect(connection.request({ method: 'GET', path })).rejects.toThrow(TypeError);
  expect(server.requests).toHaveLength(0);
});

test('no error shows a credential, not even one that the server repeats', async () => {
  const echo: Handler = ({ headers }, response, index) =>
    answerJson(
      response,
      [400, 401, 429, 500][index % 4] ?? 400,
      errorBody(400, 'X', String(headers.authorization)),
    );
  await using server = await startServer(echo);
  await using connection = connectTo(server, { retry: once });
  for (const request of [get, get, get, get]) {
    const error: unknown = await connection.request(request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(bearer.accessToken);
    expect(JSON.stringify(error)).not.toContain(bearer.accessToken);
  }
  expect(inspect(connection, { depth: 20, showHidden: true })).not.toContain(bearer.accessToken);
});
