import type { Advice } from './advice.js';
import { booleanOption, checkOptions } from './check-options.js';
import type { CallStatements, ShowOptions } from './statement.js';

/**
 * A request that has not been sent yet: awaiting it sends it, once.
 *
 * `Reminder` is for the compiler's message where somebody forgot to.
 */
export interface Pending<Value, Reminder extends string = 'await it to get its result'>
  extends Promise<Value>,
    Partial<Advice<Reminder>> {
  /**
   * What awaiting sends, without sending it: the statement, and in `related` those of its relations to many rows.
   *
   * A result of one page is read by these very statements; where more pages follow, they are asked for in ranges of the
   * key, or in an order without ties.
   *
   * @param options.format Whether the text has a line for each clause, for people to read. Default false.
   */
  toSuiteQL(options?: ShowOptions): Promise<CallStatements>;
}

/** Makes a pending request. Nothing runs before it is awaited or its statement is asked for. */
export function pending<Value>(work: {
  readonly statements: (options: ShowOptions) => Promise<CallStatements>;
  readonly run: () => Promise<Value>;
}): Pending<Value> {
  let running: Promise<Value> | undefined;
  const run = (): Promise<Value> => {
    running ??= work.run();
    return running;
  };
  return {
    [Symbol.toStringTag]: 'Pending',
    // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
    then: (onFulfilled, onRejected) => run().then(onFulfilled, onRejected),
    catch: (onRejected) => run().catch(onRejected),
    finally: (onFinally) => run().finally(onFinally),
    async toSuiteQL(options = {}) {
      checkedShowOptions(options, 'toSuiteQL');
      const { text, parameters, related = [] } = await work.statements(options);
      return related.length === 0 ? { text, parameters } : { text, parameters, related };
    },
  };
}

/** @throws {TypeError} They are not options of how to show a statement. */
export function checkedShowOptions(options: ShowOptions, place: string): ShowOptions {
  checkOptions(options, { place, known: { format: booleanOption } });
  return options;
}
