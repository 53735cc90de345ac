import { ts } from 'ts-morph';
import type { ImportExtension } from '../import-extension.js';

/**
 * The extension that imports have in the project of a folder, as the nearest tsconfig.json says: `ts` where imports of
 * TypeScript files are allowed, `none` where a bundler resolves modules, `js` otherwise and where there is none.
 */
export function detectImportExtension(directory: string): ImportExtension {
  const path = ts.findConfigFile(directory, ts.sys.fileExists);
  return path === undefined ? 'js' : extensionOf(path, new Set());
}

/** @param seen Projects that were asked before: references may go in a circle. */
function extensionOf(path: string, seen: Set<string>): ImportExtension {
  if (seen.has(path)) return 'js';
  seen.add(path);
  const host = { ...ts.sys, readDirectory: () => [], onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (parsed === undefined) return 'js';
  const { options, projectReferences = [] } = parsed;
  if (options.allowImportingTsExtensions || options.rewriteRelativeImportExtensions) return 'ts';
  const { moduleResolution, module } = options;
  const isBundled =
    moduleResolution === ts.ModuleResolutionKind.Bundler ||
    (moduleResolution === undefined && module === ts.ModuleKind.Preserve);
  if (isBundled) return 'none';
  // As in a project of Vite, whose tsconfig.json only names others.
  const referenced = projectReferences.map((reference) =>
    extensionOf(ts.resolveProjectReferencePath(reference), seen),
  );
  return referenced.find((extension) => extension !== 'js') ?? 'js';
}
