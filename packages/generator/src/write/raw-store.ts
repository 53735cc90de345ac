import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { RawManifest, RawStore } from '../introspect/raw-store.js';
import { IntrospectionError } from '../introspection-error.js';
import { utf8Text } from './utf8-text.js';

const rawManifest: z.ZodType<RawManifest> = z.object({
  format: z.literal(1),
  account: z.string(),
  scope: z.object({
    include: z.array(z.string()).nullable(),
    exclude: z.array(z.string()),
    probe: z.enum(['known', 'all', 'none']),
    referenceTargets: z.enum(['swagger', 'known']),
    timeZone: z.string().nullable(),
  }),
  complete: z.boolean(),
});

/**
 * Keeps the raw answers of an introspection in a directory: `manifest.json`, and a file an answer
 * under `answers/`. Each file is written whole or not at all. The directory is made when first needed;
 * other files in it are left alone.
 */
export function rawStore(directory: string): RawStore {
  const manifestFile = join(directory, 'manifest.json');
  const answers = join(directory, 'answers');
  return {
    location: directory,
    async readManifest() {
      const kept = await readJson(manifestFile);
      if (kept === undefined) return null;
      const parsed = rawManifest.safeParse(kept);
      if (parsed.success) return parsed.data;
      throw damaged(manifestFile, parsed.error);
    },
    writeManifest: (manifest) => writeJson(manifestFile, manifest),
    readAnswer: (key) => readJson(join(answers, fileName(key))),
    keepAnswer: (key, answer) => writeJson(join(answers, fileName(key)), answer),
    async clear() {
      const isOurs = (await readJson(manifestFile)) !== undefined;
      if (!isOurs && (await isThere(answers))) {
        throw new IntrospectionError(
          'INTROSPECTION_STORE_FOREIGN',
          `${answers} is there, and no introspection made it. Choose another directory for the raw answers.`,
        );
      }
      await rm(answers, { recursive: true, force: true });
      await rm(manifestFile, { force: true });
    },
  };
}

/**
 * A file name that every system takes: names come from the account, and may hold slashes, line breaks,
 * or names such as `con` that Windows reserves. Different keys have different file names.
 */
function fileName(key: string): string {
  const steps = key.split('/');
  const folder = steps.length > 1 ? steps.shift() : undefined;
  const name = steps.join('/');
  const plain =
    /^[a-z0-9_][a-z0-9_-]{0,99}$/.test(name) && !/^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/.test(name);
  const safe = plain ? name : `=${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  return join(folder ?? '', `${safe}.json`);
}

async function readJson(file: string): Promise<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(utf8Text(bytes));
  } catch (error) {
    throw damaged(file, error);
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${randomUUID()}.unfinished`);
  try {
    await writeFile(unfinished, `${JSON.stringify(value, null, 2)}\n`);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function damaged(file: string, cause: unknown): IntrospectionError {
  return new IntrospectionError(
    'INTROSPECTION_STORE_DAMAGED',
    `${file} is damaged, or no introspection wrote it. Choose another directory, or delete this one if nothing else is in it.`,
    cause,
  );
}
