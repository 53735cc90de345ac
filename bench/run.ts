// npm run bench -- [--json] [NAME…]

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Measurement } from './measurement.js';

const benches: Readonly<Record<string, () => Promise<{ readonly run: () => AsyncGenerator<Measurement> }>>> =
  {
    generate: () => import('./benches/generate.js'),
    types: () => import('./benches/types.js'),
    completion: () => import('./benches/completion.js'),
    import: () => import('./benches/import-client.js'),
    compile: () => import('./benches/compile.js'),
    parse: () => import('./benches/parse.js'),
    decode: () => import('./benches/decode.js'),
    paging: () => import('./benches/paging.js'),
    introspect: () => import('./benches/introspect.js'),
    faults: () => import('./benches/faults.js'),
    'million-rows': () => import('./benches/million-rows.js'),
    statements: () => import('./benches/statements.js'),
    resume: () => import('./benches/resume.js'),
  };

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const chosen = words.filter((word) => word !== '--json');
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

if (!existsSync(new URL('node_modules/kysely', import.meta.url))) {
  console.error('Installing the peers (bench/package-lock.json)…');
  execFileSync('npm', ['ci', '--no-workspaces'], {
    cwd: new URL('.', import.meta.url),
    stdio: ['ignore', 2, 2],
  });
}

let failed = false;
for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) {
  const load = benches[name];
  if (load === undefined) continue;
  console.error(`${name} …`);
  try {
    for await (const found of (await load()).run()) print(found);
  } catch (error) {
    failed = true;
    console.error(`${name} failed:`, error);
  }
}
process.exit(failed ? 1 : 0);

function print(found: Measurement): void {
  if (asJson) {
    console.log(JSON.stringify(found));
    return;
  }
  const mark = found.met === null ? ' ' : found.met ? '✓' : '✗';
  const peer =
    found.peer === null ? '' : `${found.peer} ${figure(found.peerValue)}, ratio ${figure(found.ratio)}`;
  const line = [
    mark,
    found.name.padEnd(44),
    `${figure(found.value)} ${found.unit}`.padEnd(20),
    peer.padEnd(44),
  ];
  console.log(`${line.join(' ')}${found.goal === null ? '' : ` goal ${found.goal}`}`);
}

function figure(value: number | null): string {
  if (value === null) return '';
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3);
}
