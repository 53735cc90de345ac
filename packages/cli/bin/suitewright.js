#!/usr/bin/env node
// An installed package runs its build; a checkout of the repository runs its TypeScript sources, so that
// nothing has to be built to try it. tsconfig.json is not published: it tells the two apart.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

if (existsSync(new URL('../tsconfig.json', import.meta.url))) {
  register('./source-condition.js', import.meta.url);
  (await import('tsx/esm/api')).register();
  await import('../src/main.ts');
} else {
  await import('../dist/main.js');
}
