import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A place in a file that is open; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What an editor runs for TypeScript 6: requests and answers as lines of JSON. */
export interface LanguageServer {
  /** Opens a file, as an editor does. */
  open(file: string): void;
  /** Types text at a place, as a keystroke does: what was computed of the file before does not hold any more. */
  type(text: string, place: Place): void;
  /** The names that completion offers at a place. */
  complete(place: Place): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Answer {
  readonly type: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: { readonly entries?: readonly { readonly name: string }[] };
}

/** Starts TypeScript 6's tsserver. */
export function startLanguageServer(): LanguageServer {
  const program = fileURLToPath(new URL('../node_modules/typescript-6/lib/tsserver.js', import.meta.url));
  const server = spawn(process.execPath, [program, '--disableAutomaticTypingAcquisition'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = listen(server);
  let requests = 0;
  const send = (command: string, requestArguments: object): number => {
    requests += 1;
    const request = { seq: requests, type: 'request', command, arguments: requestArguments };
    server.stdin.write(`${JSON.stringify(request)}\n`);
    return requests;
  };

  return {
    open(file) {
      send('open', { file });
    },
    type(text, { file, line, column }) {
      send('change', { file, line, offset: column, endLine: line, endOffset: column, insertString: text });
    },
    async complete({ file, line, column }) {
      const sequence = send('completionInfo', { file, line, offset: column });
      const answer = await new Promise<Answer>((resolve) => waiting.set(sequence, resolve));
      if (answer.success !== true) throw new Error(`tsserver: ${answer.message ?? 'no answer'}`);
      return (answer.body?.entries ?? []).map(({ name }) => name);
    },
    async close() {
      const ended = once(server, 'exit');
      send('exit', {});
      await ended;
    },
  };
}

/** Hands each answer to the request that waits for it. */
function listen({ stdout }: ChildProcess): Map<number, (answer: Answer) => void> {
  const waiting = new Map<number, (answer: Answer) => void>();
  if (stdout === null) throw new Error('tsserver has no output to read.');
  createInterface({ input: stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return; // Headers and empty lines stand between the answers.
    const answer = JSON.parse(line) as Answer;
    if (answer.type !== 'response' || answer.request_seq === undefined) return;
    waiting.get(answer.request_seq)?.(answer);
    waiting.delete(answer.request_seq);
  });
  return waiting;
}
