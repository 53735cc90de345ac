import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from '../database/open.js';
import { applyWrite } from '../database/row-write.js';
import { executeSuiteql } from '../suiteql/execute.js';
import { printItems } from '../suiteql/print-items.js';
import { SuiteqlRejection } from '../suiteql/rejection.js';
import { limitWasmMemory } from './limit-wasm-memory.js';
import type { WorkerOrder, WorkerReport, WorkerSetup } from './messages.js';

// The thread in which statements run. What it throws ends it, and fails the statement.

const { file, account, wideColumns, memoryMaximumBytes } = workerData as WorkerSetup;
limitWasmMemory(memoryMaximumBytes);
let now = 0;
const database = openSnapshot({ file, account, wideColumns, now: () => now });

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (order: WorkerOrder) => {
  if (order.kind === 'writes') {
    for (const write of order.writes) applyWrite(database, write);
    return;
  }
  now = order.now;
  try {
    const { rows, totalResults } = executeSuiteql(database, order.request);
    report({ kind: 'page', page: { items: printItems(rows), count: rows.length, totalResults } });
  } catch (error) {
    if (!(error instanceof SuiteqlRejection)) throw error;
    const { description, reason } = error;
    report({ kind: 'rejected', description, reason, outOfMemory: reason === 'out of memory' });
  }
});
report({ kind: 'ready' });
