import { createClient } from './netsuite/index.js';
import { report } from './report.js';

await using ns = createClient();
process.stdout.write(
  `${JSON.stringify(await report(ns, { since: '2026-01-01', asOf: '2026-07-01' }), null, 2)}\n`,
);
