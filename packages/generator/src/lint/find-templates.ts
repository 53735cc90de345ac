import { type Catalog, scan } from '@suitewright/suiteql';
import { ts } from 'ts-morph';
import type { SourceText } from '../queries/query-source.js';
import { programNames } from './program-names.js';
import { type TemplatePart, templateParts } from './template-text.js';

/** The statements that a TypeScript or JavaScript file writes with the template tag, in order. Pieces of statements are none. */
export function findTemplates(
  { path, text }: SourceText,
  catalog: Catalog,
): readonly (readonly TemplatePart[])[] {
  if (!text.includes('@suitewright/runtime')) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path));
  const names = programNames(file, catalog);
  const found: (readonly TemplatePart[])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && names.isTag(node.tag)) {
      const parts = templateParts(node.template, { names, catalog });
      if (isStatement(parts)) found.push(parts);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const firstWords = new Set(['select', 'with', 'insert', 'update', 'delete', 'merge']);

/** A piece of a statement can only be checked where it is used. */
function isStatement([first]: readonly TemplatePart[]): boolean {
  if (first?.kind !== 'text') return false;
  const token = scan(first.text, { namedParameters: false }).find(
    (lexeme) => lexeme.type !== 'comment' && !(lexeme.type === 'symbol' && lexeme.value === '('),
  );
  return token?.type === 'word' && firstWords.has(token.value);
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.[cm]?tsx?$/.test(path)) return path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.ScriptKind.JSX;
}
