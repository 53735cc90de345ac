import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault } from './fault.js';

/** What becomes of the body of an answer. */
export type Damage = Extract<Fault, { readonly at?: number }> & { readonly at: number };

/** A reset overtakes the bytes that were sent before it, unless it gives them this long. */
const arrivalMs = 5;

/** Sends a response over its socket, damaged as the fault says. */
export async function sendDamaged(
  response: Response,
  outgoing: ServerResponse,
  fault: Damage,
): Promise<Response> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const end = Math.min(bytes.length - 1, Math.floor(bytes.length * fault.at));
  switch (fault.kind) {
    case 'cut':
      outgoing.writeHead(response.status, { ...headers, 'content-length': String(end) });
      outgoing.end(bytes.subarray(0, end));
      break;
    case 'corrupt':
      outgoing.writeHead(response.status, { ...headers, 'content-length': String(bytes.length) });
      outgoing.end(corrupted(bytes, end));
      break;
    default: {
      outgoing.writeHead(response.status, { ...headers, 'content-length': String(bytes.length) });
      const breakOff = (): void => {
        if (fault.kind === 'broken') outgoing.destroy();
        if (fault.kind === 'reset') setTimeout(() => outgoing.socket?.resetAndDestroy(), arrivalMs);
      };
      if (end > 0) outgoing.write(bytes.subarray(0, end), breakOff);
      else {
        // The headers alone have to go.
        outgoing.flushHeaders();
        breakOff();
      }
    }
  }
  return RESPONSE_ALREADY_SENT;
}

/** A few bytes in a row are others. */
function corrupted(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = at; index < Math.min(copy.length, at + 8); index += 1) {
    copy[index] = (copy[index] ?? 0) ^ 0xff;
  }
  return copy;
}
