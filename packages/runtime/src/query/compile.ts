import type { ParameterValue, Statement } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import { kindOf } from './kind-of.js';
import type {
  ExpressionNode,
  MembershipNode,
  OrderNode,
  RawNode,
  SelectNode,
  TableNode,
  ValueKind,
} from './nodes.js';

/** A statement, and how its output columns are called on the wire. */
export interface CompiledQuery extends Statement {
  readonly columns: readonly CompiledColumn[];
}

export interface CompiledColumn {
  /** The property of the row object. */
  readonly name: string;
  /** The key of the wire row: `c0`, `c1` … Short, because each row repeats its keys. */
  readonly alias: string;
  readonly kind: ValueKind;
}

/** IN takes 1,000 values at most. */
const MEMBERS_MAX = 1000;

/** What a statement collects while its text is written: parameters in the order of their `?`. */
interface Writing {
  readonly parameters: ParameterValue[];
  readonly codec: ValueCodec;
}

/** The text and parameters of a SELECT. */
export function compile(query: SelectNode, codec: ValueCodec): CompiledQuery {
  const writing: Writing = { parameters: [], codec };
  const columns: CompiledColumn[] = [];

  let text = query.distinct ? 'SELECT DISTINCT ' : 'SELECT ';
  for (const { name, expression } of query.selection) {
    const kind = kindOf(expression);
    const alias = `c${columns.length}`;
    if (columns.length > 0) text += ', ';
    text += `${outputText(print(expression, writing), kind)} AS ${alias}`;
    columns.push({ name, alias, kind });
  }
  return { text: text + clausesText(query, writing), parameters: writing.parameters, columns };
}

/** All of a SELECT behind its output columns. */
function clausesText(query: SelectNode, writing: Writing): string {
  let text = ` FROM ${tableText(query.from)}`;
  for (const { type, table, on } of query.joins) {
    text += ` ${type} JOIN ${tableText(table)} ON ${print(on, writing)}`;
  }
  if (query.where.length > 0) text += ` WHERE ${combined(query.where, 'AND', writing)}`;
  if (query.groupBy.length > 0) text += ` GROUP BY ${listed(query.groupBy, writing)}`;
  if (query.having.length > 0) text += ` HAVING ${combined(query.having, 'AND', writing)}`;
  if (query.orderBy.length > 0) text += ` ORDER BY ${orderText(query.orderBy, writing)}`;
  if (query.offset > 0) text += ` OFFSET ${query.offset} ROWS`;
  if (query.take !== null) text += ` FETCH ${query.offset > 0 ? 'NEXT' : 'FIRST'} ${query.take} ROWS ONLY`;
  return text;
}

/** A SELECT inside another statement: nobody reads the names of its columns. */
function subqueryText(query: SelectNode, writing: Writing): string {
  const outputs = query.selection.map(({ expression }) => expression);
  const output = outputs.length === 0 ? '1' : listed(outputs, writing);
  return `(SELECT ${query.distinct ? 'DISTINCT ' : ''}${output}${clausesText(query, writing)})`;
}

/** The text and parameters of a statement that is written as text. */
export function compileRaw(raw: RawNode, codec: ValueCodec): Statement {
  const writing: Writing = { parameters: [], codec };
  const text = print(raw, writing);
  return { text, parameters: writing.parameters };
}

