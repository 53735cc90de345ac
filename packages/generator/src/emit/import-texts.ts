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

/** Stands between two declarations; none of them looks like it. */
const separator = '//';

/**
 * The import declarations of each file, as text.
 *
 * Different files import the same from each other, so each declaration is printed once, and all of
 * them in one go: a ts-morph source file for each of the files would take ten times as long.
 */
export function importTexts(files: readonly (readonly PlannedImport[])[]): readonly string[] {
  const unique = new Map(files.flat().map((planned) => [keyOf(planned), planned]));
  const texts = printed([...unique.values()]);
  const textOf = new Map([...unique.keys()].map((key, index) => [key, texts[index]]));
  return files.map((imports) => imports.map((planned) => textOf.get(keyOf(planned))).join('\n'));
}

function keyOf({ from, values, types }: PlannedImport): string {
  return `${from} ${values.join()} ${types.join()}`;
}

function printed(imports: readonly PlannedImport[]): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });
  const statements = imports.flatMap((planned) => [
    { kind: StructureKind.ImportDeclaration as const, ...declaration(planned) },
    separator,
  ]);
  const text = project.createSourceFile('imports.ts', { statements }).getFullText();
  return text.split(`${separator}\n`).map((part) => part.trim());
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
