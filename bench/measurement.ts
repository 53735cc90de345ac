/** One figure of the bench. Printed as a JSON line by `npm run bench -- --json`. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What to reach, as a sentence of figures. Null: shown for information. */
  readonly goal: string | null;
  readonly met: boolean | null;
  /** Who was measured in the same run, doing the same. */
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** value / peerValue. */
  readonly ratio: number | null;
}

/** A measurement without a goal or a peer, to be completed with what there is. */
export function measurement(
  name: string,
  value: number,
  unit: string,
  against: {
    readonly peer?: string;
    readonly peerValue?: number;
    readonly goal?: string;
    readonly met?: (value: number, ratio: number) => boolean;
  } = {},
): Measurement {
  const peerValue = against.peerValue ?? null;
  const ratio = peerValue === null ? null : value / peerValue;
  return {
    name,
    value,
    unit,
    goal: against.goal ?? null,
    met: against.met === undefined ? null : against.met(value, ratio ?? Number.NaN),
    peer: against.peer ?? null,
    peerValue,
    ratio,
  };
}

/** The middle of several runs: the machine is noisy. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Wall time of some work, in milliseconds. */
export async function elapsedMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
