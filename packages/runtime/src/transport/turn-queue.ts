/** Requests that somebody waits for come before those of long reads. */
export type Priority = 'interactive' | 'bulk';

/** Those who wait for a turn. */
export interface TurnQueue<Waiter> {
  add(waiter: Waiter, place: Place): void;
  remove(waiter: Waiter, place: Place): void;
  /** The next one whose turn it is; undefined: nobody waits. */
  take(): Waiter | undefined;
  readonly isEmpty: boolean;
}

/** Where somebody waits. */
export interface Place {
  readonly priority: Priority;
  /** Callers take turns, however much each of them asks for. */
  readonly caller: object;
}

/** So many interactive turns follow each other while bulk waits; then bulk has one, so that it never starves. */
const interactiveRun = 4;

/** A queue that is fair between callers, and lets interactive requests pass before bulk. */
export function createTurnQueue<Waiter>(): TurnQueue<Waiter> {
  // A map keeps the order in which callers came: the first one is next, and goes to the end when it was served.
  const lanes: Readonly<Record<Priority, Map<object, Waiter[]>>> = {
    interactive: new Map(),
    bulk: new Map(),
  };
  let sinceBulk = 0;

  function takeFrom(priority: Priority): Waiter | undefined {
    const lane = lanes[priority];
    const [next] = lane;
    if (next === undefined) return undefined;
    const [caller, waiters] = next;
    const waiter = waiters.shift();
    lane.delete(caller);
    if (waiters.length > 0) lane.set(caller, waiters);
    return waiter;
  }

  return {
    add(waiter, { priority, caller }) {
      const waiters = lanes[priority].get(caller);
      if (waiters === undefined) lanes[priority].set(caller, [waiter]);
      else waiters.push(waiter);
    },
    remove(waiter, { priority, caller }) {
      const waiters = lanes[priority].get(caller);
      const index = waiters?.indexOf(waiter) ?? -1;
      if (waiters === undefined || index === -1) return;
      waiters.splice(index, 1);
      if (waiters.length === 0) lanes[priority].delete(caller);
    },
    take() {
      const isBulksTurn =
        lanes.bulk.size > 0 && (lanes.interactive.size === 0 || sinceBulk >= interactiveRun);
      sinceBulk = isBulksTurn ? 0 : sinceBulk + 1;
      return takeFrom(isBulksTurn ? 'bulk' : 'interactive');
    },
    get isEmpty() {
      return lanes.interactive.size === 0 && lanes.bulk.size === 0;
    },
  };
}
