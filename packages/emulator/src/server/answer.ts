import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface AnswerOptions {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request's Accept-Encoding. */
  readonly acceptEncoding: string | undefined;
}

const compress = promisify(gzip);

// Every captured response has these (2026-03, real account).
const commonHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'No-Cache',
  expires: '0',
  pragma: 'No-Cache',
  'strict-transport-security': 'max-age=31536000',
  vary: 'User-Agent, Accept-Encoding',
  'x-content-type-options': 'nosniff',
};

/** A response with NetSuite's headers, compressed where the client takes gzip. */
export async function answer(options: AnswerOptions): Promise<Response> {
  const { status, contentType, body, acceptEncoding } = options;
  const headers: Record<string, string> = {
    ...commonHeaders,
    'x-n-operationid': randomUUID(),
    'x-netsuite-jobid': randomUUID(),
    ...options.headers,
  };
  if (contentType !== null) headers['content-type'] = contentType;
  if (body === null) return new Response(null, { status, headers });
  const bytes = Buffer.from(body, 'utf8');
  if (!takesGzip(acceptEncoding)) {
    headers['content-length'] = String(bytes.length);
    return new Response(bytes, { status, headers });
  }
  const compressed = await compress(bytes, { level: 1 });
  headers['content-encoding'] = 'gzip';
  headers['content-length'] = String(compressed.length);
  return new Response(new Uint8Array(compressed), { status, headers });
}

function takesGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  return acceptEncoding
    .split(',')
    .some((coding) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));
}
