import type { ChooseFault, FaultRates, RandomFaultKind } from '@suitewright/emulator';

/** How often each kind of fault comes in a mixture of them all. */
export const everyFault: FaultRates = {
  ...{ late: 0.1, 401: 0.02, 429: 0.05, 500: 0.01, 502: 0.02, 503: 0.02, 504: 0.01, html: 0.02 },
  ...{ reset: 0.04, broken: 0.02, cut: 0.02, stalled: 0.002, corrupt: 0.02, repeated: 0.01, lost: 0.02 },
} satisfies Readonly<Record<RandomFaultKind, number>>;

/** Queries between two tokens that expire: more than there are under way, so that each is asked once more by then. */
const queriesOfToken = 20;

/** Leaves out what nobody could survive: a token that is refused as soon as it is there. */
export function survivable(choose: ChooseFault): ChooseFault {
  let sinceExpiry = 0;
  return (request) => {
    const isQuery = request.service === 'suiteql';
    if (isQuery) sinceExpiry += 1;
    const fault = choose(request);
    if (fault?.kind === 'refused' && fault.status === 401) {
      if (sinceExpiry < queriesOfToken) return null;
      sinceExpiry = 0;
    }
    return fault;
  };
}

/** The first of these that goes wrong. */
export function either(...choices: readonly ChooseFault[]): ChooseFault {
  return (request) => {
    // Each of them is asked every time: some count.
    const faults = choices.map((choose) => choose(request));
    return faults.find((fault) => fault !== null) ?? null;
  };
}

/** Every so many requests a few in a row are refused for the limit. */
export function burstsOf429(every: number, length: number): ChooseFault {
  return ({ index }) => (index % every < length ? { kind: 'refused', status: 429 } : null);
}

/** From so many requests on, others leave room for no more than `limit`. */
export function lowerLimit(limit: number, from: number): ChooseFault {
  let seen = 0;
  return ({ inFlight }) => {
    seen += 1;
    return seen > from && inFlight > limit ? { kind: 'refused', status: 429 } : null;
  };
}

/** Every so many queries, the token expires. */
export function expiringTokens(every: number): ChooseFault {
  let queries = 0;
  return ({ service }) => {
    if (service !== 'suiteql') return null;
    queries += 1;
    return queries % every === every - 1 ? { kind: 'refused', status: 401 } : null;
  };
}
