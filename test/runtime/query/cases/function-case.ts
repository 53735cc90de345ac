import type { Expression } from '@suitewright/runtime';

/** A function applied, its text, and its value; or why the emulator refuses it. A number is compared to six places. */
export type FunctionCase<Source extends string> = readonly [
  name: string,
  expression: Expression<unknown, Source>,
  text: string,
  wanted: unknown,
];

/** Of the order 100 (2026-01-01, 10.50) and its customer 10 (Acme 100%, created 2026-01-31 09:30). */
export type RowCase = FunctionCase<'transaction' | 'customer'>;

/** What the emulator does not know, and says so in its log. */
export class Refusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}
