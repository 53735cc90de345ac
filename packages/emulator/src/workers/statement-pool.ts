import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AccountDefinition } from '../account/definition.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { SuiteqlRequest } from '../suiteql/execute.js';
import { SuiteqlRejection, timedOut, unsupported } from '../suiteql/rejection.js';
import type { StatementPage, WorkerOrder, WorkerReport, WorkerSetup } from './messages.js';
import { makeSnapshotFolder, removeSnapshotFolder } from './snapshot-folder.js';

export interface StatementPoolOptions {
  readonly database: EmulatorDatabase;
  readonly account: AccountDefinition;
  /** How long a statement may run. */
  readonly timeoutMs: number;
  readonly threadsMaximum: number;
}

/** Runs statements in threads of their own, so that none can block or end the process. Must be closed. */
export interface StatementPool {
  /** @throws {SuiteqlRejection} NetSuite would not run the statement, or it needs too much time or memory. */
  readonly run: (request: SuiteqlRequest) => Promise<StatementPage>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly request: SuiteqlRequest;
  readonly resolve: (page: StatementPage) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  job: Job | null;
  /** Ends the thread when the job's time is over. */
  timer: NodeJS.Timeout | undefined;
}

/** What a thread may take for SQLite, sorting and grouping included, and again for JavaScript. */
const memoryMaximumMiB = 512;

/** How long statements wait for the threads that there are before another one is started. */
const patienceMs = 500;

// Node 20 runs no TypeScript in worker threads, whatever loader its process has.
const workerFile = import.meta.url.endsWith('.ts') ? './worker-from-source.mjs' : './statement-worker.js';

/**
 * Each thread has a copy of the rows, and learns of every write before the next statement. So a thread can be ended
 * at any moment and leaves nothing behind. One serves as long as statements are quick.
 */
export function createStatementPool(options: StatementPoolOptions): StatementPool {
  const { database, account, timeoutMs, threadsMaximum } = options;
  const threads = new Set<Thread>();
  const terminations = new Set<Promise<unknown>>();
  const queue: Job[] = [];
  let impatience: NodeJS.Timeout | undefined;
  let closed = false;

  database.writes.subscribe((writes) => {
    for (const thread of threads) send(thread, { kind: 'writes', writes });
  });

  function startThread(): Thread {
    const folder = makeSnapshotFolder();
    try {
      const file = join(folder, 'rows.db');
      database.snapshot(file);
      const setup: WorkerSetup = {
        file,
        account,
        wideColumns: [...database.wideColumns],
        memoryMaximumBytes: memoryMaximumMiB * 2 ** 20,
      };
      const worker = new Worker(new URL(workerFile, import.meta.url), {
        workerData: setup,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMaximumMiB },
      });
      const thread: Thread = { worker, ready: false, job: null, timer: undefined };
      worker.on('message', (report: WorkerReport) => {
        if (report.kind === 'ready') removeSnapshotFolder(folder);
        receive(thread, report);
      });
      worker.on('error', (error) => endThread(thread, failure(error)));
      worker.on('exit', () => {
        removeSnapshotFolder(folder);
        endThread(thread, new Error('The thread of the statement ended.'));
      });
      threads.add(thread);
      return thread;
    } catch (error) {
      removeSnapshotFolder(folder);
      throw error;
    }
  }

  function endThread(thread: Thread, reason: Error): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const termination = thread.worker.terminate().finally(() => terminations.delete(termination));
    terminations.add(termination);
    thread.job?.reject(reason);
    thread.job = null;
    dispatch();
  }

  function receive(thread: Thread, report: WorkerReport): void {
    if (report.kind === 'ready') {
      thread.ready = true;
      limitTime(thread);
      return;
    }
    const { job } = thread;
    clearTimeout(thread.timer);
    thread.job = null;
    if (report.kind === 'page') {
      job?.resolve(report.page);
    } else {
      const rejection = new SuiteqlRejection(report.description, report.reason);
      job?.reject(rejection);
      if (report.outOfMemory) endThread(thread, rejection);
    }
    dispatch();
  }

  /** Time counts from when the thread can work. */
  function limitTime(thread: Thread): void {
    if (!thread.ready || thread.job === null) return;
    thread.timer = setTimeout(() => {
      const reason = `The statement ran longer than ${timeoutMs} ms (the option statementTimeoutMs).`;
      endThread(thread, timedOut(reason));
    }, timeoutMs);
  }

  function send({ worker }: Thread, order: WorkerOrder): void {
    worker.postMessage(order);
  }

  function dispatch(): void {
    clearTimeout(impatience);
    for (const thread of threads) {
      if (thread.job !== null) continue;
      const job = queue.shift();
      if (job === undefined) return;
      thread.job = job;
      send(thread, { kind: 'statement', request: job.request, now: database.now() });
      limitTime(thread);
    }
    if (queue.length === 0 || closed || threads.size >= threadsMaximum) return;
    if (threads.size === 0) addThread();
    else impatience = setTimeout(addThread, patienceMs);
  }

  function addThread(): void {
    try {
      startThread();
    } catch (error) {
      // No room for a copy of the rows, for example.
      queue.shift()?.reject(failure(error));
    }
    dispatch();
  }

  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('The emulator is closed.'));
          return;
        }
        queue.push({ request, resolve, reject });
        dispatch();
      }),
    close: async () => {
      closed = true;
      const reason = new Error('The emulator was closed while the statement ran.');
      for (const job of queue.splice(0)) job.reject(reason);
      for (const thread of [...threads]) endThread(thread, reason);
      await Promise.all(terminations);
    },
  };
}

function failure(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return unsupported(`The statement needs more than ${memoryMaximumMiB} MiB of memory.`, error);
  }
  return error;
}
