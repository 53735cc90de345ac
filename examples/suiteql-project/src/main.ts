import { existsSync } from 'node:fs';
import { createClient } from './netsuite/index.js';
import { report } from './report.js';

if (existsSync('.env')) process.loadEnvFile();

await using ns = createClient();
process.stdout.write(
  `${JSON.stringify(await report(ns, { since: '2026-01-01', asOf: '2026-07-01' }), null, 2)}\n`,
);
