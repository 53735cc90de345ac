import type { Statement } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import { holdsParameter } from './holds-parameter.js';
import { identifier } from './identifier.js';
import { flatOperands } from './logic.js';
import type {
  CompoundNode,
  NestedQueryNode,
  OutputNode,
  RawNode,
  SelectNode,
  StatementNode,
  TableNode,
  ValueKind,
} from './nodes.js';
import { columnNames, outputsOf } from './output-names.js';
import {
  directionText,
  enter,
  print,
  printCombined,
  printList,
  printOrder,
  printRaw,
} from './print-expression.js';
import { isSameExpression } from './same-expression.js';
import { lineBreak, type OutputStyle, parenthesized, type Writing } from './writing.js';

/** A statement, and how its output columns are called on the wire. */
export interface CompiledQuery extends Statement {
  readonly columns: readonly CompiledColumn[];
}

export interface CompiledColumn {
  /** The property of the row object. */
  readonly name: string;
  /** The objects that the property stands in, from the row on. Absent: it is the row's own. */
  readonly path?: readonly string[];
  /** The key of the wire row: `c0`, `c1` … Short, because each row repeats its keys. */
  readonly alias: string;
  readonly kind: ValueKind;
}

/**
 * The text and parameters of a query.
 *
 * @param options.format Whether the text has a line for each clause, for people to read. Default false.
 */
export function compile(
  query: StatementNode,
  codec: ValueCodec,
  options: { readonly format?: boolean } = {},
): CompiledQuery {
  const writing = startWriting(codec, options.format === true ? 0 : null);
  const outputs = outputsOf(query);
  const names = outputs.map((_, index) => wireAlias(index));
  const text = memberText(query, { style: 'wire', names, outputs }, writing);
  const columns = outputs.map(({ name, path, kind }, index): CompiledColumn => {
    const column = { name, alias: wireAlias(index), kind };
    return path === undefined ? column : { ...column, path };
  });
  return { text, parameters: writing.parameters, columns };
}

/** The text and parameters of a statement that is written as text. */
export function compileRaw(raw: RawNode, codec: ValueCodec): Statement {
  const writing = startWriting(codec, null);
  const text = printRaw(raw, writing);
  return { text, parameters: writing.parameters };
}

function startWriting(codec: ValueCodec, indent: number | null): Writing {
  return { parameters: [], codec, literal: false, indent, depth: 0, query: subqueryText };
}

function subqueryText(of: NestedQueryNode, style: OutputStyle, writing: Writing): string {
  if ('type' in of && of.type === 'raw') return printRaw(of, writing);
  const outputs = outputsOf(of);
  return memberText(of, { style, names: columnNames(outputs), outputs }, writing);
}

function wireAlias(index: number): string {
  return `c${index}`;
}

/** How the columns of a statement are called, and what they are; the queries of a set operation have them in common. */
interface Output {
  readonly style: OutputStyle;
  readonly names: readonly string[];
  readonly outputs: readonly OutputNode[];
}

function memberText(of: StatementNode, output: Output, writing: Writing): string {
  enter(writing);
  const text = 'type' in of ? compoundText(of, output, writing) : selectText(of, output, writing);
  writing.depth -= 1;
  return text;
}

function selectText(query: SelectNode, output: Output, writing: Writing): string {
  // What is grouped by and what is selected must be the same expression.
  const matching: Writing = query.groupBy.some(holdsParameter) ? { ...writing, literal: true } : writing;
  const clause = lineBreak(writing);

  let text = `SELECT ${query.distinct ? 'DISTINCT ' : ''}${selectionText(query, output, matching)}`;
  text += `${clause}FROM ${tableText(query.from, writing)}`;
  for (const { type, table, on } of query.joins) {
    text += `${clause}${type} JOIN ${tableText(table, writing)}`;
    if (on !== null) text += ` ON ${print(on, writing)}`;
  }
  const conditions = writing.indent === null ? ' ' : lineBreak(writing, 2);
  const where = flatOperands('AND', query.where);
  if (where.length > 0) text += `${clause}WHERE ${printCombined(where, 'AND', writing, conditions)}`;
  if (query.groupBy.length > 0) text += `${clause}GROUP BY ${printList(query.groupBy, matching)}`;
  const having = flatOperands('AND', query.having);
  if (having.length > 0) text += `${clause}HAVING ${printCombined(having, 'AND', matching, conditions)}`;
  if (query.orderBy.length > 0)
    text += `${clause}ORDER BY ${printOrder(query.orderBy, matching, orderNames(query, output))}`;
  return text + limitText(query, clause);
}

function selectionText(
  { selection }: SelectNode,
  { style, names, outputs }: Output,
  writing: Writing,
): string {
  if (selection.length === 0) return '1';
  const separator = writing.indent === null ? ', ' : `,${lineBreak(writing, 7)}`;
  let text = '';
  for (let index = 0; index < selection.length; index++) {
    const { expression } = selection[index] as (typeof selection)[number];
    const value = print(expression, writing);
    if (index > 0) text += separator;
    text += style === 'wire' ? outputText(value, outputs[index]?.kind ?? 'text') : value;
    if (style !== 'bare') text += ` AS ${names[index]}`;
  }
  return text;
}

/** DISTINCT sorts by what it selects: dates as they are asked for, not as they are kept. */
function orderNames(
  { distinct, orderBy, selection }: SelectNode,
  { style, names }: Output,
): readonly (string | undefined)[] {
  if (!distinct || style === 'bare') return [];
  return orderBy.map(
    (key) => names[selection.findIndex(({ expression }) => isSameExpression(expression, key.expression))],
  );
}

/** Dates are asked for in a fixed format, so that the account's date preference does not matter. */
function outputText(text: string, kind: ValueKind): string {
  if (kind === 'date') return `TO_CHAR(${text}, 'YYYY-MM-DD')`;
  if (kind === 'datetime') return `TO_CHAR(${text}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return text;
}

function tableText({ table, source, query }: TableNode, writing: Writing): string {
  if (query !== undefined) return `${parenthesized(query, 'named', writing)} ${identifier(source)}`;
  return table === source ? identifier(table) : `${identifier(table)} ${identifier(source)}`;
}

function compoundText(of: CompoundNode, given: Output, writing: Writing): string {
  const { orderBy } = of;
  const clause = lineBreak(writing);
  // Its ORDER BY names columns of the result.
  const output: Output = given.style === 'bare' && orderBy.length > 0 ? { ...given, style: 'named' } : given;
  let text = partText(of.first, true, output, writing);
  for (const { operator, query } of of.rest) {
    text += `${clause}${operator}${clause}${partText(query, false, output, writing)}`;
  }
  if (orderBy.length > 0) {
    const keys = orderBy.map((key) => `${given.names[key.index]}${directionText(key)}`);
    text += `${clause}ORDER BY ${keys.join(', ')}`;
  }
  return text + limitText(of, clause);
}

/** In parentheses where it has an order, a limit or, behind the first, set operations of its own. */
function partText(of: StatementNode, isFirst: boolean, output: Output, writing: Writing): string {
  const isCut = of.orderBy.length > 0 || of.take !== null || of.offset > 0;
  const text = memberText(of, output, writing);
  return isCut || ('type' in of && !isFirst) ? `(${text})` : text;
}

function limitText({ offset, take }: Pick<SelectNode, 'offset' | 'take'>, clause: string): string {
  let text = offset > 0 ? `${clause}OFFSET ${offset} ROWS` : '';
  if (take !== null) text += `${clause}FETCH ${offset > 0 ? 'NEXT' : 'FIRST'} ${take} ROWS ONLY`;
  return text;
}
