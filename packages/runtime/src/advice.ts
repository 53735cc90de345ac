declare const advice: unique symbol;

/**
 * Carries a sentence into the compiler's message: it stands beside what is wanted, and says what to write instead. In the
 * types only; there is no value of it.
 */
export interface Advice<out Text extends string> {
  readonly [advice]: Text;
}
