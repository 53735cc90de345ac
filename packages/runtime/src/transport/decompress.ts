import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** What became of a body: its bytes, or why there are none. */
export type Decompressed =
  | { readonly bytes: Buffer; readonly problem?: undefined }
  | { readonly bytes?: undefined; readonly problem: 'too long' | 'broken' | 'unknown encoding' };

/** Inflates a body that is compressed with gzip, as NetSuite's are, and stops at a number of bytes. */
export async function decompress(
  bytes: Buffer,
  encoding: string | undefined,
  maximumBytes: number,
): Promise<Decompressed> {
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (bytes.length === 0 || name === 'identity' || name === '') return { bytes };
  if (name !== 'gzip' && name !== 'x-gzip') return { problem: 'unknown encoding' };
  try {
    return { bytes: await inflate(bytes, { maxOutputLength: maximumBytes }) };
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { problem: isTooLong ? 'too long' : 'broken' };
  }
}
