import { unknownName } from '../known-names.js';
import { comparedNode, escapePattern, inCapitals, parameterNode, patternNode } from '../query/conditions.js';
import { isExpression, node } from '../query/expression.js';
import { kindOf } from '../query/kind-of.js';
import { ALWAYS, allOf, anyOf } from '../query/logic.js';
import type { ComparisonOperator, ExpressionNode } from '../query/nodes.js';
import { showValue } from '../show-value.js';
import { entriesOf, isArguments } from './entries.js';
import { rebase } from './rebase.js';
import { placeOf, type Scope } from './scope.js';

/** What is compared: a column or an aggregate, and where it stands in the statement and in the arguments. */
export interface FilteredField {
  readonly operand: ExpressionNode;
  readonly scope: Scope;
  readonly path: string;
}

interface Compared extends FilteredField {
  /** Whether both sides are compared in capitals. */
  readonly insensitive: boolean;
  /** What messages call the value. */
  readonly place: string;
}

type Comparison = (value: unknown, field: Compared) => ExpressionNode;

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
  ['contains', (value, field) => pattern(`%${part(value, field)}%`, field)],
  ['startsWith', (value, field) => pattern(`${part(value, field)}%`, field)],
  ['endsWith', (value, field) => pattern(`%${part(value, field)}`, field)],
  ['isNull', nullTest],
  ['isEmpty', nullTest],
  ['any', (value, field) => selection('MN_INCLUDE', value, field)],
  ['all', (value, field) => selection('MN_INCLUDE_ALL', value, field)],
  ['none', (value, field) => selection('MN_EXCLUDE', value, field)],
]);

/** The names of everything that may be asked of a field. */
export const filterNames: ReadonlySet<string> = new Set([...comparisons.keys(), 'mode']);

/**
 * The conditions of a filter such as `{ gte: 1, lt: 5 }`, all of which must hold, or of a value that is to be equal.
 * `undefined` is left out.
 */
export function filterNodes(filter: unknown, field: FilteredField): ExpressionNode[] {
  const { scope, path } = field;
  const place = placeOf(path, scope);
  if (!isArguments(filter)) {
    return [equalTo(filter, { ...field, place, insensitive: false })];
  }
  const entries = entriesOf(filter, { place, wanted: 'conditions' });
  const insensitive = entries.some(([name, value]) => name === 'mode' && isInsensitive(value, field));
  return entries.flatMap(([name, value]) => {
    if (name === 'mode') return [];
    const compare = comparisons.get(name);
    if (compare === undefined)
      throw unknownName(name, { place, known: [...filterNames], what: 'a condition' });
    const inner = `${path}.${name}`;
    return [compare(value, { ...field, path: inner, place: placeOf(inner, scope), insensitive })];
  });
}

function isInsensitive(mode: unknown, { operand, scope, path }: FilteredField): boolean {
  const place = placeOf(`${path}.mode`, scope);
  if (mode !== 'sensitive' && mode !== 'insensitive') {
    throw new TypeError(`${place}: ${showValue(mode)} is not a mode. Give 'sensitive' or 'insensitive'.`);
  }
  if (kindOf(operand) === 'text') return mode === 'insensitive';
  throw new TypeError(`${place}: only texts are compared with or without regard to letter case.`);
}

/** `field = value`. Null, and the empty text, which SuiteQL keeps as NULL: IS NULL. */
function equalTo(value: unknown, field: Compared): ExpressionNode {
  return isEmpty(value, field)
    ? { type: 'null test', operand: field.operand, negated: false }
    : compared('=', value, field);
}

function unequalTo(value: unknown, field: Compared): ExpressionNode {
  return isEmpty(value, field)
    ? { type: 'null test', operand: field.operand, negated: true }
    : compared('<>', value, field);
}

function isEmpty(value: unknown, { operand }: Compared): boolean {
  return value === null || (value === '' && kindOf(operand) === 'text');
}

function compared(operator: ComparisonOperator, value: unknown, field: Compared): ExpressionNode {
  return { type: 'comparison', operator, left: operandOf(field), right: valueNode(value, field) };
}

function between(value: unknown, field: Compared): ExpressionNode {
  const values = asArray(value, field);
  const [low, high] = values;
  if (values.length !== 2) throw new TypeError(`${field.place}: give an array of two values.`);
  return {
    type: 'range',
    operand: operandOf(field),
    low: valueNode(low, field),
    high: valueNode(high, field),
  };
}

/** The empty text is NULL: among the values of IN nothing would equal it, and NOT IN would match no row at all. */
function membership(value: unknown, field: Compared, negated: boolean): ExpressionNode {
  const { path, scope } = field;
  const given = asArray(value, field);
  const isNull: ExpressionNode = { type: 'null test', operand: field.operand, negated };
  const values = given.flatMap((each, index) =>
    each !== null && isEmpty(each, field) ? [] : [valueNode(each, field, placeOf(`${path}.${index}`, scope))],
  );
  const membership: ExpressionNode = { type: 'membership', operand: operandOf(field), values, negated };
  if (values.length === given.length) return membership;
  if (values.length === 0) return isNull;
  return negated ? allOf([membership, isNull]) : anyOf([membership, isNull]);
}

function pattern(text: string, { operand, insensitive }: Compared): ExpressionNode {
  return patternNode(operand, text, insensitive);
}

function nullTest(value: unknown, { operand, place }: Compared): ExpressionNode {
  if (typeof value === 'boolean') return { type: 'null test', operand, negated: !value };
  throw new TypeError(`${place}: ${showValue(value)} cannot stand here. Give true or false.`);
}

/** Which values a multiple select holds. Of none: every field holds all of them, and none holds any. */
function selection(
  operator: 'MN_INCLUDE' | 'MN_INCLUDE_ALL' | 'MN_EXCLUDE',
  value: unknown,
  field: Compared,
): ExpressionNode {
  const { operand, place } = field;
  const values = asArray(value, field);
  if (values.length === 0) return operator === 'MN_INCLUDE' ? anyOf([]) : ALWAYS;
  const options = [operator, '', 'FALSE'].map((each) => literalText(each));
  const filter: ExpressionNode = {
    type: 'call',
    name: 'BUILTIN.MNFILTER',
    distinct: false,
    arguments: [operand, ...options, ...values.map((each) => parameterNode(each, 'id', place))],
    kind: 'text',
  };
  return { type: 'comparison', operator: '=', left: filter, right: literalText('T') };
}

function literalText(value: string): ExpressionNode {
  return { type: 'literal', value, kind: 'text' };
}

function operandOf({ operand, insensitive }: Compared): ExpressionNode {
  return insensitive ? inCapitals(operand) : operand;
}

function valueNode(
  value: unknown,
  { operand, scope, insensitive, ...field }: Compared,
  place = field.place,
): ExpressionNode {
  const of = isExpression(value)
    ? rebase(comparedNode(value[node], place), scope)
    : parameterNode(value, kindOf(operand), place);
  return insensitive ? inCapitals(of) : of;
}

function part(value: unknown, { place }: Compared): string {
  if (typeof value === 'string') return escapePattern(value);
  throw new TypeError(`${place}: ${showValue(value)} cannot stand here. Give a string to look for.`);
}

/** A copy, in which holes are `undefined`. */
function asArray(value: unknown, { place }: Compared): readonly unknown[] {
  if (Array.isArray(value)) return Array.from(value);
  throw new TypeError(`${place}: ${showValue(value)} cannot stand here. Give an array.`);
}
