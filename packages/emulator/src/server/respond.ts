import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Log } from '../log.js';
import { answer } from './answer.js';
import { jsonText } from './json-text.js';
import { Refusal } from './refusal.js';
import { unexpectedError } from './refusals.js';

export interface TextResponse {
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function respondText(
  context: Context,
  { contentType, body, headers = {} }: TextResponse,
): Promise<Response> {
  return answer({
    status: 200,
    contentType,
    body,
    headers,
    acceptEncoding: context.req.header('accept-encoding'),
  });
}

export function respondJson(context: Context, contentType: string, body: unknown): Promise<Response> {
  return respondText(context, { contentType, body: jsonText(body) });
}

export function respondEmpty(
  context: Context,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const acceptEncoding = context.req.header('accept-encoding');
  return answer({ status: 204, contentType: null, body: null, headers, acceptEncoding });
}

/** Sends an error as NetSuite's, and writes the reason, which NetSuite keeps to itself, to the log. */
export function respondError(context: Context, error: unknown, log: Log): Promise<Response> {
  const { status, body, contentType, headers, event, message } = refusalOf(error);
  log.write({ event, request: `${context.req.method} ${context.req.path}`, status, reason: message });
  const acceptEncoding = context.req.header('accept-encoding');
  return answer({ status, contentType, body: JSON.stringify(body), headers, acceptEncoding });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const errorId = randomBytes(10).toString('hex');
  return unexpectedError(
    errorId,
    error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure',
  );
}
