import type { TokenStore } from '../auth/token-store.js';
import type { Logger } from '../events/events.js';
import type { Clock } from '../transport/clock.js';
import type { Dispatcher } from '../transport/dispatcher.js';
import type { RateLimit } from '../transport/governor.js';
import type { RetryPolicy } from '../transport/retry.js';
import type { ExchangeTimeouts } from '../transport/send.js';
import type { LeaseStore, WhenUnavailable } from '../transport/shared-limit.js';
import type { AuthOptions } from './auth-options.js';
import type { Environment } from './setting-source.js';

/** Time limits in milliseconds. */
export interface Timeouts extends ExchangeTimeouts {
  /** Until the connection stands. Not used with a dispatcher of your own. */
  readonly connectMs: number;
}

/** How the values of `?` parameters travel: beside the statement, or written into it as escaped literals. */
export type ParameterStyle = 'bind' | 'literal';

/** A concurrency limit that is kept together with other processes. */
export interface SharedLimitSettings {
  readonly store: LeaseStore;
  /** When the lease of a process that died ends, in milliseconds. Default 5000; shorter is given up sooner. */
  readonly leaseMs?: number;
  /**
   * What becomes of requests while the store fails, or takes longer than `leaseMs` to answer. Default 'fail': they are
   * tried again as `retry` says, and end as a StoreFailedError. 'local': this process counts for itself, and asks the
   * store again after `leaseMs`.
   */
  readonly whenUnavailable?: WhenUnavailable;
}

/** Whatever is left out is read from the environment, then takes its default. */
export interface ConnectionOptions {
  /** The account id in either spelling: `1234567_SB1` or `1234567-sb1`. Else NETSUITE_ACCOUNT_ID. */
  readonly account?: string;
  /** How to sign in. Else NETSUITE_AUTH_TYPE (`tba`, `oauth2`, `bearer`, `authorization-code`) and the variables of that method. */
  readonly auth?: AuthOptions;
  /** Else NETSUITE_BASE_URL, else the account's own host, `https://….suitetalk.api.netsuite.com`. */
  readonly baseUrl?: string;
  /** Default 'bind'. */
  readonly parameters?: ParameterStyle;
  /**
   * Requests under way at a time, for the whole connection. Default 5, what NetSuite gives the smallest account.
   * 'account': what NetSuite's governanceLimits say, which only an administrator's role may read; 5 for any other. Where
   * NetSuite answers 429, fewer are sent for a while.
   */
  readonly concurrency?: number | 'account';
  /** Requests that start in a second, at most. Default: no limit but the concurrency. */
  readonly rateLimit?: RateLimit;
  /** Keeps the concurrency together with other processes. Default: each process counts for itself. */
  readonly sharedLimit?: SharedLimitSettings;
  /** Keeps access tokens of OAuth 2.0 between processes. Default: they live as long as the connection. */
  readonly tokenStore?: TokenStore;
  /** Is told what happens: `warn` for retries, throttling, stores that fail and clocks that are off, `debug` for the rest. `console` is one. Default: none. */
  readonly logger?: Logger;
  /** Default: connect 10 s, headers 300 s, body 120 s. */
  readonly timeouts?: Partial<Timeouts>;
  /** Default: 5 attempts in 15 minutes, delays drawn below 0.5 s, 1 s, 2 s … 15 s, a budget of 100 retries. */
  readonly retry?: Partial<RetryPolicy>;
  /**
   * Bytes that an answer's body may have, as it comes and inflated. Default 64 MiB: a page of 1,000 rows has about 1 MiB,
   * and the most wasteful JSON of that size still fits into Node's default heap. Refusals and tokens may have 1 MiB.
   * More is a MalformedResponseError.
   */
  readonly maximumResponseBytes?: number;
  /** Sends the requests: a ProxyAgent, a MockAgent … It stays open when the connection is closed. */
  readonly dispatcher?: Dispatcher;
  /** Where the NETSUITE_* variables are read. Default `process.env`. */
  readonly environment?: Environment;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Draws the retry delays: a number from 0 up to, not including, 1. Default `Math.random`. */
  readonly random?: () => number;
}
