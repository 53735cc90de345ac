/** A command cannot do its work, for a reason that its user can act on. The message stands for itself. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs work; errors of these kinds, which are written to be read, become the command's own. */
export async function asCommandError<Result>(
  kinds: readonly (abstract new (...given: never[]) => Error)[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && kinds.some((kind) => error instanceof kind)) {
      throw new CommandError(error.message, { cause: error });
    }
    throw error;
  }
}
