import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tarball } from '../packaging/pack-packages.js';
import { mustSucceed } from '../packaging/run-command.js';
import { installedCommand } from './installed-command.js';
import type { Target } from './target.js';

export interface ProjectSource {
  readonly tarballs: readonly Tarball[];
  /** The text of schema.json. */
  readonly schema: string;
}

/** Makes the project of a target: installed, and with a generated client in src/netsuite. */
export async function makeProject(directory: string, target: Target, source: ProjectSource): Promise<void> {
  const packed = source.tarballs.map(({ name, path }) => [name, `file:${path}`]);
  const files = {
    'package.json': JSON.stringify({
      name: target.name,
      private: true,
      type: 'module',
      dependencies: { ...Object.fromEntries(packed), ...target.packages },
    }),
    'tsconfig.json': JSON.stringify({ compilerOptions: target.compilerOptions, exclude: ['node_modules'] }),
    'suitewright/schema.json': source.schema,
    'src/customers.ts': customers(target.extension),
    'src/main.ts': main(target.extension),
    ...target.files,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await mustSucceed({
    program: 'npm',
    arguments: ['install', '--no-audit', '--no-fund', '--loglevel=error'],
    directory,
  });
  await mustSucceed(installedCommand(directory, ['suitewright', 'generate']));
}

function customers(extension: string): string {
  return `import { count, from } from '@suitewright/runtime';
import { createClient } from './netsuite/index${extension}';
import { customer } from './netsuite/tables${extension}';

export async function describeCustomers(): Promise<string> {
  const ns = createClient();
  try {
    const all = await ns.$first(from(customer).select({ customers: count() }));
    const named = await ns.customer.findMany({ select: { companyname: true }, orderBy: { id: 'asc' } });
    return \`\${all?.customers} customers: \${named.map((row) => row.companyname).join(', ')}\`;
  } finally {
    await ns.$close();
  }
}
`;
}

function main(extension: string): string {
  return `import { describeCustomers } from './customers${extension}';

describeCustomers().then(console.log);
`;
}
