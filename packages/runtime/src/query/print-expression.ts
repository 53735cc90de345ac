import { literal } from '../paging/literals.js';
import { identifier } from './identifier.js';
import { flatOperands } from './logic.js';
import { MAX_NESTING, tooDeep } from './nesting.js';
import type {
  CaseNode,
  ColumnNode,
  ExpressionNode,
  FrameNode,
  MembershipNode,
  OperationNode,
  OrderNode,
  ParameterNode,
  RawNode,
  ValueKind,
  WindowNode,
} from './nodes.js';
import { parenthesized, type Writing } from './writing.js';

/** IN takes 1,000 values at most. */
const MEMBERS_MAX = 1000;

/**
 * The text of an expression or condition.
 *
 * @throws {TypeError} It nests too deep.
 */
export function print(of: ExpressionNode, writing: Writing): string {
  // Most expressions are one of these two, and hold no others.
  if (of.type === 'column') return `${identifier(of.source)}.${identifier(of.column)}`;
  if (of.type === 'parameter') return parameterText(of, writing);
  enter(writing);
  const text = compositeText(of, writing);
  writing.depth -= 1;
  return text;
}

/**
 * Goes one level deeper.
 *
 * @throws {TypeError} That is too deep.
 */
export function enter(writing: Writing): void {
  if (writing.depth > MAX_NESTING) throw tooDeep('The statement');
  writing.depth += 1;
}

function compositeText(of: Exclude<ExpressionNode, ColumnNode | ParameterNode>, writing: Writing): string {
  switch (of.type) {
    case 'literal':
      return literal(of.value);
    case 'null':
      return 'NULL';
    case 'count all':
      return 'COUNT(*)';
    case 'call':
      return `${of.name}(${of.distinct ? 'DISTINCT ' : ''}${printList(of.arguments, writing)})`;
    case 'operation':
      return operationText(of, writing);
    case 'case':
      return caseText(of, writing);
    case 'extract':
      return `EXTRACT(${of.unit} FROM ${print(of.of, writing)})`;
    case 'window':
      return windowText(of, writing);
    case 'subquery':
      return parenthesized(of.query, of.isNamed === true ? 'named' : 'bare', writing);
    case 'exists':
      return `${of.negated ? 'NOT ' : ''}EXISTS ${parenthesized(of.query, 'bare', writing)}`;
    case 'query membership': {
      const set =
        'type' in of.query && of.query.type === 'call'
          ? print(of.query, writing)
          : parenthesized(of.query, 'bare', writing);
      return `${print(of.operand, writing)} ${of.negated ? 'NOT IN' : 'IN'} ${set}`;
    }
    case 'comparison':
      return `${print(of.left, writing)} ${of.operator} ${print(of.right, writing)}`;
    case 'logical':
      return printCombined(flatOperands(of.operator, of.operands), of.operator, writing);
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
    case 'grouping':
      return `${of.name}(${printList(of.of, writing)})`;
    case 'raw':
      return printRaw(of, writing);
  }
}

/** Expressions with commas between. */
export function printList(of: readonly ExpressionNode[], writing: Writing): string {
  let text = '';
  for (const each of of) text += text === '' ? print(each, writing) : `, ${print(each, writing)}`;
  return text;
}

/** Conditions joined by AND or OR, with none of the same operator among them; each in parentheses where the operator around it would read it otherwise. */
export function printCombined(
  of: readonly ExpressionNode[],
  operator: 'AND' | 'OR',
  writing: Writing,
  separator = ' ',
): string {
  const [only] = of;
  if (only === undefined) return operator === 'AND' ? '1 = 1' : '1 = 0';
  if (of.length === 1) return print(only, writing);
  let text = '';
  for (const each of of) {
    if (text !== '') text += `${separator}${operator} `;
    text += needsParentheses(each) ? `(${print(each, writing)})` : print(each, writing);
  }
  return text;
}

/**
 * The keys of ORDER BY.
 *
 * @param names Of each key, the output column that it is, if it is to be named so.
 */
export function printOrder(
  keys: readonly OrderNode[],
  writing: Writing,
  names: readonly (string | undefined)[] = [],
): string {
  let text = '';
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as OrderNode;
    if (text !== '') text += ', ';
    text += (names[index] ?? print(key.expression, writing)) + directionText(key);
  }
  return text;
}

