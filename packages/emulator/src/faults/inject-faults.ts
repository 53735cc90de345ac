import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyText } from '../server/body-text.js';
import { concurrencyLimitExceeded, invalidLogin, unavailable, unexpectedError } from '../server/refusals.js';
import { serviceOf } from '../server/request-counts.js';
import { type Damage, sendDamaged } from './damaged-answer.js';
import type { ChooseFault, Fault } from './fault.js';

export interface FaultInjection {
  readonly choose: ChooseFault;
  /** Makes a bearer token expire. */
  readonly revokeToken: (token: string) => void;
  readonly bodyMaximumBytes: number;
}

interface AnsweredPage {
  readonly bytes: ArrayBuffer;
  readonly headers: Headers;
}

/** So many queries have a page that can be repeated: those that were asked last. */
const keptPages = 50;

/** Lets requests go wrong as `choose` says. */
export function injectFaults({ choose, revokeToken, bodyMaximumBytes }: FaultInjection): MiddlewareHandler {
  let index = 0;
  let inFlight = 0;
  /** The last page of each query, by the body that asks for it; the query that was asked last comes last. */
  const pages = new Map<string, AnsweredPage>();

  return async (context, next) => {
    const { method, path } = context.req;
    const service = serviceOf(path);
    inFlight += 1;
    const fault = choose({ index, service, method, path, inFlight });
    index += 1;
    try {
      if (fault?.kind === 'late') await delay(fault.milliseconds);
      if (fault?.kind === 'refused') {
        const token = /^bearer (.*)/i.exec(context.req.header('authorization') ?? '')?.[1];
        if (fault.status === 401 && token !== undefined) revokeToken(token);
        throw refusal(fault);
      }
      if (fault?.kind === 'html') return htmlPage(fault.status ?? 503);
      if (fault?.kind === 'reset' && fault.at === undefined) {
        outgoingOf(context).socket?.resetAndDestroy();
        return RESPONSE_ALREADY_SENT;
      }
      const query = service === 'suiteql' ? await bodyText(context, bodyMaximumBytes) : null;
      await next();
      const before = query === null ? undefined : pages.get(query);
      if (fault?.kind === 'lost') {
        outgoingOf(context).socket?.resetAndDestroy();
        replace(context, RESPONSE_ALREADY_SENT);
      } else if (fault?.kind === 'repeated' && before !== undefined) {
        replace(context, new Response(before.bytes.slice(0), { headers: before.headers }));
      } else if (isDamage(fault) && context.res.status < 300) {
        replace(context, await sendDamaged(context.res, outgoingOf(context), fault));
      } else if (query !== null && context.res.status === 200) {
        const bytes = await context.res.clone().arrayBuffer();
        pages.delete(query);
        pages.set(query, { bytes, headers: new Headers(context.res.headers) });
        const [oldest] = pages.keys();
        if (pages.size > keptPages && oldest !== undefined) pages.delete(oldest);
      }
    } finally {
      inFlight -= 1;
    }
    return undefined;
  };
}

function isDamage(fault: Fault | null): fault is Damage {
  return fault !== null && 'at' in fault && fault.at !== undefined;
}

function refusal({ status, retryAfterSeconds }: Extract<Fault, { readonly kind: 'refused' }>): Error {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  if (status === 401) return invalidLogin('injected fault: the token has expired');
  if (status === 429) return concurrencyLimitExceeded('injected fault: 429', headers);
  return status === 500 ? unexpectedError('injected', 'injected fault') : unavailable(status, headers);
}

// Observed by clients: pages of HTML instead of JSON, from what stands in front of NetSuite.
function htmlPage(status: number): Response {
  const body =
    '<!DOCTYPE html><html><head><title>NetSuite</title></head><body>Temporarily unavailable.</body></html>';
  return new Response(body, { status, headers: { 'content-type': 'text/html;charset=utf-8' } });
}

/** Setting a response merges its headers into the one that was there; this does not. */
function replace(context: Context, response: Response): void {
  context.res = undefined;
  context.res = response;
}

function outgoingOf(context: Context): ServerResponse {
  const { outgoing } = (context.env ?? {}) as { readonly outgoing?: ServerResponse };
  if (outgoing !== undefined) return outgoing;
  throw new TypeError("This fault needs a socket: send the request to the emulator's URL, not to handle().");
}
