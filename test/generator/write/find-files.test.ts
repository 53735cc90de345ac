import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../../packages/generator/src/write/find-files.js';
import { ignoreRules } from '../../../packages/generator/src/write/ignore-rules.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'suitewright-find-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
}

async function found(folder = '', ignore: readonly string[] = []): Promise<readonly string[]> {
  const files = await findFiles(join(directory, folder), { endings: ['.suiteql'], ignore });
  return files.map((file) => relative(directory, file).split(sep).join('/'));
}

describe('the files of a folder', () => {
  it('are all there where a pattern means nothing', async () => {
    await write({ '.gitignore': '[z-a]\n[a-\nb.suiteql\n', 'a.suiteql': '', 'b.suiteql': '' });
    expect(await found()).toEqual(['a.suiteql']);
  });

  it('are without what is built, installed, hidden, or another project', async () => {
    const left = ['dist/a', 'src/build/a', 'coverage/a', 'node_modules/x/a', '.cache/a', 'other/a'];
    await write({
      ...Object.fromEntries(left.map((name) => [`${name}.suiteql`, ''])),
      'other/package.json': '{}',
      'a.suiteql': '',
      'src/b.suiteql': '',
    });
    expect(await found()).toEqual(['a.suiteql', 'src/b.suiteql']);
    expect(await found('dist')).toEqual(['dist/a.suiteql']);
  });

  it('are without what .gitignore files name, nested ones and those of the repository above', async () => {
    await write({
      '.git/info/exclude': 'mine.suiteql\n',
      '.gitignore': '\ufeff# made\r\n/made/\r\n*.old.suiteql\r\n!build/\n',
      'made/a.suiteql': '',
      'build/taken-in.suiteql': '',
      'app/made/kept.suiteql': '',
      'app/.gitignore': '!kept.old.suiteql\nsecret/*\n!secret/b.suiteql\n',
      'app/kept.old.suiteql': '',
      'app/gone.old.suiteql': '',
      'app/mine.suiteql': '',
      'app/secret/a.suiteql': '',
      'app/secret/b.suiteql': '',
    });
    const inApp = ['app/kept.old.suiteql', 'app/made/kept.suiteql', 'app/secret/b.suiteql'];
    expect(await found()).toEqual([...inApp, 'build/taken-in.suiteql']);
    expect(await found('app')).toEqual(inApp);
    expect(await found('app/gone.old.suiteql')).toEqual(['app/gone.old.suiteql']);
  });

  it('are without what the caller names, which goes before all else', async () => {
    await write({
      '.gitignore': 'a/',
      'a/a.suiteql': '',
      'legacy/b.suiteql': '',
      'x/legacy/c.suiteql': '',
      'd.suiteql': '',
    });
    const from = relative(process.cwd(), directory).split(sep).join('/');
    // Patterns are relative to the working directory, and name nothing outside it.
    expect(await found('', ['**/legacy/**'])).toEqual(from.startsWith('..') ? expect.any(Array) : []);
    const rules = ignoreRules(['**/legacy/**', '!a/'], directory);
    expect(rules(join(directory, 'legacy/b'), 'file')).toBe(true);
    expect(rules(join(directory, 'x/legacy/c'), 'file')).toBe(true);
    expect(rules(join(directory, 'a'), 'folder')).toBe(false);
    expect(rules(join(directory, 'd'), 'file')).toBeUndefined();
  });
});

describe('the patterns of a .gitignore file', () => {
  const paths = ['a', 'b', 'ab', 'a.b', 'a/b', 'a/a', 'b/a', 'a/b/a', 'a/a/b', 'b/ab/a', '#a', '!a', 'a b'];
  const piece = fc.constantFrom(
    ...['a', 'b', '/', '*', '**', '?', '[ab]', '[!a]', '[]a]', '.', '\\', '!', '#', ' ', '[', '**/', '/**'],
  );
  const pattern = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.join(''))
    // Two stars inside a name: git's documentation says that they are one, and git itself does not always.
    .filter((text) => !/[^/]\*\*|\*\*[^/]/.test(text));

  it('mean what they mean to git', async () => {
    const cases = fc.sample(fc.array(pattern, { minLength: 1, maxLength: 3 }), { numRuns: 200, seed: 1 });
    await write(
      Object.fromEntries(cases.map((patterns, at) => [`c${at}/.gitignore`, `${patterns.join('\n')}\n`])),
    );
    execFileSync('git', ['init', '--quiet'], { cwd: directory });
    const all = cases.flatMap((_, at) => paths.map((path) => `c${at}/${path}`));
    const told = execFileSync(
      'git',
      ['-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-v', '-n', '-z', '--stdin'],
      { cwd: directory, input: all.join('\0'), encoding: 'utf8' },
    ).split('\0');
    const ours = cases.map((patterns, at) => {
      const rules = ignoreRules(patterns, join(directory, `c${at}`));
      return { patterns, leftOut: paths.filter((path) => isLeftOut(`c${at}`, path, rules)) };
    });
    // Of each path git tells: source, line, the pattern that decides or nothing, path.
    const decisive = (at: number): string => told[at * 4 + 2] ?? '';
    const gits = cases.map((patterns, at) => ({
      patterns,
      leftOut: paths.filter((_, path) => /^(?!!)./.test(decisive(at * paths.length + path))),
    }));
    expect(ours).toEqual(gits);
    expect(gits.flatMap(({ leftOut }) => leftOut).length).toBeGreaterThan(200);
  });

  /** The first folder on the way that is left out decides, then the file itself. */
  function isLeftOut(root: string, path: string, rules: ReturnType<typeof ignoreRules>): boolean {
    const names = path.split('/');
    return names.some((_, at) =>
      rules(join(directory, root, ...names.slice(0, at + 1)), at < names.length - 1 ? 'folder' : 'file'),
    );
  }
});
