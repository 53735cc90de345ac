import type { LogEvent } from '../log.js';

/** One element of `o:errorDetails`. */
export interface ErrorDetail {
  readonly detail: string;
  readonly 'o:errorCode': string;
  readonly 'o:errorHeader'?: string;
  readonly 'o:errorPath'?: string;
  readonly 'o:errorQueryParam'?: string;
  readonly 'o:errorUrl'?: string;
}

export interface RefusalOptions {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly event: LogEvent;
  /** For the log only. */
  readonly reason: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error of NetSuite's. Thrown anywhere in a request, sent by the server. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly event: LogEvent;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, body, event, reason, contentType, headers }: RefusalOptions) {
    super(reason);
    this.status = status;
    this.body = body;
    this.event = event;
    this.contentType = contentType ?? 'application/vnd.oracle.resource+json; type=error; charset=UTF-8';
    this.headers = headers ?? {};
  }
}
