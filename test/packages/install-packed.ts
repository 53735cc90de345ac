import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packPackages } from '../../scripts/packaging/pack-packages.js';
import { packageFolders, repository } from '../../scripts/packaging/packages.js';
import { mustSucceed } from '../../scripts/packaging/run-command.js';

/**
 * Packs all packages and installs them with npm into a folder, without the network: what they declare as
 * their dependencies, and nothing else, is linked from the checkout.
 */
export async function installPacked(directory: string): Promise<void> {
  const tarballs = await packPackages(join(directory, 'tarballs'));
  const dependencies: Record<string, string> = {};
  for (const folder of packageFolders) Object.assign(dependencies, await thirdParties(folder));
  for (const { name, path } of tarballs) dependencies[name] = `file:${path}`;
  for (const name of ['typescript', '@types/node']) dependencies[name] = `file:${installed('', name)}`;
  const manifest = { name: 'app', private: true, type: 'module', dependencies };
  await writeFile(join(directory, 'package.json'), JSON.stringify(manifest, null, 2));
  await mustSucceed({
    program: 'npm',
    arguments: ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    directory,
  });
}

async function thirdParties(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(repository, 'packages', folder, 'package.json'), 'utf8');
  // The shape of every package.json.
  const { dependencies = {} } = JSON.parse(text) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const names = Object.keys(dependencies).filter((name) => !name.startsWith('@suitewright/'));
  return Object.fromEntries(names.map((name) => [name, `file:${installed(join('packages', folder), name)}`]));
}

function installed(folder: string, name: string): string {
  const own = join(repository, folder, 'node_modules', name);
  return existsSync(own) ? own : join(repository, 'node_modules', name);
}
