import type { RowWrite } from './row-write.js';

/** Tells whoever keeps a copy of the rows what was written, once it is committed. */
export interface WriteFeed {
  readonly add: (write: RowWrite) => void;
  readonly commit: () => void;
  readonly rollback: () => void;
  readonly subscribe: (listener: (writes: readonly RowWrite[]) => void) => void;
}

export function createWriteFeed(): WriteFeed {
  const listeners: ((writes: readonly RowWrite[]) => void)[] = [];
  let pending: RowWrite[] = [];
  return {
    add: (write) => {
      if (listeners.length > 0) pending.push(write);
    },
    commit: () => {
      const writes = pending;
      pending = [];
      if (writes.length > 0) for (const listener of listeners) listener(writes);
    },
    rollback: () => {
      pending = [];
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}
