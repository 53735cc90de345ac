import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtinTemplatesPath } from '../../../packages/generator/src/write/builtin-templates.js';

describe('the folder of the built-in templates', () => {
  it("is the repository's when the package runs there", () => {
    expect(existsSync(join(builtinTemplatesPath(), 'record.hbs'))).toBe(true);
  });

  it("is the package's own when it is installed", () => {
    const root = join(sep, 'app', 'node_modules', '@suitewright', 'generator');
    const module = pathToFileURL(join(root, 'dist', 'write', 'builtin-templates.js')).href;
    expect(builtinTemplatesPath(module)).toBe(join(root, 'templates', sep));
  });
});
