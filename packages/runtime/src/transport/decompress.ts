import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** The text of a body, which NetSuite compresses with gzip; null where the compression is broken. */
export async function decompress(bytes: Buffer, encoding: string | undefined): Promise<string | null> {
  const isCompressed = bytes.length > 0 && (encoding === 'gzip' || encoding === 'x-gzip');
  if (!isCompressed) return bytes.toString('utf8');
  try {
    return (await inflate(bytes)).toString('utf8');
  } catch {
    return null;
  }
}
