/**
 * Writes the committed generated code anew: test/golden/*\/expected, generated/ and the example project's.
 * With `--check` it writes nothing, lists what differs, and fails if anything does.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { generate } from '@suitewright/generator';
import { differences } from './golden/compare-folder.js';
import {
  demoFolder,
  exampleFolder,
  type GoldenFolder,
  goldenCases,
  repository,
} from './golden/golden-folders.js';

const folders = [...(await goldenCases()), await demoFolder(), await exampleFolder()];

if (process.argv.includes('--check')) {
  const found = (await Promise.all(folders.map(differences))).flat();
  if (found.length > 0) {
    console.error(`Generated code differs in ${found.length} files:\n${found.join('\n')}`);
    console.error('Run `npm run golden`, and review the changes as code.');
    process.exitCode = 1;
  }
} else {
  for (const folder of folders) await write(folder);
}

async function write({ directory, schema, schemaFile, settings }: GoldenFolder): Promise<void> {
  if (schemaFile !== null) {
    await mkdir(dirname(schemaFile.path), { recursive: true });
    await writeFile(schemaFile.path, schemaFile.text);
  }
  const { written, unchanged, removed } = await generate(schema, { directory, ...settings });
  console.log(
    `${relative(repository, directory)}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
  );
}
