import { join } from 'node:path';
import ts from 'typescript-6';

export interface CountedCheck {
  readonly instantiations: number;
  readonly errors: number;
}

// Those of bench/typecheck.ts, as a user's project has them.
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/**
 * Checks files of a folder with TypeScript 6, each time from the start, but reads each file once: the counts are tsc's,
 * at half the time. `schema.ts` as one of the files stands for all that it leads to.
 */
export function instantiationCounter(directory: string): (files: readonly string[]) => CountedCheck {
  const sources = new Map<string, ts.SourceFile | undefined>();
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (!sources.has(name)) sources.set(name, getSourceFile.call(host, name, ...rest));
    return sources.get(name);
  };
  let oldProgram: ts.Program | undefined;

  return (files) => {
    const rootNames = files.map((file) => join(directory, file));
    const program = ts.createProgram({
      rootNames,
      options,
      host,
      ...(oldProgram !== undefined && { oldProgram }),
    });
    oldProgram = program;
    const isWhole = files.includes('schema.ts');
    const checked = isWhole ? [undefined] : rootNames.map((name) => program.getSourceFile(name));
    const errors = checked.flatMap((file) => program.getSemanticDiagnostics(file));
    return { instantiations: program.getInstantiationCount(), errors: errors.length };
  };
}