/** What stands behind a sort key. ASC too: without it, NetSuite has been reported to lose rows between pages. */
export function directionText({ direction, nulls }: Pick<OrderNode, 'direction' | 'nulls'>): string {
  return ` ${direction}${nulls === null ? '' : ` NULLS ${nulls}`}`;
}

/**
 * Text with expressions between. Text within it is printed without recursion: a program that folds a list into text, one
 * piece at a time, nests it as deep as the list is long.
 */
export function printRaw(of: RawNode, writing: Writing): string {
  let text = '';
  const waiting: (string | ExpressionNode)[] = [of];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part === 'string') text += part;
    else if (part.type === 'raw') {
      for (let index = part.parts.length - 1; index >= 0; index--) {
        waiting.push(part.parts[index] as string | ExpressionNode);
      }
    } else text += needsParentheses(part) ? `(${print(part, writing)})` : print(part, writing);
  }
  return text;
}

function needsParentheses(of: ExpressionNode): boolean {
  if (of.type === 'logical') {
    const operands = flatOperands(of.operator, of.operands);
    const [only] = operands;
    return only !== undefined && (operands.length > 1 || needsParentheses(only));
  }
  return of.type === 'not' || (of.type === 'membership' && of.values.length > MEMBERS_MAX);
}

function parameterText({ value, kind, place }: ParameterNode, writing: Writing): string {
  const encoded = writing.codec.encode(value, kind, place);
  if (writing.literal) return momentText(literal(encoded), kind);
  writing.parameters.push(encoded);
  return momentText('?', kind);
}

function momentText(text: string, kind: ValueKind): string {
  if (kind === 'date') return `TO_DATE(${text}, 'YYYY-MM-DD')`;
  if (kind === 'datetime') return `TO_DATE(${text}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return text;
}

function membershipText({ operand, values, negated }: MembershipNode, writing: Writing): string {
  if (values.length === 0) return negated ? '1 = 1' : '1 = 0';
  let text = '';
  for (let start = 0; start < values.length; start += MEMBERS_MAX) {
    if (text !== '') text += negated ? ' AND ' : ' OR ';
    text += `${print(operand, writing)} ${negated ? 'NOT IN' : 'IN'} (${printList(values.slice(start, start + MEMBERS_MAX), writing)})`;
  }
  return text;
}

/** Operators are read from left to right: what is combined already needs parentheses, except the same sum or product on the left. */
function operationText({ operator, left, right }: OperationNode, writing: Writing): string {
  const operand = (of: ExpressionNode, isPlain: boolean): string =>
    of.type === 'operation' && !isPlain ? `(${print(of, writing)})` : print(of, writing);
  const goesOn = left.type === 'operation' && left.operator === operator;
  return `${operand(left, goesOn)} ${operator} ${operand(right, false)}`;
}

function caseText({ operand, branches, otherwise }: CaseNode, writing: Writing): string {
  let text = operand === null ? 'CASE' : `CASE ${print(operand, writing)}`;
  for (const { when, result } of branches)
    text += ` WHEN ${print(when, writing)} THEN ${print(result, writing)}`;
  if (otherwise !== null) text += ` ELSE ${print(otherwise, writing)}`;
  return `${text} END`;
}

function windowText({ call, partitionBy, orderBy, frame }: WindowNode, writing: Writing): string {
  const parts: string[] = [];
  const name = print(call, writing);
  if (partitionBy.length > 0) parts.push(`PARTITION BY ${printList(partitionBy, writing)}`);
  if (orderBy.length > 0) parts.push(`ORDER BY ${printOrder(orderBy, writing)}`);
  if (frame !== null) parts.push(frameText(frame));
  return `${name} OVER (${parts.join(' ')})`;
}

function frameText({ unit, from, to }: FrameNode): string {
  return `${unit} BETWEEN ${boundText(from)} AND ${boundText(to)}`;
}

function boundText(bound: FrameNode['from'] | FrameNode['to']): string {
  if (bound === 'start') return 'UNBOUNDED PRECEDING';
  if (bound === 'end') return 'UNBOUNDED FOLLOWING';
  if (bound === 0) return 'CURRENT ROW';
  return bound < 0 ? `${-bound} PRECEDING` : `${bound} FOLLOWING`;
}
