/**
 * Builds what is published: a tarball for each package, in dist/.
 */
import { join } from 'node:path';
import { packPackages } from './packaging/pack-packages.js';
import { repository } from './packaging/packages.js';

for (const { path } of await packPackages(join(repository, 'dist'))) console.log(path);
