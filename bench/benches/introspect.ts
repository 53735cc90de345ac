import { introspect } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import { startEmulatorProcess } from '../emulator-process.js';
import { elapsedMs, type Measurement, measurement } from '../measurement.js';

const LATENCY_MS = 300;
const CONCURRENCY = 5;

/** Introspecting the demo account when every request takes 300 ms, five at a time. */
export async function* run(): AsyncGenerator<Measurement> {
  const emulator = await startEmulatorProcess(
    ...['--rows', '500', '--latency-ms', String(LATENCY_MS), '--concurrency', String(CONCURRENCY)],
  );
  try {
    await using connection = createConnection({
      environment: emulator.environment,
      concurrency: CONCURRENCY,
    });
    let requests = 0;
    const counted = {
      ...connection,
      request: (request: Parameters<typeof connection.request>[0]) => {
        requests++;
        return connection.request(request);
      },
    };
    const ms = await elapsedMs(() => introspect(counted));
    const least = (requests * LATENCY_MS) / CONCURRENCY;
    yield measurement(`introspect the demo account, ${requests} requests`, ms / least, 'x requests·L/c', {
      goal: '<= 1.2',
      met: (ratio) => ratio <= 1.2,
    });
  } finally {
    await emulator.stop();
  }
}
