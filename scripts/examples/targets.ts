import type { Target, TargetCommand } from './target.js';

const typescript = { typescript: '^7', '@types/node': '^22' };
const checkTypes: TargetCommand = ['tsc', '--noEmit'];

const common = {
  target: 'ES2023',
  lib: ['ES2023', 'ESNext.Disposable'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
};

/** As create-next-app writes it. */
const nextOptions = {
  target: 'ES2017',
  lib: ['dom', 'dom.iterable', 'esnext'],
  allowJs: true,
  skipLibCheck: true,
  strict: true,
  noEmit: true,
  esModuleInterop: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  resolveJsonModule: true,
  isolatedModules: true,
  jsx: 'react-jsx',
  incremental: true,
  plugins: [{ name: 'next' }],
};

const nextFiles = {
  'app/layout.tsx': `import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
  'app/page.tsx': `import { describeCustomers } from '../src/customers';

export const dynamic = 'force-dynamic';

export default async function Page() {
  return <p>{await describeCustomers()}</p>;
}
`,
  'app/customers/route.ts': `import { describeCustomers } from '../../src/customers';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return new Response(await describeCustomers());
}
`,
};

function next(name: string, build: TargetCommand): Target {
  return {
    name,
    packages: {
      next: '^16',
      react: '^19',
      'react-dom': '^19',
      typescript: '^5',
      '@types/node': '^22',
      '@types/react': '^19',
    },
    compilerOptions: nextOptions,
    extension: '',
    files: nextFiles,
    build: [build],
    run: ['next', 'start', '--hostname', '127.0.0.1'],
    paths: ['/', '/customers'],
  };
}

/** As create-vite writes it. */
const viteOptions = {
  ...common,
  module: 'ESNext',
  moduleResolution: 'bundler',
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  moduleDetection: 'force',
  noEmit: true,
  erasableSyntaxOnly: true,
};

function vite(name: string, outDir: string, ssr: object): Target {
  return {
    name,
    packages: { vite: '^8', ...typescript },
    compilerOptions: viteOptions,
    extension: '.ts',
    files: {
      'vite.config.ts': `import { defineConfig } from 'vite';

export default defineConfig({
  build: { ssr: 'src/main.ts', outDir: '${outDir}', emptyOutDir: true },
  ssr: ${JSON.stringify(ssr)},
});
`,
    },
    build: [checkTypes, ['vite', 'build']],
    run: ['node', `${outDir}/main.js`],
  };
}

/** Writes the bundle where no package is found, so that it has to be complete. */
function esbuild(name: string, file: string, options: readonly string[]): Target {
  return {
    name,
    packages: { esbuild: '^0.28', ...typescript },
    compilerOptions: { ...common, module: 'nodenext' },
    extension: '.js',
    build: [
      checkTypes,
      ['esbuild', 'src/main.ts', '--bundle', '--platform=node', '--outdir=../alone', ...options],
    ],
    run: ['node', `../alone/${file}`],
  };
}

function node(version: string): Target {
  return {
    name: `node-${version}`,
    packages: { node: version, ...typescript },
    compilerOptions: {
      ...common,
      module: 'nodenext',
      noEmit: true,
      rewriteRelativeImportExtensions: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
    },
    extension: '.ts',
    build: [checkTypes],
    run: ['node', 'src/main.ts'],
  };
}

const esm = ['--format=esm', '--out-extension:.js=.mjs'];

export const targets: readonly Target[] = [
  next('next-turbopack', ['next', 'build']),
  next('next-webpack', ['next', 'build', '--webpack']),
  vite('vite', 'dist', {}),
  vite('vite-bundled', '../alone', { noExternal: true }),
  esbuild('esbuild-esm', 'main.mjs', esm),
  esbuild('esbuild-esm-split', 'main.mjs', [...esm, '--splitting', '--minify']),
  esbuild('esbuild-cjs', 'main.cjs', ['--format=cjs', '--out-extension:.js=.cjs']),
  node('22.18'),
  node('24'),
];
