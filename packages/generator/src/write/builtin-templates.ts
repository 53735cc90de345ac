import { fileURLToPath } from 'node:url';

/**
 * The folder of the templates that come with this package: its own when it is installed, the
 * repository's when it runs there (the package gets its copy when it is packed).
 */
export function builtinTemplatesPath(moduleUrl: string = import.meta.url): string {
  const inRepository = /\/packages\/generator\/(?:src|dist)\/write\/[^/]*$/.test(moduleUrl);
  return fileURLToPath(new URL(inRepository ? '../../../../templates/' : '../../templates/', moduleUrl));
}
