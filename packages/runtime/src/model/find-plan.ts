import { emptySelect } from '../query/empty-select.js';
import type { ExpressionNode, SelectNode } from '../query/nodes.js';
import { rowsOf } from '../table.js';
import { orderNodes } from './order-nodes.js';
import type { RowShape } from './row-shape.js';
import { type DefinitionOf, firstScope, type Scope, statementTables, tableNode } from './scope.js';
import { columnIndex, type ListPlan, type Output, planReturn, type ReturnRequest } from './select-plan.js';
import { whereNodes } from './where.js';

/** A query of a model: the statement, how its rows become objects, and the lists that further statements read. */
export interface FindPlan {
  readonly query: SelectNode;
  readonly shape: RowShape;
  readonly lists: readonly ListPlan[];
  /** Of `options.keys`: their output columns. */
  readonly keyIndexes: readonly number[];
}

/** What the planner reads of a call's arguments. */
export interface FindRequest extends ReturnRequest {
  readonly where?: unknown;
  readonly orderBy?: unknown;
}

/** Plans `findMany`: relations to one row are left joins of the same statement. */
export function planFind(
  model: string,
  request: FindRequest,
  options: {
    readonly definitionOf: DefinitionOf;
    /** Conditions beside those of the request. */
    readonly conditions?: (scope: Scope) => readonly ExpressionNode[];
    /** Columns to ask for whether or not the row shows them. */
    readonly keys?: readonly string[];
  },
): FindPlan {
  const base = firstScope(model, statementTables(options.definitionOf));
  const output: Output = { selection: [], lists: [] };
  const shape = planReturn(request, base, output);
  const keyIndexes = (options.keys ?? []).map((column) => columnIndex(base, column, output));
  const where = [
    ...rowsOf(base.definition, base.source),
    ...(options.conditions?.(base) ?? []),
    ...whereNodes(request.where, base),
  ];
  const orderBy = orderNodes(request.orderBy, base);
  const { selection, lists } = output;
  const query = { ...emptySelect, from: tableNode(base), joins: base.joins, selection, where, orderBy };
  return { query, shape, lists, keyIndexes };
}

/** Plans `count`. */
export function planCount(model: string, where: unknown, definitionOf: DefinitionOf): SelectNode {
  return planSingle(model, where, { definitionOf, expression: { type: 'count all' } });
}

/** Plans `exists`: one row without values is enough. */
export function planExists(model: string, where: unknown, definitionOf: DefinitionOf): SelectNode {
  const expression: ExpressionNode = { type: 'literal', value: 1, kind: 'int' };
  return { ...planSingle(model, where, { definitionOf, expression }), take: 1 };
}

function planSingle(
  model: string,
  where: unknown,
  { definitionOf, expression }: { readonly definitionOf: DefinitionOf; readonly expression: ExpressionNode },
): SelectNode {
  const base = firstScope(model, statementTables(definitionOf));
  const conditions = [...rowsOf(base.definition, base.source), ...whereNodes(where, base)];
  const selection = [{ name: 'value', expression }];
  return { ...emptySelect, from: tableNode(base), joins: base.joins, selection, where: conditions };
}
