import { posix } from 'node:path';
import ts from 'typescript-6';

/** A source file as the rules see it. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** The globals that it uses, with their member: `console.log`, `process.exit`, `fetch`. */
  readonly globals: readonly string[];
}

export interface Import {
  readonly specifier: string;
  /** The file that a relative specifier means; null for a package. */
  readonly target: string | null;
  /** Erased by the compiler. */
  readonly isTypeOnly: boolean;
}

/** Reads the facts that the rules are about out of a file's text. */
export function sourceFile(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const imports: Import[] = [];
  const globals: string[] = [];

  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    imports.push({ specifier: specifier.text, target: targetOf(path, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node.importClause));
    else if (ts.isExportDeclaration(node))
      add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      globals.push(`${node.expression.text}.${node.name.text}`);
    } else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      globals.push(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, imports, globals };
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return clause.name === undefined && allTypes(clause.namedBindings);
}

function allTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (names === undefined || ts.isNamespaceImport(names) || ts.isNamespaceExport(names)) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}
