import { setTimeout as delay } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { mayAccess, type PermissionLevel, permissionTitle, type Role } from '../account/role.js';
import { type AuthenticateOptions, authenticate } from '../auth/authenticate.js';
import type { Governor } from './governor.js';
import { concurrencyLimitExceeded, contentTooLarge, insufficientPermission, urlTooLong } from './refusals.js';
import type { RequestCounter } from './request-counts.js';
import { requestUrl } from './request-url.js';

/** Counts a request from its beginning to its response. */
export function countRequests(counter: RequestCounter): MiddlewareHandler {
  return async (context, next) => {
    counter.begin(context.req.path);
    await next();
    counter.end(context.res.status);
  };
}

/**
 * How long a request takes at least while clients have more connections than the account's limit. Without that, whether
 * requests sent at a time are in flight at a time would depend on how fast this machine answers. No account is faster.
 */
const crowdedMs = 50;

/**
 * Answers 429 where more requests are in flight than the account's limit, and holds back what is ready before the
 * time that a request takes is over. A refusal comes at once.
 */
export function limitConcurrency(governor: Governor, latencyMs: number): MiddlewareHandler {
  return async (_context, next) => {
    if (!governor.enter()) throw concurrencyLimitExceeded(`More than ${governor.limit} requests at a time.`);
    const arrivedAt = performance.now();
    try {
      await next();
    } finally {
      // Twelve clients that begin together connect one after the other: the first must not be gone before the last is here.
      while (governor.isFilling() && !governor.isCrowded()) await delay(1);
      const leastMs = governor.isCrowded() ? Math.max(latencyMs, crowdedMs) : latencyMs;
      const remainingMs = leastMs - (performance.now() - arrivedAt);
      if (remainingMs > 0) await delay(remainingMs);
      governor.leave();
    }
  };
}

export interface RequestLimits {
  readonly bodyBytes: number;
  readonly urlLength: number;
}

/** Refuses what is said to be too long before anything of it is read, whoever sends it. */
export function limitSize({ bodyBytes, urlLength }: RequestLimits): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.url.length > urlLength) throw urlTooLong(urlLength);
    if (Number(context.req.header('content-length') ?? 0) > bodyBytes) throw contentTooLarge(bodyBytes);
    await next();
  };
}

/** Refuses a request that bears neither a valid signature nor a valid token. */
export function requireLogin(authentication: AuthenticateOptions): MiddlewareHandler {
  return async (context, next) => {
    const url = requestUrl(context.req);
    const authorization = context.req.header('authorization') ?? '';
    await authenticate({ method: context.req.method, ...url, authorization }, authentication);
    await next();
  };
}

/** The level that a method needs. */
const levelByMethod: Readonly<Record<string, PermissionLevel>> = {
  POST: 'Create',
  PATCH: 'Edit',
  PUT: 'Edit',
  DELETE: 'Full',
};

/** Refuses requests for records of the catalog that the role may not see or change. The route names the record `type`. */
export function requirePermission(role: Role, catalog: ReadonlyMap<string, unknown>): MiddlewareHandler {
  return async (context, next) => {
    const record = (context.req.param('type') ?? '').toLowerCase();
    const level = levelByMethod[context.req.method] ?? 'View';
    if (catalog.has(record) && !mayAccess(role, record, level)) {
      throw insufficientPermission(permissionTitle(record), level);
    }
    await next();
  };
}
