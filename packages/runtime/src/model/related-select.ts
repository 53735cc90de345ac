import { emptySelect } from '../query/empty-select.js';
import type { ExpressionNode, SelectionNode, SelectNode, SubqueryNode } from '../query/nodes.js';
import type { RelationDefinition } from '../table.js';
import { firstScope, linkNodes, type Scope, tableNode } from './scope.js';

/** A subquery over the rows that a relation leads to from each row of `outer`. */
export function relatedSelect(
  outer: Scope,
  relation: RelationDefinition,
  conditions: (inner: Scope) => readonly ExpressionNode[],
  selection: readonly SelectionNode[] = [],
): SelectNode {
  const inner = firstScope(relation.model, outer.tables, outer);
  const where = [...linkNodes(outer, relation, inner), ...conditions(inner)];
  return { ...emptySelect, from: tableNode(inner), joins: inner.joins, selection, where };
}

/** The number of rows that a relation leads to from each row of `outer`. */
export function countNode(
  outer: Scope,
  relation: RelationDefinition,
  conditions: (inner: Scope) => readonly ExpressionNode[],
): SubqueryNode {
  const query = relatedSelect(outer, relation, conditions, [countAll]);
  return { type: 'subquery', query, kind: 'int' };
}

const countAll: SelectionNode = { name: 'count', expression: { type: 'count all' } };
