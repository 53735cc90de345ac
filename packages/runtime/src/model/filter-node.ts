import { escapePattern, parameterNode, patternNode } from '../query/conditions.js';
import { isExpression, node } from '../query/expression.js';
import { kindOf } from '../query/kind-of.js';
import type { ComparisonOperator, ExpressionNode } from '../query/nodes.js';
import { rebase } from './rebase.js';
import type { Scope } from './scope.js';

/** What is compared: a column or an aggregate, where it stands, and what messages call it. */
export interface FilteredField {
  readonly operand: ExpressionNode;
  readonly scope: Scope;
  readonly place: string;
}

type Comparison = (value: unknown, field: FilteredField, insensitive: boolean) => ExpressionNode;

const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['equals', equalTo],
  ['not', unequalTo],
  ['in', (value, field) => membership(value, field, false)],
  ['notIn', (value, field) => membership(value, field, true)],
  ['gt', (value, field) => compared('>', value, field)],
  ['gte', (value, field) => compared('>=', value, field)],
  ['lt', (value, field) => compared('<', value, field)],
  ['lte', (value, field) => compared('<=', value, field)],
  ['between', between],
  ['contains', (value, field, insensitive) => pattern(`%${part(value, field)}%`, field, insensitive)],
  ['startsWith', (value, field, insensitive) => pattern(`${part(value, field)}%`, field, insensitive)],
  ['endsWith', (value, field, insensitive) => pattern(`%${part(value, field)}`, field, insensitive)],
  ['isNull', nullTest],
  ['isEmpty', nullTest],
  ['any', (value, field) => selection('MN_INCLUDE', value, field)],
  ['all', (value, field) => selection('MN_INCLUDE_ALL', value, field)],
  ['none', (value, field) => selection('MN_EXCLUDE', value, field)],
]);

/** The names of everything that may be asked of a field. */
export const filterNames: ReadonlySet<string> = new Set([...comparisons.keys(), 'mode']);

/** The conditions of a filter such as `{ gte: 1, lt: 5 }`, all of which must hold. `undefined` is left out. */
export function filterNodes(filter: object, field: FilteredField): ExpressionNode[] {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const insensitive = given.some(([name, value]) => name === 'mode' && value === 'insensitive');
  return given.flatMap(([name, value]) => {
    if (name === 'mode') return [];
    const compare = comparisons.get(name);
    if (compare !== undefined) return [compare(value, field, insensitive)];
    throw new TypeError(
      `${field.place}: '${name}' is not a condition. There are: ${[...filterNames].join(', ')}.`,
    );
  });
}

/** `field = value`. Null, and the empty text, which SuiteQL keeps as NULL: IS NULL. */
export function equalTo(value: unknown, { operand, scope }: FilteredField): ExpressionNode {
  if (value === null || isEmptyText(value, operand)) return { type: 'null test', operand, negated: false };
  return { type: 'comparison', operator: '=', left: operand, right: valueNode(value, operand, scope) };
}

function unequalTo(value: unknown, { operand, scope }: FilteredField): ExpressionNode {
  if (value === null || isEmptyText(value, operand)) return { type: 'null test', operand, negated: true };
  return { type: 'comparison', operator: '<>', left: operand, right: valueNode(value, operand, scope) };
}

function isEmptyText(value: unknown, operand: ExpressionNode): boolean {
  return value === '' && kindOf(operand) === 'text';
}

function compared(
  operator: ComparisonOperator,
  value: unknown,
  { operand, scope }: FilteredField,
): ExpressionNode {
  return { type: 'comparison', operator, left: operand, right: valueNode(value, operand, scope) };
}

function between(value: unknown, { operand, scope, place }: FilteredField): ExpressionNode {
  const [low, high] = asArray(value, `${place}.between`);
  return {
    type: 'range',
    operand,
    low: valueNode(low, operand, scope),
    high: valueNode(high, operand, scope),
  };
}

function membership(
  value: unknown,
  { operand, scope, place }: FilteredField,
  negated: boolean,
): ExpressionNode {
  const values = asArray(value, `${place}.${negated ? 'notIn' : 'in'}`);
  return {
    type: 'membership',
    operand,
    values: values.map((each) => valueNode(each, operand, scope)),
    negated,
  };
}

function pattern(text: string, { operand }: FilteredField, insensitive: boolean): ExpressionNode {
  return patternNode(operand, text, insensitive);
}

function nullTest(value: unknown, { operand, place }: FilteredField): ExpressionNode {
  if (typeof value === 'boolean') return { type: 'null test', operand, negated: !value };
  throw new TypeError(`${place}: give true or false for isNull and isEmpty.`);
}

/** Which values a multiple select holds. Of none: every field holds all of them, and none holds any. */
function selection(
  operator: 'MN_INCLUDE' | 'MN_INCLUDE_ALL' | 'MN_EXCLUDE',
  value: unknown,
  { operand, place }: FilteredField,
): ExpressionNode {
  const values = asArray(value, place);
  if (values.length === 0)
    return { type: 'logical', operator: operator === 'MN_INCLUDE' ? 'OR' : 'AND', operands: [] };
  const options = [operator, '', 'FALSE'].map((each) => literalText(each));
  const filter: ExpressionNode = {
    type: 'call',
    name: 'BUILTIN.MNFILTER',
    distinct: false,
    arguments: [operand, ...options, ...values.map((each) => parameterNode(each, 'id'))],
    kind: 'text',
  };
  return { type: 'comparison', operator: '=', left: filter, right: literalText('T') };
}

function literalText(value: string): ExpressionNode {
  return { type: 'literal', value, kind: 'text' };
}

function valueNode(value: unknown, operand: ExpressionNode, scope: Scope): ExpressionNode {
  return isExpression(value) ? rebase(value[node], scope) : parameterNode(value, kindOf(operand));
}

function part(value: unknown, { place }: FilteredField): string {
  if (typeof value !== 'string') throw new TypeError(`${place}: give a string to look for.`);
  return escapePattern(value);
}

function asArray(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${place}: give an array.`);
  return value;
}
