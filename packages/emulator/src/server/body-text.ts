import type { Context } from 'hono';
import { contentTooLarge } from './refusals.js';

/** A body can be read once: what was read is kept as long as its request. */
const texts = new WeakMap<Request, Promise<string>>();

/**
 * The text of a request's body, which is read no further than it may be long. Of a request that was read before, it is
 * the same text, whatever the bound.
 *
 * @throws {Refusal} It is longer.
 */
export function bodyText({ req }: Context, maximumBytes: number): Promise<string> {
  const known = texts.get(req.raw);
  if (known !== undefined) return known;
  const text = readText(req.raw, maximumBytes);
  texts.set(req.raw, text);
  return text;
}

async function readText(request: Request, maximumBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw contentTooLarge(maximumBytes);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