/** Dates are asked for in a fixed format, so that the account's date preference does not matter. */
function outputText(text: string, kind: ValueKind): string {
  if (kind === 'date') return `TO_CHAR(${text}, 'YYYY-MM-DD')`;
  if (kind === 'datetime') return `TO_CHAR(${text}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return text;
}

function tableText({ table, source }: TableNode): string {
  return table === source ? identifier(table) : `${identifier(table)} ${identifier(source)}`;
}

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/i;

/** Names come from metadata, which is input: what is not a plain name never becomes part of a statement. */
function identifier(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  throw new TypeError(`'${name}' is not a name that SuiteQL takes, so it cannot be queried.`);
}

function orderText(keys: readonly OrderNode[], writing: Writing): string {
  let text = '';
  for (const { expression, direction, nulls } of keys) {
    if (text !== '') text += ', ';
    text += print(expression, writing);
    if (direction === 'DESC') text += ' DESC';
    if (nulls !== null) text += ` NULLS ${nulls}`;
  }
  return text;
}

function listed(of: readonly ExpressionNode[], writing: Writing): string {
  let text = '';
  for (const each of of) text += text === '' ? print(each, writing) : `, ${print(each, writing)}`;
  return text;
}

/** Conditions joined by AND or OR, each in parentheses where the operator around it would read it otherwise. */
function combined(of: readonly ExpressionNode[], operator: 'AND' | 'OR', writing: Writing): string {
  const [only] = of;
  if (only === undefined) return operator === 'AND' ? '1 = 1' : '1 = 0';
  if (of.length === 1) return print(only, writing);
  let text = '';
  for (const each of of) {
    if (text !== '') text += ` ${operator} `;
    text += needsParentheses(each) ? `(${print(each, writing)})` : print(each, writing);
  }
  return text;
}

function needsParentheses(of: ExpressionNode): boolean {
  if (of.type === 'logical') return of.operands.length > 1;
  return of.type === 'not' || (of.type === 'membership' && of.values.length > MEMBERS_MAX);
}

function print(of: ExpressionNode, writing: Writing): string {
  switch (of.type) {
    case 'column':
      return `${identifier(of.source)}.${identifier(of.column)}`;
    case 'parameter':
      writing.parameters.push(writing.codec.encode(of.value, of.kind));
      return parameterText(of.kind);
    case 'null':
      return 'NULL';
    case 'count all':
      return 'COUNT(*)';
    case 'call':
      return `${of.name}(${of.distinct ? 'DISTINCT ' : ''}${listed(of.arguments, writing)})`;
    case 'comparison':
      return `${print(of.left, writing)} ${of.operator} ${print(of.right, writing)}`;
    case 'logical':
      return combined(of.operands, of.operator, writing);
    case 'not':
      return `NOT (${print(of.operand, writing)})`;
    case 'null test':
      return `${print(of.operand, writing)} IS ${of.negated ? 'NOT ' : ''}NULL`;
    case 'membership':
      return membershipText(of, writing);
    case 'pattern':
      return `${print(of.operand, writing)} LIKE ${print(of.pattern, writing)}${of.escaped ? " ESCAPE '\\'" : ''}`;
    case 'range':
      return `${print(of.operand, writing)} BETWEEN ${print(of.low, writing)} AND ${print(of.high, writing)}`;
    case 'exists':
      return `${of.negated ? 'NOT ' : ''}EXISTS ${subqueryText(of.query, writing)}`;
    case 'subquery':
      return subqueryText(of.query, writing);
    case 'raw':
      return rawText(of, writing);
  }
}

function rawText({ parts }: RawNode, writing: Writing): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else text += needsParentheses(part) ? `(${print(part, writing)})` : print(part, writing);
  }
  return text;
}

function parameterText(kind: ValueKind): string {
  if (kind === 'date') return "TO_DATE(?, 'YYYY-MM-DD')";
  if (kind === 'datetime') return `TO_DATE(?, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return '?';
}

function membershipText({ operand, values, negated }: MembershipNode, writing: Writing): string {
  if (values.length === 0) return negated ? '1 = 1' : '1 = 0';
  let text = '';
  for (let start = 0; start < values.length; start += MEMBERS_MAX) {
    if (text !== '') text += negated ? ' AND ' : ' OR ';
    text += `${print(operand, writing)} ${negated ? 'NOT IN' : 'IN'} (${listed(values.slice(start, start + MEMBERS_MAX), writing)})`;
  }
  return text;
}
