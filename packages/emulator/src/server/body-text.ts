import type { Context } from 'hono';
import { contentTooLarge } from './refusals.js';

/**
 * The text of a request's body, which is read no further than it may be long.
 *
 * @throws {Refusal} It is longer.
 */
export async function bodyText({ req }: Context, maximumBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of req.raw.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw contentTooLarge(maximumBytes);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
