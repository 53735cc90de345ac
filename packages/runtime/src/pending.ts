import type { Statement } from './statement.js';

/**
 * A request that has not been sent yet: awaiting it sends it, once.
 */
export interface Pending<Value> extends Promise<Value> {
  /** The statement that awaiting sends, without sending it. */
  toSuiteQL(): Promise<Statement>;
}

/** Makes a pending request. Nothing runs before it is awaited or its statement is asked for. */
export function pending<Value>(work: {
  readonly statement: () => Promise<Statement>;
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
    async toSuiteQL() {
      const { text, parameters } = await work.statement();
      return { text, parameters };
    },
  };
}
