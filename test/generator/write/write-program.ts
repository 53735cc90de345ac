/** Writes 30 files with its name in them whenever it is told to, and says what became of it. */
import { generatedMark } from '../../../packages/generator/src/generated-mark.js';
import { WriteError } from '../../../packages/generator/src/write/write-error.js';
import { writeFiles } from '../../../packages/generator/src/write/write-files.js';

const [, , name] = process.argv;

process.on('message', async ({ folder, round }: { readonly folder: string; readonly round: number }) => {
  const files = Array.from({ length: 30 }, (_, index) => ({
    name: `file${index}.ts`,
    text: `${generatedMark}from a test.\n\n// ${name} ${round}\n`,
  }));
  const answer = await writeFiles(files, folder).then(
    () => 'written',
    (error: unknown) => (error instanceof WriteError ? error.code : String(error)),
  );
  process.send?.(answer);
});
process.send?.('ready');
