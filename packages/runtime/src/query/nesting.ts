/** How deep a statement, or the arguments of a call, may nest. Conditions joined by one AND or OR are one level. */
export const MAX_NESTING = 500;

/** The error for what nests deeper. @param what Names it in the message. */
export function tooDeep(what: string): TypeError {
  return new TypeError(
    `${what} nests more than ${MAX_NESTING} levels deep. Give long lists as one list: or(...conditions), { in: [...] }, unionAll(first, ...rest).`,
  );
}
