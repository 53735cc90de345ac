import type { Service } from '../server/request-counts.js';

/**
 * Something that goes wrong with one request. Fractions are of the response's body as it travels, compressed or not; of
 * its head where it has no body, as after a write (204).
 *
 * - `late`: it is answered as usual, after a while.
 * - `refused`: 401, and the token that the request bears is good no more; 429, as over the limit; 500, 502, 503, 504.
 * - `html`: a page of HTML with the status, as from something in front of NetSuite. Default 503.
 * - `reset`: the connection is reset before the first byte of the answer; with `at`, in the middle of the body.
 * - `lost`: the request is carried out, and then the connection is reset before the first byte of the answer.
 * - `broken`: the connection is closed in the middle of the body.
 * - `cut`: the body ends too early, and the headers fit it.
 * - `stalled`: the body stops coming, and the connection stays.
 * - `corrupt`: some bytes of the body are not those that were sent.
 * - `repeated`: the last page that the same query was answered with comes once more in its place (SuiteQL only).
 */
export type Fault =
  | { readonly kind: 'late'; readonly milliseconds: number }
  | { readonly kind: 'refused'; readonly status: RefusedStatus; readonly retryAfterSeconds?: number }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'reset'; readonly at?: number }
  | { readonly kind: 'broken' | 'cut' | 'stalled' | 'corrupt'; readonly at: number }
  | { readonly kind: 'lost' | 'repeated' };

export type RefusedStatus = 401 | 429 | 500 | 502 | 503 | 504;

/** What is known of a request when its fault is chosen. */
export interface FaultRequest {
  /** Counts the requests from 0. */
  readonly index: number;
  readonly service: Service;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Requests being answered, this one included. */
  readonly inFlight: number;
}

/** Chooses what goes wrong with a request. Null: nothing. */
export type ChooseFault = (request: FaultRequest) => Fault | null;
