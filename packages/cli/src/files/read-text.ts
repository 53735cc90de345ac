import { readFile } from 'node:fs/promises';
import { CommandError } from '../command-error.js';
import { describeFileProblem, isFileError } from './file-problem.js';

export interface TextFile {
  /** What it is, such as `seed file`. */
  readonly what: string;
  /** A sentence that says what to do where it cannot be read. */
  readonly wayOut: string;
}

/**
 * Reads a UTF-8 file, without its byte order mark.
 *
 * @throws {CommandError} It cannot be read, or is in another encoding.
 */
export async function readText(file: string, { what, wayOut }: TextFile): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (!isFileError(error)) throw error;
    throw new CommandError(`The ${what} ${file} cannot be read: ${describeFileProblem(error)}. ${wayOut}`, {
      cause: error,
    });
  });
  return decodeText(bytes, `The ${what} ${file}`).replace(/^\ufeff/, '');
}

/**
 * The text of UTF-8 bytes; a byte order mark stays.
 *
 * @param subject What they are, to begin a sentence with.
 * @throws {CommandError} They are in another encoding.
 */
export function decodeText(bytes: Uint8Array, subject: string): string {
  if (isUtf16(bytes)) {
    throw new CommandError(
      `${subject} is in UTF-16, as PowerShell's > writes it. Save it as UTF-8 (in PowerShell: Out-File -Encoding utf8).`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new CommandError(`${subject} is not in UTF-8. Save it as UTF-8.`, { cause: error });
  }
}

/** By its byte order mark or, without one, by the zero bytes that every other place of plain text has then. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const beginning = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) * 4 > beginning.length && Math.min(even, odd) === 0;
}
