import {
  type ImportDeclarationStructure,
  IndentationText,
  NewLineKind,
  type OptionalKind,
  Project,
  QuoteKind,
  StructureKind,
} from 'ts-morph';
import type { PlannedImport } from '../plan/generation-plan.js';

/** Stands between the imports of two files; no import looks like it. */
const separator = '//';

/**
 * The import declarations of each file, as text.
 *
 * They are printed in one go: a ts-morph source file for each would take four times as long.
 */
export function importTexts(files: readonly (readonly PlannedImport[])[]): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });
  const statements = files.flatMap((imports) => [
    ...imports.map((planned) => ({
      kind: StructureKind.ImportDeclaration as const,
      ...declaration(planned),
    })),
    separator,
  ]);
  const printed = project.createSourceFile('imports.ts', { statements }).getFullText();
  return printed.split(`${separator}\n`).map((text) => text.trim());
}

function declaration({
  from,
  values,
  types,
  fitsLine,
}: PlannedImport): OptionalKind<ImportDeclarationStructure> {
  const isTypeOnly = values.length === 0;
  const names = [...values, ...types.map((name) => (isTypeOnly ? name : `type ${name}`))];
  const separated = names.map((name) => `${name},`);
  return {
    moduleSpecifier: from,
    isTypeOnly,
    namedImports: fitsLine
      ? names
      : (writer) => {
          writer.newLine();
          for (const name of separated) writer.writeLine(name);
        },
  };
}
