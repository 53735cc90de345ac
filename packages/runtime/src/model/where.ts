import { escapePattern, parameterNode, patternNode } from '../query/conditions.js';
import type { ColumnNode, ComparisonOperator, ExpressionNode, ValueKind } from '../query/nodes.js';

/** A table as it stands in the statement: resolves columns, and joins relations when they are asked for. */
export interface Scope {
  readonly model: string;
  readonly source: string;
  column(field: string): ColumnNode | null;
  /** The related table's scope, joined now if it was not before. Null: no relation of that name. */
  relation(field: string): Scope | null;
  /** Every field and relation, for messages. */
  fields(): readonly string[];
}

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** The conditions of a `where`, all of which must hold. `undefined` is left out. */
export function whereNodes(where: unknown, scope: Scope): ExpressionNode[] {
  if (where === undefined) return [];
  const nodes: ExpressionNode[] = [];
  for (const [field, filter] of Object.entries(asObject(where, `where of ${scope.model}`))) {
    if (filter === undefined) continue;
    if (field === 'AND') nodes.push(allOf(filter, 'AND', scope));
    else if (field === 'OR') nodes.push(allOf(filter, 'OR', scope));
    else if (field === 'NOT') nodes.push({ type: 'not', operand: conjunction(whereNodes(filter, scope)) });
    else nodes.push(...fieldNodes(field, filter, scope));
  }
  return nodes;
}

function allOf(filter: unknown, operator: 'AND' | 'OR', scope: Scope): ExpressionNode {
  if (!Array.isArray(filter))
    throw new TypeError(`${operator} in where of ${scope.model}: give an array of conditions.`);
  return { type: 'logical', operator, operands: filter.map((each) => conjunction(whereNodes(each, scope))) };
}

function conjunction(nodes: readonly ExpressionNode[]): ExpressionNode {
  return { type: 'logical', operator: 'AND', operands: nodes };
}

function fieldNodes(field: string, filter: unknown, scope: Scope): ExpressionNode[] {
  const column = scope.column(field);
  const place = `where.${field} of ${scope.model}`;
  if (typeof filter !== 'object' || filter === null) {
    if (column === null) throw unknownField(field, scope);
    return [equals(column, filter, column.kind)];
  }
  const operators = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (column !== null && operators.every(([name]) => OPERATORS.has(name))) {
    const insensitive = operators.some(([name, value]) => name === 'mode' && value === 'insensitive');
    return operators
      .filter(([name]) => name !== 'mode')
      .map(([name, value]) => operatorNode(name, value, column, insensitive, place));
  }
  const related = scope.relation(field);
  if (related !== null) return whereNodes(filter, related);
  if (column === null) throw unknownField(field, scope);
  const [wrong] = operators.find(([name]) => !OPERATORS.has(name)) ?? [''];
  throw new TypeError(`${place}: '${wrong}' is not a condition. There are: ${[...OPERATORS].join(', ')}.`);
}

const OPERATORS: ReadonlySet<string> = new Set([
  'equals',
  'not',
  'in',
  'notIn',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'startsWith',
  'endsWith',
  'mode',
]);

function operatorNode(
  name: string,
  value: unknown,
  operand: ColumnNode,
  insensitive: boolean,
  place: string,
): ExpressionNode {
  const { kind } = operand;
  switch (name) {
    case 'equals':
      return equals(operand, value, kind);
    case 'not':
      return value === null
        ? { type: 'null test', operand, negated: true }
        : { type: 'comparison', operator: '<>', left: operand, right: parameterNode(value, kind) };
    case 'in':
    case 'notIn':
      return {
        type: 'membership',
        operand,
        values: asArray(value, `${place}.${name}`).map((each) => parameterNode(each, kind)),
        negated: name === 'notIn',
      };
    case 'between': {
      const [low, high] = asArray(value, `${place}.between`);
      return {
        type: 'range',
        operand,
        low: parameterNode(low, kind),
        high: parameterNode(high, kind),
      };
    }
    case 'contains':
      return patternNode(operand, `%${part(value, place)}%`, insensitive);
    case 'startsWith':
      return patternNode(operand, `${part(value, place)}%`, insensitive);
    case 'endsWith':
      return patternNode(operand, `%${part(value, place)}`, insensitive);
    default:
      return {
        type: 'comparison',
        operator: COMPARISONS[name] as ComparisonOperator,
        left: operand,
        right: parameterNode(value, kind),
      };
  }
}

function equals(operand: ExpressionNode, value: unknown, kind: ValueKind): ExpressionNode {
  return value === null
    ? { type: 'null test', operand, negated: false }
    : { type: 'comparison', operator: '=', left: operand, right: parameterNode(value, kind) };
}

function part(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new TypeError(`${place}: give a string to look for.`);
  return escapePattern(value);
}

function unknownField(field: string, scope: Scope): TypeError {
  return new TypeError(
    `${scope.model} has no field '${field}'. It has: ${scope.fields().join(', ')}. If the account has it, run \`npx suitewright introspect\` and \`npx suitewright generate\`.`,
  );
}

function asObject(value: unknown, place: string): object {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`${place}: give an object of conditions.`);
  return value;
}

function asArray(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${place}: give an array.`);
  return value;
}
