import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The folders under packages/ that are published, each after those that it depends on. */
export const packageFolders = ['runtime', 'suiteql', 'schema', 'generator', 'emulator', 'cli'] as const;
