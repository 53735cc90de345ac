import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../scripts/packaging/packages.js';

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly link?: boolean; readonly integrity?: string; readonly inBundle?: boolean }>
  >;
}

describe('the lock files', () => {
  it.each(['package-lock.json', 'bench/package-lock.json'])(
    '%s has the integrity of every package',
    async (file) => {
      const { packages } = JSON.parse(await readFile(join(repository, file), 'utf8')) as LockFile;
      const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));
      const without = installed
        .filter(([, { link, inBundle, integrity }]) => !link && !inBundle && integrity === undefined)
        .map(([path]) => path);
      expect(installed.length).toBeGreaterThan(0);
      expect(without).toEqual([]);
    },
  );
});
