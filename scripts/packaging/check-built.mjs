/**
 * Fails where the package in the working directory lacks a file that it publishes: `prepack` of every package.
 * JavaScript, since npm runs it in a checkout that may hold nothing but the sources.
 */
import { existsSync, readFileSync } from 'node:fs';

const { name, files, exports, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const { types, default: main } = exports['.'];
const wanted = [
  ...files.filter((file) => !file.startsWith('!')),
  types,
  main,
  ...Object.values(bin),
  'LICENSE',
];
const missing = wanted.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(
    `${name} has no ${missing.join(', ')}, so it is not packed. Run 'npm run build' in the root of the repository: ` +
      'it builds every package from a clean copy and packs it into dist/.',
  );
  process.exitCode = 1;
}
