/** Does one step, and prints how long it took and what came of it. */
export async function report<Result>(
  work: () => Promise<Result>,
  says: (result: Result) => string,
): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  console.log(`${secondsSince(startedAt)}  ${says(result)}`);
  return result;
}

/** `  1.2 s` */
export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s`;
}
