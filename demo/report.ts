/** Does one step, and prints what it did and how long it took. */
export async function report<Result>(
  work: () => Promise<Result>,
  says: (result: Result) => string,
): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${says(result)}`);
  return result;
}
