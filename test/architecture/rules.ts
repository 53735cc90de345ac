import type { Import, SourceFile } from './source-file.js';

/** Lists what breaks it, a line each. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

type Permission = 'any' | 'types';

const mayImport: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  runtime: {},
  suiteql: {},
  schema: { runtime: 'types', suiteql: 'types' },
  generator: { schema: 'any', suiteql: 'any', runtime: 'any' },
  emulator: { schema: 'any', suiteql: 'any' },
  cli: { generator: 'any', emulator: 'any', runtime: 'any', schema: 'any', suiteql: 'any' },
};

/** Packages import only the siblings that they may, and only what may be taken from them. */
export const packageEdges: Rule = (files) =>
  violations(files, (path, { specifier, isTypeOnly }) => {
    const from = packageOf(path);
    const to = /^@suitewright\/([^/]+)/.exec(specifier)?.[1] ?? (specifier === 'suitewright' ? 'cli' : null);
    if (from === null || to === null || from === to) return null;
    const permission = mayImport[from]?.[to];
    if (permission === undefined) return `${from} may not import ${to}`;
    return permission === 'types' && !isTypeOnly ? `${from} may import only types of ${to}` : null;
  });

/** A package is imported by its public name: not by a path below it, and not by a path to its files. */
export const publicNames: Rule = (files) =>
  violations(files, (path, { specifier, target }) => {
    if (/^@suitewright\/[^/]+\/(?!package\.json$)/.test(specifier)) return 'a path below a public name';
    const reached = target === null ? null : packageOf(target);
    if (reached === null || reached === packageOf(path)) return null;
    // A package's tests lie in test/PACKAGE and see what they test.
    return path.startsWith(`test/${reached}/`) ? null : `the files of ${reached}, by a path`;
  });

const steps = ['introspect', 'normalize', 'plan', 'emit', 'write'];
/** `write` also keeps what `introspect` was answered. */
const interfacesForWriting = new Set(['packages/generator/src/introspect/raw-store.ts']);

/** A step of the generator imports types of the step before, and nothing else of another step. */
export const generatorSteps: Rule = (files) =>
  violations(files, (path, { target, isTypeOnly }) => {
    const from = stepOf(path);
    const to = target === null ? -1 : stepOf(target);
    if (from === -1 || to === -1 || from === to) return null;
    if (!isTypeOnly) return `a value of ${steps[to]} in ${steps[from]}`;
    const isBefore = to === from - 1;
    const isForWriting = steps[from] === 'write' && target !== null && interfacesForWriting.has(target);
    return isBefore || isForWriting ? null : `${steps[to]} is not the step before ${steps[from]}`;
  });

const networkModules = /^(?:undici|(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/.*)?)$/;
const diskModules = /^(?:node:)?fs(?:\/.*)?$/;

/** In the generator only introspect/ talks to an account, and only write/ reads and writes files. */
export const generatorReach: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('packages/generator/src/'))
    .flatMap((file) => [
      ...violations([file], (path, { specifier, isTypeOnly }) => {
        const step = steps[stepOf(path)];
        if (networkModules.test(specifier)) return 'the network is the business of the runtime';
        if (specifier === '@suitewright/runtime' && !isTypeOnly && step !== 'introspect')
          return 'only introspect/ talks to an account';
        return diskModules.test(specifier) && step !== 'write' ? 'only write/ touches the disk' : null;
      }),
      ...file.globals
        .filter((name) => name === 'fetch')
        .map(() => `${file.path}: fetch: only the runtime sends requests`),
    ]);

/** Only the cli prints or ends the process. */
export const printingAndExiting: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('packages/') && !path.startsWith('packages/cli/'))
    .flatMap(({ path, globals }) =>
      globals
        .filter((name) => /^(?:console\.\w+|process\.(?:stdout|stderr|exit|exitCode|abort))$/.test(name))
        .map((name) => `${path}: ${name}: only the cli prints or exits`),
    );

/** No file needs itself, by whatever way round. */
export const noCycles: Rule = (files) => {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target }) => (target === null ? [] : [target])),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start !== -1) cycles.push([...way.slice(start), path].join(' -> '));
    if (start !== -1 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
};

function violations(
  files: readonly SourceFile[],
  problemOf: (path: string, imported: Import) => string | null,
): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((imported) => {
      const problem = problemOf(path, imported);
      return problem === null ? [] : [`${path}: ${imported.specifier}: ${problem}`];
    }),
  );
}

function packageOf(path: string): string | null {
  return /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** -1: not part of a step. */
function stepOf(path: string): number {
  return steps.indexOf(/^packages\/generator\/src\/([^/]+)\//.exec(path)?.[1] ?? '');
}
