import fc from 'fast-check';

/** Draws one choice after another; fast-check repeats and shrinks them. */
export interface Draw {
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** From `least` to `most`, both included. */
  readonly integer: (least: number, most: number) => number;
  /** True once in so many times. */
  readonly onceIn: (times: number) => boolean;
  /** A name that no other part of the query has. */
  readonly name: (prefix: string) => string;
}

export function drawFrom(generate: fc.GeneratorValue): Draw {
  let names = 0;
  const integer = (min: number, max: number): number => generate(fc.integer, { min, max });
  return {
    oneOf: (choices) => {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new TypeError('There is nothing to choose from.');
      return choice;
    },
    integer,
    onceIn: (times) => integer(1, times) === times,
    name: (prefix) => `${prefix}${++names}`,
  };
}
