import { followSignals } from '../transport/on-abort.js';

/** How to fetch the pieces of a sequence. */
export interface OrderedFetch<Key, Piece> {
  /** Pieces fetched, or fetched and not yet taken, at a time. */
  readonly window: number;
  readonly signal?: AbortSignal | undefined;
  fetch(key: Key, signal: AbortSignal): Promise<Piece>;
}

/**
 * Fetches at the same time, hands over in order. Nothing is fetched ahead of the window, so that a slow reader holds
 * the fetching up; when the reader leaves, an abort comes or a fetch fails, the rest is aborted and waited for.
 */
export async function* inOrder<Key, Piece>(
  keys: Iterable<Key>,
  { window, signal, fetch }: OrderedFetch<Key, Piece>,
): AsyncGenerator<Piece, void, undefined> {
  using stop = followSignals(signal);
  const remaining = keys[Symbol.iterator]();
  const underWay: Promise<Piece>[] = [];

  function fillWindow(): void {
    while (underWay.length < window) {
      const next = remaining.next();
      if (next.done === true) return;
      const piece = fetch(next.value, stop.signal);
      // Its failure is reported when its turn comes; until then it is not an unhandled rejection.
      piece.catch(() => {});
      underWay.push(piece);
    }
  }

  try {
    fillWindow();
    for (let piece = underWay.shift(); piece !== undefined; piece = underWay.shift()) {
      const value = await piece;
      // A piece that was there before the abort counts no more.
      signal?.throwIfAborted();
      fillWindow();
      yield value;
    }
  } finally {
    stop.abort();
    await Promise.allSettled(underWay);
  }
}
