import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@suitewright/generator';
import { parseSchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import openapiTS, { astToString } from 'openapi-typescript';
import { FIELDS, openApiDocument, RECORDS, schemaDocument } from '../account-400.js';
import { elapsedMs, type Measurement, measurement, median } from '../measurement.js';

/** From schema.json to files, beside openapi-typescript on the same catalog. */
export async function* run(): AsyncGenerator<Measurement> {
  const directory = await mkdtemp(join(tmpdir(), 'suitewright-bench-'));
  try {
    await writeFile(join(directory, 'schema.json'), serializeSchemaDocument(schemaDocument()));
    await writeFile(join(directory, 'openapi.json'), JSON.stringify(openApiDocument()));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 3; round++) {
      ours.push(
        await elapsedMs(async () => {
          const document = parseSchemaDocument(await readFile(join(directory, 'schema.json'), 'utf8'));
          await generate(document, { directory: join(directory, `out${round}`) });
        }),
      );
      theirs.push(
        await elapsedMs(async () => {
          const document = JSON.parse(await readFile(join(directory, 'openapi.json'), 'utf8'));
          await writeFile(join(directory, `openapi${round}.ts`), astToString(await openapiTS(document)));
        }),
      );
    }
    yield measurement(`generate ${RECORDS} records x ${FIELDS} fields`, median(ours) / 1000, 's', {
      peer: 'openapi-typescript',
      peerValue: median(theirs) / 1000,
      goal: '<= 1.0 s and <= 1/4 of the peer',
      met: (seconds, ratio) => seconds <= 1 && ratio <= 0.25,
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}
