import { conditionNode } from '../query/conditions.js';
import { isExpression } from '../query/expression.js';
import { allOf, anyOf, negation } from '../query/logic.js';
import type { ExpressionNode } from '../query/nodes.js';
import { showValue } from '../show-value.js';
import type { RelationDefinition } from '../table.js';
import { entriesOf, isArguments } from './entries.js';
import { filterNames, filterNodes } from './filter-node.js';
import { rebase } from './rebase.js';
import { relatedSelect } from './related-select.js';
import { placeOf, type Scope, unknownField } from './scope.js';

/**
 * The conditions of a `where`, all of which must hold. `undefined` is left out.
 *
 * @param path Where it stands, for messages.
 */
export function whereNodes(where: unknown, scope: Scope, path = 'where'): ExpressionNode[] {
  if (where === undefined) return [];
  const place = placeOf(path, scope);
  if (isExpression(where)) return [rebase(conditionNode(where, place), scope)];
  const entries = entriesOf(where, { place, wanted: 'an object of conditions, such as { id: 1 }' });
  return entries.flatMap(([field, filter]): readonly ExpressionNode[] => {
    const inner = `${path}.${field}`;
    if (field === 'AND') return [allOf(branches(filter, scope, inner))];
    if (field === 'OR') return [anyOf(branches(filter, scope, inner))];
    if (field === 'NOT') return [negation(allOf(whereNodes(filter, scope, inner)))];
    return fieldNodes(field, filter, { scope, path: inner });
  });
}

function branches(given: unknown, scope: Scope, path: string): ExpressionNode[] {
  if (!Array.isArray(given)) {
    throw new TypeError(
      `${placeOf(path, scope)}: ${showValue(given)} cannot stand here. Give an array of conditions.`,
    );
  }
  return Array.from(given, (each: unknown, index) => allOf(whereNodes(each, scope, `${path}.${index}`)));
}

function fieldNodes(
  field: string,
  filter: unknown,
  { scope, path }: { readonly scope: Scope; readonly path: string },
): ExpressionNode[] {
  const operand = scope.column(field);
  const relation = scope.relation(field);
  const place = placeOf(path, scope);
  const isObject = isArguments(filter);
  const isFilter =
    relation === null || !isObject || Object.keys(filter).every((name) => filterNames.has(name));
  if (operand !== null && isFilter) return filterNodes(filter, { operand, scope, path });
  if (relation === null) throw unknownField(field, scope, place);
  if (!isObject) throw notAValue(place, filter, relation);
  if (relation.cardinality === 'many') return listNodes(filter, { relation, scope, path });
  return whereNodes(filter, scope.join(field, relation), path);
}

function listNodes(
  filter: object,
  { relation, scope, path }: { relation: RelationDefinition; scope: Scope; path: string },
): ExpressionNode[] {
  const place = placeOf(path, scope);
  const entries = entriesOf(filter, { place, wanted: 'some, none or every' });
  return entries.map(([quantity, where]): ExpressionNode => {
    if (quantity !== 'some' && quantity !== 'none' && quantity !== 'every') {
      throw new TypeError(
        `${place}: '${quantity}' is not a condition on related rows. Give some, none or every.`,
      );
    }
    const query = relatedSelect(scope, relation, (inner) => {
      const condition = whereNodes(where, inner, `${path}.${quantity}`);
      return quantity === 'every' ? [doesNotHold(allOf(condition))] : condition;
    });
    return { type: 'exists', query, negated: quantity !== 'some' };
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

function notAValue(place: string, value: unknown, { cardinality }: RelationDefinition): TypeError {
  const form = cardinality === 'many' ? '{ some: { … } }, { none: { … } } or { every: { … } }' : '{ … }';
  return new TypeError(
    `${place} is a relation: give conditions on what it leads to, as ${form}, in place of ${showValue(value)}.`,
  );
}
