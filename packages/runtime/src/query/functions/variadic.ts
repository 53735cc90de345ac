import type { Expression } from '../expression.js';

/** The tables that expressions among values read. */
export type SourceOf<Part> = Part extends Expression<unknown, infer Source> ? Source : never;

/** The parts that are never null: plain values, and expressions that are not. */
type Present<Part> =
  Part extends Expression<infer Value, string> ? (null extends Value ? never : Part) : Part;

/** The parts that are there whatever an outer join finds. */
type Always<Part> =
  Present<Part> extends infer Each
    ? Each extends Expression<unknown, string, infer Absent>
      ? [Absent] extends [never]
        ? Each
        : never
      : Each
    : never;

/** Where one part that is there is enough: the tables without any of which all parts are null. */
export type AbsentOf<Part> = [Always<Part>] extends [never] ? AbsentOfEach<Part> : never;

type AbsentOfEach<Part> = Part extends Expression<unknown, string, infer Absent> ? Absent : never;

/** A value, or null where every part may be null. */
export type UnlessAllNull<Value, Part> = [Present<Part>] extends [never] ? Value | null : Value;

/** A text, or null where every part may be null. */
export type TextOf<Part> = UnlessAllNull<string, Part>;
