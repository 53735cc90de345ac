import { clip } from '../errors/clip.js';
import { NetSuiteError } from '../errors/netsuite-error.js';

const longestMessage = 500;
const mostFrames = 20;
const deepestCause = 3;

/**
 * What may be told of an error that is not ours: name, code, message and stack, without secrets. Its other properties
 * may hold anything: undici's parser errors carry the bytes of the answer, clients of Redis the command that failed.
 */
export function foreignError(error: unknown, redact: (text: string) => string, depth: number = 1): Error {
  if (error instanceof NetSuiteError) return error;
  const { name, code, message, frames, cause } = readableFacts(error);
  const clean = (text: string): string => clip(redact(withoutCredentials(text)), longestMessage);
  const reduced = new Error(clean(message));
  const shownName = clean(name);
  Object.defineProperty(reduced, 'name', { value: shownName });
  Object.defineProperty(reduced, 'stack', {
    value: [`${shownName}: ${reduced.message}`, ...frames.map(clean)].join('\n'),
  });
  if (code !== null) Object.defineProperty(reduced, 'code', { value: clean(code), enumerable: true });
  if (cause !== undefined && depth < deepestCause) {
    Object.defineProperty(reduced, 'cause', { value: foreignError(cause, redact, depth + 1) });
  }
  return reduced;
}

interface ErrorFacts {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly frames: readonly string[];
  readonly cause?: unknown;
}

/** Properties of a foreign error may be getters, and those may throw. */
function readableFacts(error: unknown): ErrorFacts {
  try {
    return factsOf(error);
  } catch {
    return { name: 'Error', code: null, message: 'An error that cannot be read.', frames: [] };
  }
}

function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) {
    return { name: 'Error', code: null, message: `Not an error, but a ${typeof error}.`, frames: [] };
  }
  return {
    name: String(error.name),
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
    message: messageOf(error),
    frames: String(error.stack)
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .slice(0, mostFrames),
    cause: error.cause,
  };
}

function messageOf(error: Error): string {
  // JSON.parse quotes the text that it was given.
  if (error instanceof SyntaxError) return 'A text could not be parsed.';
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map((each) => (each instanceof Error ? each.message : '')).join('; ');
  }
  return String(error.message);
}

/** Addresses with a password, and what looks like a credential by its name. */
function withoutCredentials(text: string): string {
  return text
    .replace(/\S+/g, withoutUserInformation)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, '$1 [credential removed]')
    .replace(
      /\b(pass(?:word|wd)?|pwd|secret|token|auth)(["']?\s*[=:]\s*)[^\s,;]+/gi,
      '$1$2[credential removed]',
    );
}

/** An address without what stands before its host. A pattern for all of it would take quadratic time. */
function withoutUserInformation(word: string): string {
  const schemeEnd = word.indexOf('://') + 3;
  const at = word.lastIndexOf('@');
  return schemeEnd < 3 || at < schemeEnd
    ? word
    : `${word.slice(0, schemeEnd)}[credential removed]${word.slice(at)}`;
}
