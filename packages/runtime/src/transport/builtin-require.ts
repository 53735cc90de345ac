/**
 * Lets undici, a CommonJS package, run in an ES module bundle.
 *
 * esbuild keeps the `require('node:…')` calls of CommonJS packages and has them call whatever `require` is in scope.
 * In an ES module nothing is, and the bundle ends with 'Dynamic require of "node:assert" is not supported'. Where that
 * is so, and only there, this module makes a global `require` that knows Node's own modules. It has to be evaluated
 * before undici. See docs/decisions/2026-11-28-a-require-for-bundles.md.
 */
if (isBundled() && !requireWorks()) {
  Object.defineProperty(globalThis, 'require', {
    value: requireBuiltin,
    configurable: true,
    writable: true,
  });
}

/** An ES module has no `require`, but a bundler gives it its own. */
function isBundled(): boolean {
  return typeof require === 'function';
}

function requireWorks(): boolean {
  try {
    require('node:tls');
    return true;
  } catch {
    return false;
  }
}

function requireBuiltin(name: string): unknown {
  const builtin: unknown = process.getBuiltinModule(name);
  if (builtin !== undefined) return builtin;
  // The codes of Node's own `require`: packages go on without a module by them.
  const code = name.startsWith('node:') ? 'ERR_UNKNOWN_BUILTIN_MODULE' : 'MODULE_NOT_FOUND';
  throw Object.assign(new Error(`Cannot require '${name}' here: Node has no module of that name`), { code });
}
