import { fileURLToPath } from 'node:url';
import ts from 'typescript-6';

const directory = fileURLToPath(new URL('.', import.meta.url));

export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['@suitewright/source'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  // As in a library that exports its queries.
  declaration: true,
  emitDeclarationOnly: true,
};

/**
 * What the compiler says of programs, in one run: for each its messages, as a user reads them.
 *
 * @param head Stands before each of them: imports and declarations.
 */
export function compileSnippets(head: string, snippets: readonly string[]): readonly (readonly string[])[] {
  const files = new Map(
    snippets.map((snippet, index) => [`${directory}snippet-${index}.ts`, `${head}\n${snippet}\n`]),
  );
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2023);
  };
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([...files.keys()], compilerOptions, host);
  return [...files.keys()].map((name) => {
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`${name} was not read.`);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...program.getDeclarationDiagnostics(file),
    ];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  });
}
