import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type EmulatorProcess, startEmulatorProcess } from '../emulator-process.js';
import { type Measurement, measurement } from '../measurement.js';

const ROWS = 1_000_000;
const KILLS = 10;

/** What the reading process tells: the keys of some rows, and where a later one can take up. */
export interface Progress {
  readonly keys: readonly number[];
  readonly checkpoint: string;
}

/** Reads a million rows in a process that is killed ten times at a random moment, each time resumed by another one. */
export async function* run(): AsyncGenerator<Measurement> {
  const emulator = await startEmulatorProcess(...['--rows', String(ROWS)]);
  try {
    const counts = new Map<number, number>();
    let checkpoint = '';
    let kills = 0;
    for (let isDone = false; !isDone; ) {
      const killAfter = kills < KILLS ? 20_000 + Math.random() * 100_000 : Number.POSITIVE_INFINITY;
      isDone = await readUntilKilled(emulator, checkpoint, killAfter, (progress) => {
        for (const key of progress.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
        checkpoint = progress.checkpoint;
      });
      if (!isDone) kills += 1;
    }
    const twice = [...counts.values()].filter((count) => count > 1).length;
    yield measurement(`rows read, killed and resumed ${kills} times`, counts.size, 'rows', {
      goal: `>= ${ROWS}`,
      met: (value) => value >= ROWS && kills === KILLS,
    });
    yield measurement('rows that came twice', twice, 'rows', { goal: '0', met: (value) => value === 0 });
  } finally {
    await emulator.stop();
  }
}

/** True: the read came to its end. */
async function readUntilKilled(
  { environment }: EmulatorProcess,
  checkpoint: string,
  killAfterRows: number,
  note: (progress: Progress) => void,
): Promise<boolean> {
  const program = fileURLToPath(new URL('../resumed-reader.ts', import.meta.url));
  const reader = fork(program, [checkpoint], {
    env: { ...process.env, ...environment },
    execArgv: ['--import', 'tsx', '--conditions=@suitewright/source'],
  });
  let rows = 0;
  reader.on('message', (progress: Progress) => {
    note(progress);
    rows += progress.keys.length;
    if (rows >= killAfterRows) reader.kill('SIGKILL');
  });
  const [code] = await once(reader, 'close');
  return code === 0;
}
