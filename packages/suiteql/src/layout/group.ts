/**
 * A run of tokens that stands on one line if it fits, and is broken where it says otherwise.
 * Places in the list of tokens; `end` exclusive.
 */
export interface Group {
  readonly start: number;
  readonly end: number;
  /** `all`: broken everywhere or nowhere; `fill`: only where the next part would not fit. */
  readonly mode: 'all' | 'fill';
  /** Broken even where it would fit. */
  readonly forced: boolean;
  /** Before which tokens it is broken, and how many steps further in than the line that it begins on. */
  readonly breaks: ReadonlyMap<number, number>;
}
