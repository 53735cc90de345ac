import type { Catalog } from '@suitewright/suiteql';
import { ts } from 'ts-morph';
import { dateMasks, isDated } from '../queries/date-masks.js';
import type { ProgramNames } from './program-names.js';

/** A part of it, and where that stands in the program. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  /** What stands for a `${…}` whose text is known. */
  | { readonly kind: 'known'; readonly text: string; readonly start: number; readonly end: number }
  /** A `${…}` that is a value or a piece from elsewhere: nobody can tell which. */
  | { readonly kind: 'unknown'; readonly start: number; readonly end: number };

export interface TemplatePlace {
  readonly names: ProgramNames;
  readonly catalog: Catalog;
}

/** Puts together what a template will be, with the templates in it. */
export function templateParts(template: ts.TemplateLiteral, place: TemplatePlace): readonly TemplatePart[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return textParts(template);
  return [
    ...textParts(template.head),
    ...template.templateSpans.flatMap(({ expression, literal }) => [
      ...expressionParts(expression, place),
      ...textParts(literal),
    ]),
  ];
}

/** A text without escapes is one part; otherwise each escape is one of its own. */
function textParts(literal: ts.TemplateLiteralLikeNode): readonly TemplatePart[] {
  const start = literal.getStart() + 1;
  const written = literal.getText();
  const raw = written.slice(1, written.endsWith('${') ? -2 : -1);
  if (raw === literal.text) return [{ kind: 'text', text: raw, start }];
  const parts: TemplatePart[] = [];
  for (const { 0: unit, index } of raw.matchAll(
    /\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[\s\S])|[^\\]+/gi,
  )) {
    const at = start + index;
    if (unit.startsWith('\\')) {
      parts.push({ kind: 'known', text: unescaped(unit), start: at, end: at + unit.length });
    } else parts.push({ kind: 'text', text: unit, start: at });
  }
  return parts;
}

function unescaped(unit: string): string {
  const code = /^\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))$/i.exec(unit);
  const digits = code?.[1] ?? code?.[2] ?? code?.[3];
  if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16));
  return shortEscapes.get(unit) ?? unit.slice(1);
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\\n', ''],
]);

function expressionParts(expression: ts.Expression, place: TemplatePlace): readonly TemplatePart[] {
  const { names } = place;
  if (ts.isTaggedTemplateExpression(expression) && names.isTag(expression.tag)) {
    return templateParts(expression.template, place);
  }
  const start = expression.getStart();
  const end = expression.end;
  const text = knownText(expression, place);
  return [text === null ? { kind: 'unknown', start, end } : { kind: 'known', text, start, end }];
}

/** The SuiteQL that an expression stands for; null: it may be anything. */
function knownText(expression: ts.Expression, place: TemplatePlace): string | null {
  const table = place.names.table(expression);
  if (table !== null) return table.name === table.source ? table.name : `${table.name} ${table.source}`;
  if (ts.isPropertyAccessExpression(expression)) {
    const source = place.names.table(expression.expression);
    return source === null ? null : `${source.source}.${expression.name.text}`;
  }
  if (ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression)) {
    const { expression: owner, name } = expression.expression;
    return place.names.isTag(owner) ? methodText(name.text, expression.arguments, place) : null;
  }
  return null;
}

function methodText(
  method: string,
  [first, second]: readonly ts.Expression[],
  place: TemplatePlace,
): string | null {
  if (method === 'value') {
    const kind = second !== undefined && ts.isStringLiteral(second) ? second.text : '';
    return isDated(kind) ? `TO_DATE(?, '${dateMasks[kind]}')` : '?';
  }
  if (first === undefined) return null;
  if (method === 'output') return outputText(first, place);
  if (method !== 'in' && method !== 'notIn') return null;
  const operand = knownText(first, place);
  return operand === null ? null : `${operand} ${method === 'in' ? 'IN' : 'NOT IN'} (?)`;
}

function outputText(column: ts.Expression, place: TemplatePlace): string | null {
  const text = knownText(column, place);
  const source = ts.isPropertyAccessExpression(column) ? place.names.table(column.expression) : null;
  if (text === null || source === null || !ts.isPropertyAccessExpression(column)) return null;
  const kind = place.catalog.table(source.name)?.columns[column.name.text]?.kind ?? '';
  return isDated(kind) ? `TO_CHAR(${text}, '${dateMasks[kind]}')` : text;
}
