/**
 * Builds and runs the generated client with the bundlers and the versions of Node that people use, each in a project of
 * its own, against the emulator. They come from the npm registry, so this is no part of the tests.
 * `npm run examples -- NAME …` tries only the named ones.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@suitewright/emulator';
import { introspect, normalize } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import { serializeSchemaDocument } from '@suitewright/schema';
import { targets } from './examples/targets.js';
import { type Trial, tryTarget } from './examples/try-target.js';
import { packPackages } from './packaging/pack-packages.js';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !targets.some((target) => target.name === name));
if (unknown.length > 0) {
  console.error(
    `No target is called ${unknown.join(', ')}. Use: ${targets.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const seed = {
  tables: {
    customer: [
      { id: 1, companyname: 'Acme' },
      { id: 2, companyname: 'Café Noir' },
      { id: 3, companyname: 'Zoë GmbH' },
    ],
  },
};

const folder = await mkdtemp(join(tmpdir(), 'suitewright-examples-'));
try {
  await using emulator = await startEmulator({ seed });
  const environment = emulator.environment();
  await using connection = createConnection({ environment });
  const trial: Trial = {
    tarballs: await packPackages(join(folder, 'tarballs')),
    schema: serializeSchemaDocument(normalize(await introspect(connection))),
    environment,
    answer: '3 customers: Acme, Café Noir, Zoë GmbH',
  };
  for (const target of targets) {
    if (names.length > 0 && !names.includes(target.name)) continue;
    const startedAt = performance.now();
    const directory = join(folder, target.name, 'project');
    const outcome = await tryTarget(directory, target, trial).then(
      (version) => ({ word: 'ok    ', said: version }),
      (error: Error) => ({ word: 'FAILED', said: error.message }),
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${outcome.word} ${seconds.padStart(5)} s  ${target.name}: ${outcome.said}`);
    if (outcome.word === 'FAILED') process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
