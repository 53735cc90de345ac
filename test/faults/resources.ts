import { createHook } from 'node:async_hooks';
import { afterEach, beforeEach, vi } from 'vitest';

/** Handles and timers of Node.js that outlive the call which made them. */
const kinds: ReadonlySet<string> = new Set(['TCPWRAP', 'TCPSERVERWRAP', 'TCPCONNECTWRAP', 'Timeout']);

interface Resource {
  readonly kind: string;
  /** Where it was made; its stack is written out only when it is asked for. */
  readonly origin: Error;
}

const live = new Map<number, Resource>();

// `process.getActiveResourcesInfo()` leaves out what does not hold the process up: idle sockets, timers of deadlines.
createHook({
  init(id, kind) {
    if (kinds.has(kind)) live.set(id, { kind, origin: new Error(kind) });
  },
  destroy(id) {
    live.delete(id);
  },
}).enable();

/** Node.js tells of an end a little after it. What a test may leave behind lives much longer than this. */
const settledWithinMs = 2000;

/** After every test of the file, the process has no socket, server or timer that it did not have before it. */
export function expectNothingLeftBehind(): void {
  let before: ReadonlySet<number>;
  beforeEach(() => {
    before = resourcesNow();
  });
  afterEach(() => expectNothingSince(before));
}

export function resourcesNow(): ReadonlySet<number> {
  return new Set(live.keys());
}

/** Asserts that what came since then is gone; `madeIn` looks at what a path made alone. */
export async function expectNothingSince(earlier: ReadonlySet<number>, madeIn = ''): Promise<void> {
  await vi.waitFor(
    () => {
      const left = [...live]
        .filter(([id, { origin }]) => !earlier.has(id) && !clocks.test(origin.stack ?? ''))
        .map(([, { kind, origin }]) => `${kind} ${makerOf(origin)}`)
        .filter((resource) => resource.includes(madeIn) && !testRunner.test(resource));
      if (left.length > 0) throw new Error(`Left behind:\n${left.join('\n')}`);
    },
    { timeout: settledWithinMs, interval: 10 },
  );
}

/**
 * Timers that the whole process shares, and that end by themselves within a second: the Date header of Node.js, and
 * what undici counts its timeouts by. Those belong to sockets, which are counted.
 */
const clocks = /at utcDate \(node:|at refreshTimeout \(.*undici.lib.util.timers\.js/;
const testRunner = /node_modules.@?vitest/;

/** The first frame outside of Node.js itself: `at connect (…/undici/lib/core/connect.js:72:20)`. */
function makerOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^ {4}at .*[/\\]/.test(line));
  return frames.find((line) => !/node:|faults[/\\]resources\.ts/.test(line))?.trim() ?? 'of Node.js';
}
