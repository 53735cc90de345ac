import { clip } from '../errors/clip.js';
import type { NetSuiteError } from '../errors/netsuite-error.js';
import { ConnectionFailedError, TimedOutError, type TimeoutPhase } from '../errors/network-error.js';
import { foreignError } from './foreign-error.js';

type ExchangePhase = Exclude<TimeoutPhase, 'deadline'>;

const timeoutPhases: Readonly<Record<string, ExchangePhase>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'headers',
  UND_ERR_BODY_TIMEOUT: 'body',
};

const timeoutAdvice: Readonly<Record<ExchangePhase, string>> = {
  connect: 'No connection was made: check the network, and timeouts.connectMs.',
  headers:
    'No answer began in time. NetSuite may still be at work on it; raise timeouts.headersMs for slow requests.',
  body: 'The answer stopped coming in. Try again, or raise timeouts.bodyMs.',
};

/** Codes that come before the request has left. */
const notStartedCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERTIFICATE',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);

/** What went wrong on the wire, as an error of this package; a request that HTTP cannot carry is a `TypeError`. */
export function exchangeFailure(
  error: unknown,
  request: string,
  host: string,
  redact: (text: string) => string,
): NetSuiteError | TypeError {
  const cause = foreignError(error, redact);
  const code = failureCode(cause);
  if (code === 'UND_ERR_INVALID_ARG') {
    return new TypeError(`${request} was not sent: HTTP cannot carry one of its headers or its path.`, {
      cause,
    });
  }
  const phase = timeoutPhases[code];
  if (phase !== undefined) {
    return new TimedOutError(`${request} on ${host} timed out (${phase}). ${timeoutAdvice[phase]}`, {
      phase,
      cause,
    });
  }
  const mayHaveStarted = !notStartedCodes.has(code);
  return new ConnectionFailedError(
    `${request} on ${host} broke off (${code}). ${advice(code, mayHaveStarted)}`,
    {
      mayHaveStarted,
      reason: code,
      cause,
    },
  );
}

function advice(code: string, mayHaveStarted: boolean): string {
  if (code === 'ENOTFOUND') {
    return 'The host does not exist: check the account id; a sandbox carries its suffix, as in 1234567_SB1.';
  }
  if (code === 'CERTIFICATE') return 'The server could not prove its identity; nothing was sent.';
  if (code.startsWith('UND_ERR_CLOSED') || code.startsWith('UND_ERR_DESTROYED')) {
    return 'The dispatcher that sends the requests is closed.';
  }
  return mayHaveStarted
    ? 'The answer was lost: a write may have been carried out, so look before repeating it.'
    : 'Nothing was sent: check the network and the base URL.';
}

function failureCode(cause: Error): string {
  const code = clip('code' in cause && typeof cause.code === 'string' ? cause.code : cause.name, 60);
  return /CERT|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'CERTIFICATE' : code;
}
