import { describe, expect, it } from 'vitest';
import { readSources } from './read-sources.js';
import {
  generatorReach,
  generatorSteps,
  noCycles,
  packageEdges,
  printingAndExiting,
  publicNames,
  type Rule,
} from './rules.js';
import { sourceFile } from './source-file.js';

const sources = await readSources();

/** Fabricated files: each line breaks the rule, and is what the rule says of it. */
interface Example {
  readonly rule: Rule;
  readonly allowed: Readonly<Record<string, string>>;
  readonly broken: Readonly<Record<string, string>>;
  readonly says: readonly string[];
}

const rules: Readonly<Record<string, Example>> = {
  'packages import only the siblings that they may': {
    rule: packageEdges,
    allowed: {
      'packages/schema/src/a.ts': "import type { Id } from '@suitewright/runtime';",
      'packages/emulator/src/a.ts': "import { parse } from '@suitewright/suiteql';",
    },
    broken: {
      'packages/runtime/src/a.ts': "export { parse } from '@suitewright/suiteql';",
      'packages/schema/src/a.ts': "import { type Id, createConnection } from '@suitewright/runtime';",
      'packages/emulator/src/a.ts': "const runtime = await import('@suitewright/runtime');",
      'packages/generator/src/a.ts': "let x: import('suitewright').Configuration;",
    },
    says: [
      'packages/runtime/src/a.ts: @suitewright/suiteql: runtime may not import suiteql',
      'packages/schema/src/a.ts: @suitewright/runtime: schema may import only types of runtime',
      'packages/emulator/src/a.ts: @suitewright/runtime: emulator may not import runtime',
      'packages/generator/src/a.ts: suitewright: generator may not import cli',
    ],
  },
  'packages are imported by their public names': {
    rule: publicNames,
    allowed: {
      'test/runtime/query/a.test.ts':
        "import { compile } from '../../../packages/runtime/src/query/compile.js';",
    },
    broken: {
      'bench/a.ts': "import { parse } from '../packages/suiteql/src/parse.js';",
      'test/emulator/a.test.ts': "import { compile } from '../../packages/runtime/src/query/compile.js';",
      'packages/cli/src/a.ts': "import { compile } from '../../runtime/src/query/compile.js';",
      'demo/a.ts': "import { compile } from '@suitewright/runtime/dist/query/compile.js';",
    },
    says: [
      'bench/a.ts: ../packages/suiteql/src/parse.js: the files of suiteql, by a path',
      'test/emulator/a.test.ts: ../../packages/runtime/src/query/compile.js: the files of runtime, by a path',
      'packages/cli/src/a.ts: ../../runtime/src/query/compile.js: the files of runtime, by a path',
      'demo/a.ts: @suitewright/runtime/dist/query/compile.js: a path below a public name',
    ],
  },
  'a step of the generator imports only types of the step before': {
    rule: generatorSteps,
    allowed: {
      'packages/generator/src/emit/a.ts': "import type { GenerationPlan } from '../plan/generation-plan.js';",
      'packages/generator/src/write/a.ts': "import type { RawStore } from '../introspect/raw-store.js';",
      'packages/generator/src/generate.ts': "import { plan } from './plan/plan.js';",
    },
    broken: {
      'packages/generator/src/emit/a.ts': "import { plan } from '../plan/plan.js';",
      'packages/generator/src/plan/a.ts': "import type { RawMetadata } from '../introspect/raw-metadata.js';",
      'packages/generator/src/introspect/a.ts': "import type { Result } from '../write/result.js';",
    },
    says: [
      'packages/generator/src/emit/a.ts: ../plan/plan.js: a value of plan in emit',
      'packages/generator/src/plan/a.ts: ../introspect/raw-metadata.js: introspect is not the step before plan',
      'packages/generator/src/introspect/a.ts: ../write/result.js: write is not the step before introspect',
    ],
  },
  'in the generator, introspect/ alone reaches an account and write/ alone the disk': {
    rule: generatorReach,
    allowed: {
      'packages/generator/src/introspect/a.ts': "import { NetSuiteError } from '@suitewright/runtime';",
      'packages/generator/src/write/a.ts': "import { readFile } from 'node:fs/promises';",
    },
    broken: {
      'packages/generator/src/introspect/a.ts': "import { readFileSync } from 'fs'; await fetch('http://x');",
      'packages/generator/src/plan/a.ts': "import { createConnection } from '@suitewright/runtime';",
      'packages/generator/src/write/a.ts': "import { request } from 'undici';",
    },
    says: [
      'packages/generator/src/introspect/a.ts: fs: only write/ touches the disk',
      'packages/generator/src/introspect/a.ts: fetch: only the runtime sends requests',
      'packages/generator/src/plan/a.ts: @suitewright/runtime: only introspect/ talks to an account',
      'packages/generator/src/write/a.ts: undici: the network is the business of the runtime',
    ],
  },
  'only the cli prints or exits': {
    rule: printingAndExiting,
    allowed: { 'packages/cli/src/a.ts': 'console.log(1); process.exit(0);' },
    broken: {
      'packages/runtime/src/a.ts': 'console.log(1);',
      'packages/generator/src/a.ts': 'process.exitCode = 1; process.stdout.write("");',
    },
    says: [
      'packages/runtime/src/a.ts: console.log: only the cli prints or exits',
      'packages/generator/src/a.ts: process.exitCode: only the cli prints or exits',
      'packages/generator/src/a.ts: process.stdout: only the cli prints or exits',
    ],
  },
  'no file imports itself, by whatever way round': {
    rule: noCycles,
    allowed: {
      'packages/runtime/src/a.ts': "import './b.js'; import './c.js';",
      'packages/runtime/src/b.ts': "import './c.js';",
      'packages/runtime/src/c.ts': '',
    },
    broken: {
      'packages/runtime/src/a.ts': "import './b.js';",
      'packages/runtime/src/b.ts': "import type { C } from './c/c.js';",
      'packages/runtime/src/c/c.ts': "export { a } from '../a.js';",
    },
    says: [
      'packages/runtime/src/a.ts -> packages/runtime/src/b.ts -> packages/runtime/src/c/c.ts -> packages/runtime/src/a.ts',
    ],
  },
};

describe.each(Object.entries(rules))('%s', (_, { rule, allowed, broken, says }) => {
  it('holds here', () => {
    expect(rule(sources)).toEqual([]);
  });

  it('is noticed where it is broken, and only there', () => {
    expect(rule(filesOf(allowed))).toEqual([]);
    expect(rule(filesOf(broken))).toEqual(says);
  });
});

it('looks at all of the packages', () => {
  const packages = new Set(sources.map(({ path }) => path.split('/').slice(0, 3).join('/')));
  for (const name of ['runtime', 'suiteql', 'schema', 'generator', 'emulator', 'cli']) {
    expect(packages).toContain(`packages/${name}/src`);
  }
});

function filesOf(texts: Readonly<Record<string, string>>): ReturnType<typeof sourceFile>[] {
  return Object.entries(texts).map(([path, text]) => sourceFile(path, text));
}
