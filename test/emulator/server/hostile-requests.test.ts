import { once } from 'node:events';
import { connect } from 'node:net';
import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query, sign } from '../signing.js';

const emulator = await startEmulator({
  seed: { tables: { subsidiary: [{ id: 1, name: 'Parent' }], customer: [{ id: 1, companyname: 'Acme' }] } },
});
afterAll(() => emulator.close());

const suiteql = '/services/rest/query/v1/suiteql';
const customers = '/services/rest/record/v1/customer';
const token = '/services/rest/auth/oauth2/v1/token';
const mebibyte = 2 ** 20;

interface ErrorBody {
  readonly 'o:errorDetails': readonly [Readonly<Record<string, string>>];
}

async function detailOf(response: Response): Promise<Readonly<Record<string, string>>> {
  return ((await response.json()) as ErrorBody)['o:errorDetails'][0];
}

/** Sends bytes as they are until the emulator hangs up or the answer's head is there. */
async function raw(head: readonly string[], chunk: Buffer, chunks: number): Promise<string> {
  const socket = connect(emulator.port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  socket.write(`${[...head, `host: 127.0.0.1:${emulator.port}`].join('\r\n')}\r\n\r\n`);
  for (let sent = 0; sent < chunks && !socket.destroyed && !received.includes('\r\n\r\n'); sent += 1) {
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), closed]).catch(() => {});
    await new Promise(setImmediate);
  }
  while (!received.includes('\r\n\r\n') && !socket.destroyed)
    await new Promise((done) => setTimeout(done, 5));
  socket.destroy();
  return received.slice(0, received.indexOf('\r\n'));
}

async function stillServes(): Promise<void> {
  expect((await call(emulator, `${customers}/1`)).status).toBe(200);
  expect((await query(emulator, 'SELECT id FROM customer')).status).toBe(200);
}

describe('a body that is too long', () => {
  const zeros = Buffer.alloc(mebibyte);

  it.each([suiteql, customers, token, '/nothing'])(
    'is refused by its declared length before a login is asked for and anything is read: %s',
    async (path) => {
      const head = [`POST ${path} HTTP/1.1`, 'content-length: 2254857830'];
      expect(await raw(head, zeros, 1)).toBe('HTTP/1.1 413 Payload Too Large');
    },
  );

  it.each([
    ['of a statement', suiteql, 11 * mebibyte],
    ['of a record', customers, 11 * mebibyte],
    ['of a token request', token, mebibyte],
  ])('is read no further where no length was declared: %s', async (_title, path, bytes) => {
    const url = `${emulator.url}${path}`;
    let pulled = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += mebibyte;
        controller.enqueue(new Uint8Array(mebibyte));
      },
    });
    const headers = { authorization: sign(emulator, { url, method: 'POST' }), prefer: 'transient' };
    const init: RequestInit = { method: 'POST', headers, body, duplex: 'half' };
    const response = await emulator.handle(new Request(url, init));
    expect(response.status).toBe(413);
    expect(await detailOf(response)).toMatchObject({ 'o:errorCode': 'INVALID_REQUEST' });
    expect(pulled).toBeLessThanOrEqual(bytes + mebibyte);
  });

  it('that comes in chunks without a login is not read at all', async () => {
    const head = [`POST ${suiteql} HTTP/1.1`, 'transfer-encoding: chunked'];
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), zeros, Buffer.from('\r\n')]);
    expect(await raw(head, chunk, 2000)).toBe('HTTP/1.1 401 Unauthorized');
  });

  it('many times at once leaves the emulator at work', async () => {
    const head = [`POST ${customers} HTTP/1.1`, 'content-length: 2254857830'];
    const answers = await Promise.all(Array.from({ length: 50 }, () => raw(head, zeros, 4)));
    // A connection that is cut while the client sends may take the answer with it.
    expect(answers).toContain('HTTP/1.1 413 Payload Too Large');
    await stillServes();
  });
});

describe('a request that is shaped to do harm', () => {
  const deep = (open: string, close: string): string => open.repeat(200_000) + close.repeat(200_000);

  it.each([
    ['lists in lists', `{"q":"SELECT 1","params":${deep('[', ']')}}`],
    ['objects in objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['lists without an end', '['.repeat(1_000_000)],
    ['quotes and backslashes', `{"q":${'"\\'.repeat(1_000_000)}`],
  ])('is refused as malformed: %s', async (_title, body) => {
    for (const path of [suiteql, customers]) {
      const response = await call(emulator, path, { method: 'POST', headers: { prefer: 'transient' }, body });
      expect(response.status).toBe(400);
      expect(await detailOf(response)).toMatchObject({ 'o:errorCode': 'INVALID_REQUEST' });
    }
  });

  it('does not count brackets within texts', async () => {
    const body = JSON.stringify({ q: `SELECT '${'['.repeat(300)}"{{' AS x FROM customer` });
    const response = await call(emulator, suiteql, {
      method: 'POST',
      headers: { prefer: 'transient' },
      body,
    });
    expect(await response.json()).toMatchObject({ items: [{ x: `${'['.repeat(300)}"{{` }] });
  });

  it('is refused for 100,000 parameters in its URL, and served with 100,000 in its body', async () => {
    const search = `?${Array.from({ length: 100_000 }, (_, index) => `p${index}=1`).join('&')}`;
    expect((await query(emulator, 'SELECT id FROM customer', search)).status).toBe(414);
    const q = `SELECT id FROM customer WHERE ${Array(100_000).fill('id = ?').join(' OR ')}`;
    const params = Array.from({ length: 100_000 }, (_, index) => String(index));
    const body = JSON.stringify({ q, params });
    const response = await call(emulator, suiteql, {
      method: 'POST',
      headers: { prefer: 'transient' },
      body,
    });
    expect(await response.json()).toMatchObject({ items: [{ id: '1' }], totalResults: 1 });
  });

  it('gets a short error for a long name, and leaves a short line in the log', async () => {
    const response = await query(emulator, `SELECT ${'x'.repeat(1_000_000)} FROM customer`);
    expect((await response.text()).length).toBeLessThan(5000);
    expect(emulator.log.at(-1)?.reason.length).toBeLessThan(5000);
    const subsidiary = { id: '1' };
    const body = JSON.stringify({ companyName: 'A', subsidiary, [`é${'y'.repeat(100_000)}`]: 1 });
    const created = await call(emulator, customers, { method: 'POST', body });
    expect(created.status).toBe(204);
    expect(created.headers.get('x-netsuite-propertyvalidation')).toMatch(/^\?y{4000,4100}$/);
  });

  it('has numbers that are read in linear time', async () => {
    const creditLimit = `${'1'.repeat(2_000_000)}x`;
    const body = JSON.stringify({ companyName: 'A', subsidiary: { id: '1' }, creditLimit });
    expect((await call(emulator, customers, { method: 'POST', body })).status).toBe(400);
  });

  it('has no more lines than can be written in a moment', async () => {
    const items = Array.from({ length: 500_000 }, () => ({}));
    const body = JSON.stringify({ entity: { id: '1' }, subsidiary: { id: '1' }, item: { items } });
    const response = await call(emulator, '/services/rest/record/v1/salesOrder', { method: 'POST', body });
    expect(response.status).toBe(400);
    expect((await detailOf(response)).detail).toContain('item has 500000 items. The maximum is 10000.');
  });

  it('has headers that end', async () => {
    const head = [
      'GET / HTTP/1.1',
      ...Array.from({ length: 5000 }, (_, index) => `x-${index}: ${'a'.repeat(50)}`),
    ];
    expect(await raw(head, Buffer.alloc(0), 0)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    await stillServes();
  });
});
