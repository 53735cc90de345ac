import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { deflateRawSync, gzipSync } from 'node:zlib';
import {
  ConfigurationError,
  type ConnectionOptions,
  MalformedResponseError,
  ResponseError,
} from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { ecKeys, pem } from '../keys.js';
import { answerJson, connectTo, type Handler, startServer, testClock } from '../local-server.js';
import { startRawServer } from '../raw-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const mebibyte = 2 ** 20;
const once = { attempts: 1 };

/** 2 MB that inflate to 2 GiB: gzip's members follow each other in one body. */
const member = gzipSync(Buffer.alloc(64 * mebibyte, ' '));
const bomb = Buffer.concat(Array.from({ length: 32 }, () => member));

async function failureOf(handler: Handler, options: ConnectionOptions = {}): Promise<unknown> {
  await using server = await startServer(handler);
  await using connection = connectTo(server, { retry: once, ...options });
  return connection.request(get).then(
    () => null,
    (error: unknown) => error,
  );
}

/** Below the bound of a refusal as it comes. */
const smallBomb = Buffer.concat(Array.from({ length: 8 }, () => member));

const explode =
  (status: number, bytes: Buffer = bomb): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-encoding': 'gzip' }).end(bytes);

test.each([200, 401, 403, 429, 503])(
  'stops inflating an answer of %i at the bound, and says which option it is',
  async (status) => {
    const before = process.memoryUsage().rss;
    const error = await failureOf(explode(status));
    expect(error).toBeInstanceOf(MalformedResponseError);
    expect(error).toMatchObject({ status });
    const bound = status === 200 ? 64 * mebibyte : mebibyte;
    expect((error as Error).message).toContain(`more than ${bound} bytes`);
    expect((error as Error).message).toContain('maximumResponseBytes');
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * mebibyte);
  },
);

test('stops inflating a refusal that comes within the bound', async () => {
  const error = await failureOf(explode(503, smallBomb));
  expect(error).toBeInstanceOf(MalformedResponseError);
  expect((error as Error).message).toContain(`more than ${mebibyte} bytes, inflated`);
});

test('bounds what the token endpoint answers, a success or not', async () => {
  const privateKey = pem(ecKeys().privateKey);
  const auth = { method: 'oauth2', clientId: 'c', certificateId: 'k', privateKey } as const;
  for (const status of [200, 401, 503]) {
    const error = await failureOf(explode(status), { auth });
    expect(error).toBeInstanceOf(MalformedResponseError);
    expect((error as Error).message).toContain(`more than ${mebibyte} bytes`);
  }
});

test("does without the account's limit where the answer with it is too long", async () => {
  await using server = await startServer((request, response, index) =>
    request.url.endsWith('/governanceLimits')
      ? explode(200)(request, response, index)
      : answerJson(response, 200, {}),
  );
  await using connection = connectTo(server, {
    ...{ concurrency: 'account', maximumResponseBytes: mebibyte },
    ...{ clock: testClock(), retry: { attempts: 2 } },
  });
  await expect(connection.request(get)).resolves.toMatchObject({ status: 200 });
});

test('stops reading an uncompressed answer at the bound', async () => {
  let sent = 0;
  await using server = await startRawServer(async (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n');
    const piece = Buffer.alloc(mebibyte, 'x');
    while (!socket.destroyed && sent < 2000) {
      sent += 1;
      if (!socket.write(piece)) await delay(1);
    }
  });
  await using connection = connectTo(
    { ...server, requests: [] },
    {
      retry: once,
      maximumResponseBytes: 8 * mebibyte,
    },
  );
  await expect(connection.request(get)).rejects.toThrow(
    /more than 8388608 bytes, the most that maximumResponseBytes allows/,
  );
  expect(sent).toBeLessThan(1000);
});

test('reads an answer of exactly the bound, compressed or not', async () => {
  const text = JSON.stringify('x'.repeat(1000));
  await using server = await startServer((_, response, index) =>
    index === 0
      ? response.writeHead(200).end(text)
      : response.writeHead(200, { 'content-encoding': 'GZIP' }).end(gzipSync(text)),
  );
  await using connection = connectTo(server, { retry: once, maximumResponseBytes: text.length });
  for (let request = 0; request < 2; request += 1) {
    await expect(connection.request(get)).resolves.toMatchObject({ body: 'x'.repeat(1000) });
  }
  await using tight = connectTo(server, { retry: once, maximumResponseBytes: text.length - 1 });
  await expect(tight.request(get)).rejects.toThrow(MalformedResponseError);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 40])('refuses a bound of %d', async (maximumResponseBytes) => {
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  expect(() => connectTo(server, { maximumResponseBytes })).toThrow(ConfigurationError);
  expect(() => connectTo(server, { maximumResponseBytes })).toThrow('maximumResponseBytes');
});

