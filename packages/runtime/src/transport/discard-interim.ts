import type { Duplex } from 'node:stream';

/** 101 is an answer of its own. */
const statusLine = /^HTTP\/1\.[01] 1(?!01)\d\d\b/;
const statusLineLength = 'HTTP/1.1 100 '.length;
const endOfHead = '\r\n\r\n';
/** What undici takes as the head of an answer. */
const longestHead = 16_384;

/**
 * Takes interim answers, such as "100 Continue", out of what a server sends before its answer. Some proxies send them
 * unasked, and a client "can simply discard" them; undici ends the connection for 100.
 *
 * @param socket Of a client without pipelining: what comes after a request is written is the beginning of its answer.
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2.1
 */
export function discardInterim(socket: Duplex): void {
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket) as (...written: readonly unknown[]) => boolean;
  let isBeginning = true;
  let held: Buffer = Buffer.alloc(0);

  socket.write = (...written: readonly unknown[]): boolean => {
    isBeginning = true;
    return write(...written);
  };
  socket.read = (size?: number): unknown => {
    for (;;) {
      const piece: unknown = read(size);
      if (!isBeginning || !Buffer.isBuffer(piece)) return piece;
      const rest = withoutInterim(held.length === 0 ? piece : Buffer.concat([held, piece]));
      held = rest.isOpen ? rest.bytes : Buffer.alloc(0);
      if (rest.isOpen) continue;
      isBeginning = false;
      return rest.bytes;
    }
  };
}

/** What follows, and whether it may still turn out to be an interim answer. */
function withoutInterim(bytes: Buffer): { readonly bytes: Buffer; readonly isOpen: boolean } {
  let rest = bytes;
  while (statusLine.test(rest.toString('latin1', 0, statusLineLength))) {
    const end = rest.indexOf(endOfHead);
    if (end === -1) return { bytes: rest, isOpen: rest.length < longestHead };
    rest = rest.subarray(end + endOfHead.length);
  }
  return { bytes: rest, isOpen: rest.length < statusLineLength };
}
