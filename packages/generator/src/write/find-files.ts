import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type IgnoreRules, ignoreRules } from './ignore-rules.js';

export interface FileSearch {
  /** What the names of the files end with. */
  readonly endings: readonly string[];
  /**
   * Patterns of what to leave out, as `.gitignore` files have them, relative to the working directory; `!build/` takes
   * something in again. Default: none.
   */
  readonly ignore?: readonly string[];
}

/** Also where no `.gitignore` says so: what is built stands there. */
const buildFolders = ['dist/', 'build/', 'coverage/'];

/**
 * The files of a folder and the folders in it, in the order of their paths. Left out are what `.gitignore` files name,
 * up to the root of the repository; build folders; `node_modules`; folders whose name begins with a dot; and folders with
 * a package.json of their own, which are other projects.
 *
 * @param path The folder, or a file, which is given back whatever its name.
 * @throws {Error} It cannot be read: the operating system's error.
 */
export async function findFiles(
  path: string,
  { endings, ignore = [] }: FileSearch,
): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const rules = [ignoreRules(buildFolders, resolve(path)), ...(await rulesAbove(resolve(path)))];
  return (await filesOf(path, { endings, rules, given: ignoreRules(ignore, resolve('.')) })).toSorted();
}

interface Walk {
  readonly endings: readonly string[];
  /** Of all folders on the way, the outermost first. */
  readonly rules: readonly IgnoreRules[];
  /** They go before the others. */
  readonly given: IgnoreRules;
}

async function filesOf(directory: string, walk: Walk): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const own = entries.some(({ name }) => name === '.gitignore' || name === '.git')
    ? [await rulesIn(directory)]
    : [];
  const inside = { ...walk, rules: [...walk.rules, ...own] };
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(directory, entry.name);
      if (entry.isFile()) {
        const isWanted = walk.endings.some((ending) => entry.name.endsWith(ending));
        return isWanted && !isIgnored(path, 'file', inside) ? [path] : [];
      }
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      return isIgnored(path, 'folder', inside) || (await isProject(path)) ? [] : filesOf(path, inside);
    }),
  );
  return found.flat();
}

function isIgnored(path: string, kind: 'file' | 'folder', { rules, given }: Walk): boolean {
  const absolute = resolve(path);
  let decision = given(absolute, kind);
  for (const rule of rules.toReversed()) decision ??= rule(absolute, kind);
  return decision ?? false;
}

/** The rules of the folders that hold a folder: up to the repository's, else up to the working directory. */
async function rulesAbove(directory: string): Promise<readonly IgnoreRules[]> {
  const root = (await repositoryOf(directory)) ?? resolve('.');
  const steps = relative(root, directory).split(sep);
  if (steps[0] === '' || steps[0] === '..') return [];
  const folders = steps.map((_, depth) => join(root, ...steps.slice(0, depth)));
  return Promise.all(folders.map(rulesIn));
}

async function repositoryOf(directory: string): Promise<string | null> {
  if (await isThere(join(directory, '.git'))) return directory;
  const parent = dirname(directory);
  return parent === directory ? null : repositoryOf(parent);
}

async function rulesIn(directory: string): Promise<IgnoreRules> {
  const files = [join(directory, '.git', 'info', 'exclude'), join(directory, '.gitignore')];
  // One that cannot be read leaves nothing out, as in git.
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return ignoreRules(
    texts.flatMap((text) => text.replace(/^\ufeff/, '').split('\n')),
    resolve(directory),
  );
}

async function isProject(directory: string): Promise<boolean> {
  return stat(join(directory, 'package.json')).then(
    (found) => found.isFile(),
    () => false,
  );
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
