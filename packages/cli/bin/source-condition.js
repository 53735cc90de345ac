// A Node.js module hook: resolves the workspace's packages to their sources.
export function resolve(specifier, context, nextResolve) {
  return nextResolve(specifier, { ...context, conditions: ['@suitewright/source', ...context.conditions] });
}
