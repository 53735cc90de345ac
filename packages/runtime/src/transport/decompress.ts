import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** The text of a body. NetSuite compresses with gzip where the client takes it. */
export async function decompress(bytes: Buffer, encoding: string | undefined): Promise<string> {
  const compressed = bytes.length > 0 && (encoding === 'gzip' || encoding === 'x-gzip');
  return (compressed ? await inflate(bytes) : bytes).toString('utf8');
}
