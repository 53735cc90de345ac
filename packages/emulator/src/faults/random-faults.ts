import { createRandom } from '../demo/random.js';
import type { ChooseFault, Fault, FaultRequest, RefusedStatus } from './fault.js';

/** How likely each fault is, 0 to 1. Their sum is how likely any fault is. */
export type FaultRates = { readonly [Kind in RandomFaultKind]?: number };

export type RandomFaultKind = Exclude<Fault['kind'], 'refused'> | `${RefusedStatus}`;

export interface RandomFaultOptions {
  /** The same seed gives the same faults for the same sequence of requests. */
  readonly seed: number;
  readonly rates: FaultRates;
  /** The longest delay of a `late` answer; delays have a long tail. Default 200. */
  readonly latestMs?: number;
  /** Which requests can go wrong. Default: all. */
  readonly applies?: (request: FaultRequest) => boolean;
}

/** Faults that come at random. */
export function randomFaults({ seed, rates, latestMs = 200, applies }: RandomFaultOptions): ChooseFault {
  const random = createRandom(seed, 'faults');
  const kinds = Object.entries(rates) as readonly (readonly [RandomFaultKind, number])[];
  return (request) => {
    let drawn = random.next();
    const position = random.next();
    if (applies?.(request) === false) return null;
    for (const [kind, rate] of kinds) {
      if (drawn < rate) {
        // A request for a token bears none that could expire.
        const isMisplaced = kind === '401' && request.service === 'token';
        return isMisplaced ? null : faultOf(kind, position, latestMs);
      }
      drawn -= rate;
    }
    return null;
  };
}

function faultOf(kind: RandomFaultKind, position: number, latestMs: number): Fault {
  switch (kind) {
    case 'late':
      // Most are a little late, few are very.
      return { kind, milliseconds: latestMs * position ** 4 };
    case 'broken':
    case 'cut':
    case 'stalled':
    case 'corrupt':
      return { kind, at: position };
    case 'reset':
      // One half of them before the answer, the other half in its body.
      return position < 0.5 ? { kind } : { kind, at: 2 * position - 1 };
    case 'html':
    case 'lost':
    case 'repeated':
      return { kind };
    default:
      // What is left are statuses.
      return { kind: 'refused', status: Number(kind) as RefusedStatus };
  }
}
