import type { RowStream } from '../paging/row-stream.js';
import type { WireRow } from '../statement.js';

/** So many rows get their lists together. */
const PART_ROWS = 1000;

/** A stream whose rows get their lists part by part. Its checkpoint stands behind the last row handed over, not read. */
export function listedRowStream(
  wires: RowStream<WireRow>,
  options: {
    readonly finish: (part: readonly WireRow[]) => Promise<readonly unknown[]>;
    readonly resume: string | undefined;
    readonly signal: AbortSignal | undefined;
  },
): RowStream<unknown> {
  let checkpoint: (() => string) | null = null;

  async function* finished(
    part: readonly WireRow[],
    checkpoints: readonly (() => string)[],
  ): AsyncGenerator<unknown, void, undefined> {
    const rows = await options.finish(part);
    for (const [index, row] of rows.entries()) {
      options.signal?.throwIfAborted();
      checkpoint = checkpoints[index] ?? null;
      yield row;
    }
  }

  async function* rows(): AsyncGenerator<unknown, void, undefined> {
    let part: WireRow[] = [];
    let checkpoints: (() => string)[] = [];
    for await (const wire of wires) {
      part.push(wire);
      checkpoints.push(checkpointHere(wires));
      if (part.length < PART_ROWS) continue;
      yield* finished(part, checkpoints);
      part = [];
      checkpoints = [];
    }
    yield* finished(part, checkpoints);
    options.signal?.throwIfAborted();
  }

  return {
    [Symbol.asyncIterator]: rows,
    checkpoint: () => checkpoint?.() ?? options.resume ?? wires.checkpoint(),
  };
}

/** Where a stream stands now, to be asked for later; with its refusal, where it cannot be resumed. */
function checkpointHere(stream: RowStream<unknown>): () => string {
  try {
    const here = stream.checkpoint();
    return () => here;
  } catch (refusal) {
    return () => {
      throw refusal;
    };
  }
}
