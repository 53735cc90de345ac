import { type ServerResponse, STATUS_CODES } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault } from './fault.js';

/** What becomes of the body of an answer. */
export type Damage = Extract<Fault, { readonly at?: number }> & { readonly at: number };

/** A reset overtakes the bytes that were sent before it, unless it gives them this long. */
const arrivalMs = 5;

/** Sends a response over its socket, damaged as the fault says: its body, or its head where it has none. */
export async function sendDamaged(
  response: Response,
  outgoing: ServerResponse,
  fault: Damage,
): Promise<Response> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  if (bytes.length === 0) {
    sendDamagedHead(headOf(response), outgoing, fault);
    return RESPONSE_ALREADY_SENT;
  }
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

function sendDamagedHead(head: Buffer, { socket }: ServerResponse, { kind, at }: Damage): void {
  const beginning = head.subarray(0, Math.floor((head.length - 1) * at));
  switch (kind) {
    case 'cut':
      socket?.end(beginning);
      break;
    case 'corrupt':
      // What is no HTTP at all: other bytes of a head may be others without anybody noticing.
      socket?.end(corrupted(head, 0));
      break;
    case 'broken':
      socket?.write(beginning, () => socket.destroy());
      break;
    case 'reset':
      socket?.write(beginning, () => setTimeout(() => socket.resetAndDestroy(), arrivalMs));
      break;
    default:
      socket?.write(beginning);
  }
}

function headOf({ status, headers }: Response): Buffer {
  const fields = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join('')}\r\n`, 'latin1');
}

/** A few bytes in a row are others. */
function corrupted(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = at; index < Math.min(copy.length, at + 8); index += 1) {
    copy[index] = (copy[index] ?? 0) ^ 0xff;
  }
  return copy;
}