const long = 'long '.repeat(100_000);

test.each<[string, object]>([
  ['a detail', { 'o:errorDetails': [{ detail: long }] }],
  ['a code', { 'o:errorDetails': [{ detail: 'd', 'o:errorCode': long }] }],
  ['a path', { 'o:errorDetails': [{ detail: 'd', 'o:errorPath': long, 'o:errorQueryParam': long }] }],
  ['many details', { 'o:errorDetails': Array.from({ length: 9000 }, () => ({ detail: 'No. '.repeat(20) })) }],
  ['an OAuth error', { error: long, error_description: long }],
  ['a title', { title: long, 'o:errorCode': long }],
  ['a form of its own', { message: long }],
])('an error stays short where the answer has a long text in %s', async (_, body) => {
  const error = await failureOf((__, response) => answerJson(response, 400, body));
  expect(error).toBeInstanceOf(ResponseError);
  expect((error as Error).message.length).toBeLessThan(6000);
  expect(inspect(error, { depth: 9, maxStringLength: null, maxArrayLength: null }).length).toBeLessThan(
    40_000,
  );
});

test('an operation id and a content type of any length do not make a message long', async () => {
  // A dispatcher of the caller's may take longer headers than undici.
  const body = (async function* () {
    yield Buffer.from('<html>');
  })();
  const headers = { 'x-n-operationid': 'o'.repeat(10 * mebibyte), 'content-type': 't'.repeat(10 * mebibyte) };
  for (const statusCode of [200, 400]) {
    const dispatcher = { request: async () => ({ statusCode, headers, body }), close: async () => {} };
    const error = await failureOf(() => {}, { dispatcher });
    expect((error as Error).message.length).toBeLessThan(2000);
    expect(String((error as MalformedResponseError).operationId).length).toBeLessThan(200);
  }
});

test.each([
  ['a lone continuation byte', Buffer.from([0x22, 0x80, 0x22])],
  ['a cut character', Buffer.from([0x22, 0xc3, 0x22])],
  ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['ISO 8859-1', Buffer.from('"Zoë"', 'latin1')],
])('does not replace what is not UTF-8, but takes the answer for broken: %s', async (_, bytes) => {
  for (const [headers, sent] of [
    [{}, bytes],
    [{ 'content-encoding': 'gzip' }, gzipSync(bytes)],
  ] as const) {
    const error = await failureOf((__, response) => response.writeHead(200, headers).end(sent));
    expect(error).toBeInstanceOf(MalformedResponseError);
    expect((error as Error).message).toContain('not valid UTF-8');
  }
});

test('reads UTF-8 with a byte order mark; a refusal that is not UTF-8 stays what it is', async () => {
  await using server = await startServer((_, response, index) =>
    index === 0
      ? response.writeHead(200).end('\ufeff{"name":"Zoë"}')
      : response.writeHead(403).end(Buffer.from('{"title":"Zoë"}', 'latin1')),
  );
  await using connection = connectTo(server, { retry: once });
  await expect(connection.request(get)).resolves.toMatchObject({ body: { name: 'Zoë' } });
  await expect(connection.request(get)).rejects.toMatchObject({ name: 'PermissionDeniedError', status: 403 });
});

test('names an encoding that it did not ask for as what is wrong', async () => {
  const bytes = deflateRawSync('{}');
  const error = await failureOf((_, response) =>
    response.writeHead(200, { 'content-encoding': 'deflate' }).end(bytes),
  );
  expect(error).toBeInstanceOf(MalformedResponseError);
  expect((error as Error).message).toContain('an encoding that was not asked for');
});

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{"ok":true}';

