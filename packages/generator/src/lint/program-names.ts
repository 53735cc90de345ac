import type { Catalog } from '@suitewright/suiteql';
import { ts } from 'ts-morph';

/** What the names of a program's file stand for, as far as its imports and constants tell. */
export interface ProgramNames {
  /** Whether an expression is the template tag `sql`. */
  isTag(expression: ts.Expression): boolean;
  /** The table that an expression stands for, and the name that its columns have in SuiteQL. Null: it is none. */
  table(expression: ts.Expression): ProgramTable | null;
}

export interface ProgramTable {
  readonly name: string;
  readonly source: string;
}

const runtimeModule = '@suitewright/runtime';

export function programNames(file: ts.SourceFile, catalog: Catalog): ProgramNames {
  const tags = new Set<string>();
  const namespaces = new Set<string>();
  const aliases = new Set<string>();
  const tables = new Map<string, ProgramTable>();

  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) continue;
    const isRuntime = statement.moduleSpecifier.text === runtimeModule;
    if (ts.isNamespaceImport(bindings)) {
      if (isRuntime) namespaces.add(bindings.name.text);
      continue;
    }
    for (const { name, propertyName } of bindings.elements) {
      const imported = propertyName?.text ?? name.text;
      if (isRuntime && imported === 'sql') tags.add(name.text);
      else if (isRuntime && imported === 'alias') aliases.add(name.text);
      else if (!isRuntime && catalog.table(imported) !== undefined) {
        tables.set(name.text, { name: imported, source: imported });
      }
    }
  }

  const isImported = (expression: ts.Expression, names: ReadonlySet<string>, exported: string): boolean => {
    if (ts.isIdentifier(expression)) return names.has(expression.text);
    return (
      ts.isPropertyAccessExpression(expression) &&
      expression.name.text === exported &&
      ts.isIdentifier(expression.expression) &&
      namespaces.has(expression.expression.text)
    );
  };
  const table = (expression: ts.Expression): ProgramTable | null => {
    if (ts.isIdentifier(expression)) return tables.get(expression.text) ?? null;
    if (!ts.isCallExpression(expression) || !isImported(expression.expression, aliases, 'alias')) return null;
    const [aliased, source] = expression.arguments;
    const of = aliased === undefined ? null : table(aliased);
    return of !== null && source !== undefined && ts.isStringLiteral(source)
      ? { name: of.name, source: source.text }
      : null;
  };
  visitConstants(file, (name, value) => {
    const of = table(value);
    if (of !== null) tables.set(name, of);
  });
  return { isTag: (expression) => isImported(expression, tags, 'sql'), table };
}

/** `const boss = alias(employee, 'boss')`, wherever it stands. */
function visitConstants(node: ts.Node, visit: (name: string, value: ts.Expression) => void): void {
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
    visit(node.name.text, node.initializer);
  }
  ts.forEachChild(node, (child) => visitConstants(child, visit));
}
