interface Reactions {
  readonly all: Set<() => void>;
  readonly listener: () => void;
}

const reactionsBySignal = new WeakMap<AbortSignal, Reactions>();

/**
 * Calls a function when a signal aborts, until the returned function is called. All calls for one signal share a single
 * listener: `AbortSignal.any` on a long-lived signal leaks on Node 20, and more than ten listeners print a warning.
 */
export function onAbort(signal: AbortSignal, react: () => void): () => void {
  if (signal.aborted) {
    react();
    return () => {};
  }
  const { all, listener } = reactionsOf(signal);
  if (all.size === 0) signal.addEventListener('abort', listener, { once: true });
  // A function of its own, so that the same one can be registered twice.
  const reaction = (): void => react();
  all.add(reaction);
  return () => {
    if (all.delete(reaction) && all.size === 0) signal.removeEventListener('abort', listener);
  };
}

function reactionsOf(signal: AbortSignal): Reactions {
  const known = reactionsBySignal.get(signal);
  if (known !== undefined) return known;
  const all = new Set<() => void>();
  const listener = (): void => {
    const due = [...all];
    all.clear();
    for (const react of due) react();
  };
  const reactions = { all, listener };
  reactionsBySignal.set(signal, reactions);
  return reactions;
}

/** An abort controller that also aborts with each of the signals, until it is disposed of. */
export function followSignals(
  ...signals: readonly (AbortSignal | undefined)[]
): Disposable & { readonly signal: AbortSignal; abort(reason?: unknown): void } {
  const controller = new AbortController();
  const letGo = signals.map((signal) =>
    signal === undefined ? () => {} : onAbort(signal, () => controller.abort(signal.reason)),
  );
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    [Symbol.dispose]() {
      for (const stop of letGo) stop();
    },
  };
}
