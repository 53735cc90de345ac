import {
  AuthenticationError,
  MalformedResponseError,
  NetSuiteError,
  RateLimitedError,
  ResponseError,
} from '@suitewright/runtime';
import { IntrospectionError } from '../introspection-error.js';
import type { RawAnswer } from './raw-answer.js';

/**
 * The answer in an error that says no to this one question, and would again; null for an error that
 * stops everything: bad credentials, an account that is too busy, or no answer at all.
 *
 * A 500 counts as a no: NetSuite gives UNEXPECTED_ERROR for some fields that it does not expose.
 */
export function refusalOf(error: unknown): Extract<RawAnswer, { readonly ok: false }> | null {
  if (!(error instanceof ResponseError)) return null;
  if (error instanceof AuthenticationError || error instanceof RateLimitedError) return null;
  if (error.status > 500) return null;
  return { ok: false, status: error.status, detail: error.detail };
}

/** Whether an introspection can go on without the answer: anything but bad credentials, which every request would meet. */
export function mayBeDoneWithout(error: unknown): error is Error {
  if (error instanceof IntrospectionError) return error.code === 'INTROSPECTION_STORE_INCOMPLETE';
  return error instanceof NetSuiteError && !(error instanceof AuthenticationError);
}

/** Waits for work on an answer, and for what takes its place where the answer cannot be read. */
export async function unlessUnreadable<Value, Other>(
  work: Promise<Value>,
  otherwise: (error: MalformedResponseError) => Other,
): Promise<Value | Other> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MalformedResponseError) return otherwise(error);
    throw error;
  }
}
