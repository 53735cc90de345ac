import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaDocument } from '../account-400.js';
import { startLanguageServer } from '../language-server.js';
import { type Measurement, measurement, median } from '../measurement.js';
import { layOutTypeProject } from '../type-project.js';

/** As many as a transaction with many custom fields has. */
const WIDE_RECORD_FIELDS = 250;
const WARM_UPS = 3;
const RUNS = 15;
const directory = fileURLToPath(new URL('../../node_modules/.cache/bench-completion/', import.meta.url));

const program = `import { createClient } from './netsuite/index.js';

const ns = createClient();
export const rows = await ns.record0.findMany({ where: {  } });
export const others = await ns.record0.findMany({ where: { ref12: {  } } });
export const some = await ns.record0.findMany({ select: {  } });
export const nested = await ns.record0.findMany({ include: { ref12: { select: {  } } } });
`;

/** How long an editor waits for the names of fields, on a record of 250 of them in an account of 400 records. */
export async function* run(): AsyncGenerator<Measurement> {
  await layOutTypeProject(directory, schemaDocument(WIDE_RECORD_FIELDS));
  const file = join(directory, 'program.ts');
  await writeFile(file, program);
  await writeFile(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { target: 'ES2023', module: 'NodeNext', strict: true, types: [], noEmit: true },
      files: ['program.ts'],
    }),
  );
  const server = startLanguageServer();
  try {
    server.open(file);
    for (const place of [
      { title: 'where: { | }', before: 'where: { ', field: 'field249' },
      { title: 'where: { ref12: { | } }', before: 'ref12: { ', field: 'field59' },
      { title: 'select: { | }', before: 'some = await ns.record0.findMany({ select: { ', field: 'field249' },
      {
        title: 'include: { ref12: { select: { | } } }',
        before: 'include: { ref12: { select: { ',
        field: 'field59',
      },
    ]) {
      const milliseconds = await timesOf(async () => {
        const at = { file, ...placeBehind(place.before) };
        // With each keystroke the program is another one, and is checked from the start.
        server.type(' ', at);
        const names = await server.complete(at);
        if (!names.includes(place.field))
          throw new Error(`Completion of '${place.title}' offers no ${place.field}.`);
      });
      yield measurement(`completion: ${place.title}, a record of 250 fields`, median(milliseconds), 'ms', {
        goal: '<= 200 ms',
        met: (value) => value <= 200,
      });
    }
  } finally {
    await server.close();
  }
}

async function timesOf(work: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UPS + RUNS; turn += 1) {
    const startedAt = performance.now();
    await work();
    if (turn >= WARM_UPS) times.push(performance.now() - startedAt);
  }
  return times;
}

/** Where the text ends for the first time; both count from 1. */
function placeBehind(text: string): { readonly line: number; readonly column: number } {
  const lines = program.slice(0, program.indexOf(text) + text.length).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
