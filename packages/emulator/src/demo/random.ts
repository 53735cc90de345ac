/** A source of numbers that look random and are the same for the same seed and name. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both bounds included. */
  integer(from: number, to: number): number;
  /** True with this probability (0 to 1). */
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Prefers the front of the list, as few customers make most of the orders. */
  pickEarly<T>(choices: readonly T[]): T;
}

/**
 * Makes a source of its own for each part of the demo data, so that a change in one part does not
 * shift the others. The generator is sfc32, filled from the name by FNV-1a.
 */
export function createRandom(seed: number, name: string): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let d = fnv1a(name);
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 16; round++) next();
  const at = <T>(choices: readonly T[], position: number): T => {
    if (choices.length === 0) throw new RangeError(`Nothing to pick from (demo data, ${name}).`);
    // The list is not empty and the position is less than 1, so the element is there.
    return choices[Math.floor(position * choices.length)] as T;
  };
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => at(choices, next()),
    pickEarly: (choices) => at(choices, next() ** 2),
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
