import type { ParameterValue, Statement } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import { kindOf } from './kind-of.js';
import type { ExpressionNode, MembershipNode, SelectNode, TableNode, ValueKind } from './nodes.js';

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

/** The text and parameters of a SELECT. */
export function compile(query: SelectNode, codec: ValueCodec): CompiledQuery {
  const parameters: ParameterValue[] = [];
  const columns: CompiledColumn[] = [];
  const print = (of: ExpressionNode): string => expressionText(of, parameters, codec);

  let text = query.distinct ? 'SELECT DISTINCT ' : 'SELECT ';
  query.selection.forEach(({ name, expression }, index) => {
    const kind = kindOf(expression);
    const alias = `c${index}`;
    columns.push({ name, alias, kind });
    text += `${index === 0 ? '' : ', '}${outputText(print(expression), kind)} AS ${alias}`;
  });
  text += ` FROM ${tableText(query.from)}`;
  for (const { type, table, on } of query.joins) {
    text += ` ${type} JOIN ${tableText(table)} ON ${print(on)}`;
  }
  if (query.where.length > 0) text += ` WHERE ${conjunction(query.where, print)}`;
  if (query.groupBy.length > 0) text += ` GROUP BY ${query.groupBy.map(print).join(', ')}`;
  if (query.having.length > 0) text += ` HAVING ${conjunction(query.having, print)}`;
  if (query.orderBy.length > 0) {
    const keys = query.orderBy.map(
      ({ expression, direction, nulls }) =>
        `${print(expression)}${direction === 'DESC' ? ' DESC' : ''}${nulls === null ? '' : ` NULLS ${nulls}`}`,
    );
    text += ` ORDER BY ${keys.join(', ')}`;
  }
  if (query.offset > 0) text += ` OFFSET ${query.offset} ROWS`;
  if (query.take !== null) text += ` FETCH ${query.offset > 0 ? 'NEXT' : 'FIRST'} ${query.take} ROWS ONLY`;
  return { text, parameters, columns };
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

/** Names come from metadata, which is input: what is not a plain name never becomes part of a statement. */
function identifier(name: string): string {
  if (/^[a-z_][a-z0-9_]*$/i.test(name)) return name;
  throw new TypeError(`'${name}' is not a name that SuiteQL takes, so it cannot be queried.`);
}

function conjunction(of: readonly ExpressionNode[], print: (of: ExpressionNode) => string): string {
  const [only] = of;
  if (of.length === 1 && only !== undefined) return print(only);
  return of.map((each) => enclosed(each, print)).join(' AND ');
}

/** In parentheses where AND or NOT around it would read it otherwise. */
function enclosed(of: ExpressionNode, print: (of: ExpressionNode) => string): string {
  const text = print(of);
  return needsParentheses(of) ? `(${text})` : text;
}

function needsParentheses(of: ExpressionNode): boolean {
  if (of.type === 'logical') return of.operands.length > 1;
  return of.type === 'not' || (of.type === 'membership' && of.values.length > MEMBERS_MAX);
}

function expressionText(of: ExpressionNode, parameters: ParameterValue[], codec: ValueCodec): string {
  const print = (inner: ExpressionNode): string => expressionText(inner, parameters, codec);
  switch (of.type) {
    case 'column':
      return `${identifier(of.source)}.${identifier(of.column)}`;
    case 'parameter':
      parameters.push(codec.encode(of.value, of.kind));
      return parameterText(of.kind);
    case 'null':
      return 'NULL';
    case 'count all':
      return 'COUNT(*)';
    case 'call':
      return `${of.name}(${of.distinct ? 'DISTINCT ' : ''}${of.arguments.map(print).join(', ')})`;
    case 'comparison':
      return `${print(of.left)} ${of.operator} ${print(of.right)}`;
    case 'logical': {
      if (of.operands.length === 0) return of.operator === 'AND' ? '1 = 1' : '1 = 0';
      const [only] = of.operands;
      if (of.operands.length === 1 && only !== undefined) return print(only);
      return of.operands.map((operand) => enclosed(operand, print)).join(` ${of.operator} `);
    }
    case 'not':
      return `NOT (${print(of.operand)})`;
    case 'null test':
      return `${print(of.operand)} IS ${of.negated ? 'NOT ' : ''}NULL`;
    case 'membership':
      return membershipText(of, print);
    case 'pattern':
      return `${print(of.operand)} LIKE ${print(of.pattern)}${of.escaped ? " ESCAPE '\\'" : ''}`;
    case 'range':
      return `${print(of.operand)} BETWEEN ${print(of.low)} AND ${print(of.high)}`;
  }
}

function parameterText(kind: ValueKind): string {
  if (kind === 'date') return "TO_DATE(?, 'YYYY-MM-DD')";
  if (kind === 'datetime') return `TO_DATE(?, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return '?';
}

function membershipText(
  { operand, values, negated }: MembershipNode,
  print: (of: ExpressionNode) => string,
): string {
  if (values.length === 0) return negated ? '1 = 1' : '1 = 0';
  const lists: string[] = [];
  for (let start = 0; start < values.length; start += MEMBERS_MAX) {
    const members = values.slice(start, start + MEMBERS_MAX);
    lists.push(`${print(operand)} ${negated ? 'NOT IN' : 'IN'} (${members.map(print).join(', ')})`);
  }
  return lists.join(negated ? ' AND ' : ' OR ');
}
