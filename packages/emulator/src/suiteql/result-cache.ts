import type { OpenResult } from './result.js';

/** Results that are being read, the latest used last. */
export interface ResultCache {
  /** @param revision Results of another one are closed: their rows may no longer be true. */
  readonly find: (key: string, revision: number) => OpenResult | undefined;
  /** Closes the result that was kept under the key, if any. */
  readonly keep: (key: string, result: OpenResult) => OpenResult;
  /** Closes all results. */
  readonly clear: () => void;
}

const resultsKept = 8;

export function createResultCache(): ResultCache {
  const results = new Map<string, OpenResult>();
  const drop = (key: string): void => {
    results.get(key)?.close();
    results.delete(key);
  };
  const clear = (): void => {
    for (const key of [...results.keys()]) drop(key);
  };
  let current = 0;
  return {
    find: (key, revision) => {
      if (revision !== current) clear();
      current = revision;
      const found = results.get(key);
      if (found !== undefined) {
        results.delete(key);
        results.set(key, found);
      }
      return found;
    },
    keep: (key, result) => {
      drop(key);
      results.set(key, result);
      const [oldest] = results.keys();
      if (results.size > resultsKept && oldest !== undefined) drop(oldest);
      return result;
    },
    clear,
  };
}
