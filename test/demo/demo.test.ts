import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { mustSucceed } from '../../scripts/packaging/run-command.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));

it('the demo goes from an account to the rows of typed queries', async () => {
  const output = await mustSucceed({
    program: process.execPath,
    arguments: ['--import', 'tsx', '--conditions=@suitewright/source', 'demo/demo.ts'],
    directory: repository,
  });
  // What the demo data holds is the emulator's business; that each part has rows is the demo's.
  expect(output).toMatch(/Introspected over OAuth 2\.0: \d{3} records, \d+ SuiteQL tables, \d+ requests\n/);
  expect(output).toMatch(/LEFT JOIN customer .+\n(?:.+\n)+\n {2}tranid .+\n.+\n {2}SO\d+ /);
  expect(output).toMatch(/ lines in (?:[2-9]|\d\d+) pages\n/);
  expect(output).toMatch(/GROUP BY currency\.symbol\n(?:.+\n)+\n {2}currency .+\n.+\n {2}USD /);
  expect(output).toMatch(/Ran demo\/program\.ts: \d+ requests\n/);
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
}, 120_000);
