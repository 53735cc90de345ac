import type { AuthMethod } from '../errors/configuration-error.js';

/** What a signature covers. */
export interface RequestToAuthorize {
  readonly method: string;
  readonly url: URL;
  readonly signal?: AbortSignal | undefined;
}

/** One way of signing in. Implementations keep their secrets in closures, so that inspecting one shows nothing. */
export interface Authenticator {
  readonly method: AuthMethod;
  /** The value of the `Authorization` header. */
  authorize(request: RequestToAuthorize): Promise<string>;
  /**
   * NetSuite answered 401 to this value. True when another attempt gets one that may do.
   *
   * @param dateHeader The `Date` of that answer.
   */
  refused(authorization: string, dateHeader: string | undefined): boolean;
  /** NetSuite took a value of this authenticator's. */
  accepted?(dateHeader: string | undefined): void;
  /** Ends what is under way, as far as nothing is lost by it. */
  close?(): Promise<void>;
}
