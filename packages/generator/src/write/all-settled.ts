/** Waits for all, then fails with the first failure: nothing is still under way when it is handled. */
export async function allSettled(operations: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(operations)) {
    if (result.status === 'rejected') throw result.reason;
  }
}