test.each<[string, readonly string[]]>([
  ['100 Continue', ['HTTP/1.1 100 Continue\r\n\r\n', ok]],
  ['100 Continue in the same packet', [`HTTP/1.1 100 Continue\r\n\r\n${ok}`]],
  [
    '100 Continue with headers, in small pieces',
    ['HTTP/1.', '1 100 Cont', 'inue\r\nserver: x\r', '\n\r', '\n', ok],
  ],
  ['100 Continue twice', ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 \r\n\r\n', ok]],
  ['103 Early Hints', ['HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', ok]],
  ['102 and 100', ['HTTP/1.1 102 Processing\r\n\r\n', 'HTTP/1.1 100 Continue\r\n\r\n', ok]],
])('reads the answer behind %s, on a socket that is used again', async (_, pieces) => {
  await using server = await startRawServer(async (socket) => {
    for (const piece of pieces) {
      socket.write(piece);
      await delay(5);
    }
  });
  await using connection = connectTo({ ...server, requests: [] }, { retry: once, concurrency: 1 });
  for (let request = 0; request < 3; request += 1) {
    const answer = connection.request({ ...get, method: 'POST', body: { a: 1 } });
    await expect(answer).resolves.toMatchObject({ body: { ok: true } });
  }
});

test('leaves a body alone that begins like 100 Continue', async () => {
  const text = '"HTTP/1.1 100 Continue\\r\\n\\r\\n"';
  await using server = await startRawServer(async (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n"`);
    await delay(20);
    socket.write(text.slice(1));
  });
  await using connection = connectTo({ ...server, requests: [] }, { retry: once });
  await expect(connection.request(get)).resolves.toMatchObject({ body: 'HTTP/1.1 100 Continue\r\n\r\n' });
});

test.each([
  ['that repeats the credentials of the request over and over', 'test-access-token'.repeat(60_000)],
  ['of backslashes', '\\'.repeat(mebibyte - 1)],
])('reads a refusal %s in linear time', async (_, body) => {
  const auth = { method: 'bearer', accessToken: 'test-access-token' } as const;
  const error = await failureOf((_request, response) => response.writeHead(400).end(body), { auth });
  expect(error).toBeInstanceOf(ResponseError);
  expect((error as ResponseError).bodyExcerpt).not.toContain('test-access-token');
});

test('tells how a success begins that is not JSON, and nothing of one that begins as JSON', async () => {
  const ended = '<html>\n<title>Maintenance</title> canary-access-token </html>';
  expect(await failureOf((_, response) => response.end(ended))).toMatchObject({
    ...{ name: 'MalformedResponseError', status: 200 },
    bodyExcerpt: '<html> <title>Maintenance</title> [credential removed] </html>',
  });
  expect(await failureOf((_, response) => response.end(' {"items": [{"email": "private@exam'))).toMatchObject(
    {
      ...{ name: 'MalformedResponseError', bodyExcerpt: null },
    },
  );
});

const abyss = '['.repeat(500_000);

test('takes a success nested too deep for broken without parsing it, and does not ask again', async () => {
  await using server = await startServer((_, response) => response.end(`{"items":${abyss}`));
  await using connection = connectTo(server, { clock: testClock() });
  for (const request of [get, { ...get, method: 'POST', repeatable: true } as const]) {
    const error: unknown = await connection.request(request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MalformedResponseError);
    expect(error).toMatchObject({ status: 200, isPermanent: true, bodyExcerpt: null });
    expect((error as Error).message).toContain('nested more than 200 levels deep');
  }
  expect(server.requests).toHaveLength(2);

  const write = { ...get, method: 'PATCH', body: {} } as const;
  await expect(connection.request(write)).rejects.toMatchObject({
    ...{ name: 'OutcomeUnknownError', cause: { name: 'MalformedResponseError', isPermanent: true } },
  });
  expect(server.requests).toHaveLength(3);
});

test('a refusal nested too deep stays what it is by its status, without details', async () => {
  const body = `{"title":"canary","o:errorDetails":${'['.repeat(300)}${']'.repeat(300)}}`;
  const error = await failureOf((_, response) => response.writeHead(403).end(body));
  expect(error).toMatchObject({ name: 'PermissionDeniedError', status: 403, details: [] });
});

test('takes a token nested too deep for broken, and does not ask again', async () => {
  const privateKey = pem(ecKeys().privateKey);
  const auth = { method: 'oauth2', clientId: 'c', certificateId: 'k', privateKey } as const;
  await using server = await startServer((_, response) =>
    response.end(`{"access_token":"t","token_type":"bearer","more":${abyss}`),
  );
  await using connection = connectTo(server, { auth, clock: testClock() });
  await expect(connection.request(get)).rejects.toMatchObject({
    ...{ name: 'MalformedResponseError', isPermanent: true },
  });
  expect(server.requests).toHaveLength(1);
});

test("does without the account's limit where the answer with it is nested too deep", async () => {
  await using server = await startServer((request, response) =>
    response.end(request.url.endsWith('/governanceLimits') ? abyss : '{}'),
  );
  await using connection = connectTo(server, { concurrency: 'account', clock: testClock() });
  await expect(connection.request(get)).resolves.toMatchObject({ body: {} });
  expect(server.requests).toHaveLength(2);
});

test('asks again for a page of HTML, however many brackets it holds', async () => {
  await using server = await startServer((_, response, index) =>
    response.end(index === 0 ? `<script>${abyss}` : '{}'),
  );
  await using connection = connectTo(server, { clock: testClock() });
  await expect(connection.request(get)).resolves.toMatchObject({ body: {} });
});
