import type { KeyInterval } from './key-interval.js';

/** What has not been asked for yet, at the end of the keys; cut into intervals that fill most of a page each. */
export interface KeySpace {
  /** The next interval; the last one has no upper end. Null: everything has been cut. */
  next(): KeyInterval | null;
  /** An interval of so many keys held so many rows: the next ones become as wide as that suggests. */
  learn(keys: number, rows: number): void;
  /** The greatest position that was there when the read began. */
  endsAt(position: number): void;
}

/** Widths follow the rows in steps, so that one odd interval does not spoil the next ones. */
const largestStep = 8;

export function createKeySpace(options: {
  /** Everything up to this position is asked for already. */
  readonly after: number;
  /** Keys that are likely to hold `targetRows` rows. */
  readonly width: number;
  readonly targetRows: number;
}): KeySpace {
  let { after, width } = options;
  let end = Number.POSITIVE_INFINITY;
  let isCut = false;
  return {
    next() {
      if (isCut) return null;
      const upTo = after + width;
      if (upTo >= end || !Number.isSafeInteger(upTo)) {
        isCut = true;
        return { after, upTo: null };
      }
      const interval = { after, upTo };
      after = upTo;
      return interval;
    },
    learn(keys, rows) {
      const fitting = rows === 0 ? Number.POSITIVE_INFINITY : (keys * options.targetRows) / rows;
      const bounded = Math.min(width * largestStep, Math.max(width / largestStep, fitting));
      width = Math.max(1, Math.floor(bounded));
    },
    endsAt(position) {
      end = position;
    },
  };
}
