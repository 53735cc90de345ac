import { cp, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageFolders, repository } from '../../scripts/packaging/packages.js';
import { runCommand } from '../../scripts/packaging/run-command.js';
import { temporaryFolder } from '../cli/suitewright-process.js';

describe('npm pack', () => {
  it('fails in a package that is not built, and says how to build it', async () => {
    const root = await temporaryFolder();
    onTestFinished(() => rm(root, { recursive: true }));
    await cp(join(repository, 'scripts', 'packaging'), join(root, 'scripts', 'packaging'), {
      recursive: true,
    });
    const packed = packageFolders.map(async (folder) => {
      const directory = join(root, 'packages', folder);
      await cp(join(repository, 'packages', folder), directory, {
        recursive: true,
        filter: (path) => !['dist', 'node_modules', 'data', 'src'].includes(basename(path)),
      });
      const { exitCode, output } = await runCommand({ program: 'npm', arguments: ['pack'], directory });
      expect(exitCode, folder).not.toBe(0);
      expect(output).toMatch(/has no dist, .*so it is not packed\. Run 'npm run build'/);
      expect((await readdir(directory)).filter((file) => file.endsWith('.tgz'))).toEqual([]);
    });
    await Promise.all(packed);
  }, 120_000);
});
