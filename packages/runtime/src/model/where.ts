import { conjunction } from '../query/conjunction.js';
import { isExpression, node } from '../query/expression.js';
import type { ExpressionNode } from '../query/nodes.js';
import type { RelationDefinition } from '../table.js';
import { equalTo, filterNames, filterNodes } from './filter-node.js';
import { rebase } from './rebase.js';
import { relatedSelect } from './related-select.js';
import { type Scope, unknownField } from './scope.js';

/** The conditions of a `where`, all of which must hold. `undefined` is left out. */
export function whereNodes(where: unknown, scope: Scope): ExpressionNode[] {
  if (where === undefined) return [];
  if (isExpression(where)) return [rebase(where[node], scope)];
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

function fieldNodes(field: string, filter: unknown, scope: Scope): ExpressionNode[] {
  const operand = scope.column(field);
  const relation = scope.relation(field);
  const place = `where.${field} of ${scope.model}`;
  if (typeof filter !== 'object' || filter === null || isExpression(filter)) {
    if (operand === null) throw relation === null ? unknownField(field, scope) : notAValue(place, relation);
    return [equalTo(filter, { operand, scope, place })];
  }
  const isFilter =
    operand !== null && (relation === null || Object.keys(filter).every((name) => filterNames.has(name)));
  if (isFilter) return filterNodes(filter, { operand, scope, place });
  if (relation === null) throw unknownField(field, scope);
  if (relation.cardinality === 'many') return listNodes(filter, { relation, scope, place });
  return whereNodes(filter, scope.join(field, relation));
}

function listNodes(
  filter: object,
  { relation, scope, place }: { relation: RelationDefinition; scope: Scope; place: string },
): ExpressionNode[] {
  return Object.entries(filter).flatMap(([quantity, where]): readonly ExpressionNode[] => {
    if (where === undefined) return [];
    if (quantity !== 'some' && quantity !== 'none' && quantity !== 'every') {
      throw new TypeError(
        `${place}: '${quantity}' is not a condition on related rows. Give some, none or every.`,
      );
    }
    const query = relatedSelect(scope, relation, (inner) => {
      const condition = whereNodes(where, inner);
      return quantity === 'every' ? [doesNotHold(conjunction(condition))] : condition;
    });
    return [{ type: 'exists', query, negated: quantity !== 'some' }];
  });
}

/** NOT would be unknown, not true, where the condition is unknown for want of a value. */
function doesNotHold(condition: ExpressionNode): ExpressionNode {
  const branches = [{ when: condition, result: YES }];
  return {
    type: 'comparison',
    operator: '=',
    left: { type: 'case', operand: null, branches, otherwise: NO, kind: 'int' },
    right: NO,
  };
}

const YES: ExpressionNode = { type: 'literal', value: 1, kind: 'int' };
const NO: ExpressionNode = { type: 'literal', value: 0, kind: 'int' };

function notAValue(place: string, { cardinality }: RelationDefinition): TypeError {
  const form = cardinality === 'many' ? '{ some: { … } }, { none: { … } } or { every: { … } }' : '{ … }';
  return new TypeError(`${place} is a relation: give conditions on what it leads to, as ${form}.`);
}

function asObject(value: unknown, place: string): object {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`${place}: give an object of conditions.`);
  return value;
}
