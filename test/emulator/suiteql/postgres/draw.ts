import fc from 'fast-check';
import type { Both } from './both.js';
import type { Kind } from './tables.js';

/** Draws one choice after another; fast-check repeats them, and shrinks what they made. */
export interface Draw {
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** From `least` to `most`, both included. */
  readonly integer: (least: number, most: number) => number;
  /** True once in so many times. */
  readonly onceIn: (times: number) => boolean;
  /** A name that no other part of the query has. */
  readonly name: (prefix: string) => string;
  // Values hold conditions, conditions queries, and queries values. They reach each other through here.
  readonly value: (kind: Kind, scope: Scope) => Both;
  /** A condition, which may be unknown. */
  readonly condition: (scope: Scope) => Both;
  readonly query: (depth: number) => DrawnQuery;
}

/** What a value may be made of. */
export interface Scope {
  readonly columns: readonly ScopeColumn[];
  /** How much deeper values, conditions and subqueries may nest. */
  readonly depth: number;
}

export interface ScopeColumn {
  readonly sql: string;
  readonly kind: Kind;
}

export interface DrawnQuery {
  readonly sql: Both;
  /** Of its columns, which are called c1, c2, … */
  readonly kinds: readonly Kind[];
  /** Whether the order of its rows is fixed. */
  readonly ordered: boolean;
}

export interface Grammar {
  readonly value: (draw: Draw, kind: Kind, scope: Scope) => Both;
  readonly condition: (draw: Draw, scope: Scope) => Both;
  readonly query: (draw: Draw, depth: number) => DrawnQuery;
}

export function startDrawing(generate: fc.GeneratorValue, grammar: Grammar): Draw {
  let names = 0;
  const integer = (min: number, max: number): number => generate(fc.integer, { min, max });
  const draw: Draw = {
    oneOf: (choices) => {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new TypeError('There is nothing to choose from.');
      return choice;
    },
    integer,
    onceIn: (times) => integer(1, times) === times,
    name: (prefix) => `${prefix}${++names}`,
    value: (kind, scope) => grammar.value(draw, kind, scope),
    condition: (scope) => grammar.condition(draw, scope),
    query: (depth) => grammar.query(draw, depth),
  };
  return draw;
}

export function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth - 1 };
}
