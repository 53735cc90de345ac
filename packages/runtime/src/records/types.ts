import type { Id } from '../values.js';

/** A reference in a REST body: by internal id, or by external id. */
export type Reference<Record extends string> =
  | { readonly id: Id<Record> | number }
  | { readonly externalId: string };

/** Several references in a REST body (a multiple select field). They replace those that were there. */
export interface References<Record extends string> {
  readonly items: readonly Reference<Record>[];
}

/** A choice from a fixed list in a REST body. */
export interface EnumValue<Value extends string> {
  readonly id: Value;
}

/**
 * Lines of a record in a REST body.
 *
 * Lines with a key change the line that has the same key; others are appended.
 */
export interface Sublist<Line> {
  readonly items: readonly Line[];
}

/** The body of a change: every field is optional, and null empties it. */
export type UpdateOf<Create> = { readonly [Field in keyof Create]?: Create[Field] | null };

/** A record as REST returns it: read-only fields, links and reference names included. */
export type Fetched<Create> = { readonly [Field in keyof Create]?: FetchedValue<Create[Field]> } & {
  readonly id?: string;
};

type FetchedValue<Value> =
  NonNullable<Value> extends Reference<infer Record>
    ? { readonly id: Id<Record>; readonly refName?: string }
    : NonNullable<Value> extends EnumValue<infer Choice>
      ? { readonly id: Choice; readonly refName?: string }
      : Value;
