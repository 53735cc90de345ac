import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault } from './fault.js';

/** Sends a response over its socket, damaged as the fault says. */
export async function sendDamaged(
  response: Response,
  outgoing: ServerResponse,
  fault: Extract<Fault, { readonly at: number }>,
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
      const isBroken = fault.kind === 'broken';
      outgoing.write(bytes.subarray(0, end), () => {
        if (isBroken) outgoing.destroy();
      });
      // Nothing was written, and the callback does not come: the headers alone have to go.
      if (end === 0) outgoing.flushHeaders();
      if (isBroken && end === 0) outgoing.destroy();
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
