import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const textOf = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('the guide to the configuration explains every setting that there is', async () => {
  const source = await textOf('packages/cli/src/settings/configuration.ts');
  const guide = await textOf('docs/guides/configuration.md');
  const settings = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name);
  expect(settings).toContain('schema');
  expect([...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(settings);
});
