import { inspect } from 'node:util';
import { MalformedResponseError, NetSuiteError, ResponseError } from '@suitewright/runtime';
import { CommandError } from './command-error.js';
import { describeFileProblem, isFileError } from './files/file-problem.js';

/** What to print of an error: its message where that is written to be read, else its kind alone. */
export function describeFailure(error: unknown, { verbose }: { readonly verbose: boolean }): string {
  if (verbose) return inspect(error);
  if (error instanceof CommandError || error instanceof NetSuiteError) return withBody(error);
  if (isFileError(error) && (error.path !== undefined || error.code === 'ENOSPC')) {
    return `${error.path ?? 'A file'} cannot be read or written: ${describeFileProblem(error)}.`;
  }
  const kind = error instanceof Error ? error.name : typeof error;
  return `suitewright failed in a way that it does not know (${kind}). Run it again with --verbose for the details.`;
}

/** With what stands in an answer that gives its reasons in no form of NetSuite's. */
function withBody(error: Error): string {
  const answered = hasExcerpt(error) ? error : error.cause;
  const excerpt = hasExcerpt(answered) ? answered.bodyExcerpt : null;
  return excerpt === null ? error.message : `${error.message}\nThe answer begins:\n  ${excerpt}`;
}

function hasExcerpt(error: unknown): error is ResponseError | MalformedResponseError {
  return error instanceof ResponseError || error instanceof MalformedResponseError;
}
