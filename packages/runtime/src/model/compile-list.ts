import { type CompiledQuery, compile } from '../query/compile.js';
import type { ColumnNode, ExpressionNode, SelectNode } from '../query/nodes.js';
import type { RelatedStatement, ShowOptions } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import { type FindPlan, type FindRequest, planFind } from './find-plan.js';
import { firstOfEach } from './first-of-each.js';
import { columnNode, columnPairs, type DefinitionOf } from './scope.js';
import type { ListPlan } from './select-plan.js';

/** What it takes to write the statements of relations to many rows. */
export interface ListContext {
  readonly codec: ValueCodec;
  readonly definitionOf: DefinitionOf;
}

/** The statement of a relation to many rows. */
export interface CompiledList {
  readonly plan: FindPlan;
  /** What is compiled: the plan's query, or that cut to some rows of each parent. */
  readonly query: SelectNode;
  readonly compiled: CompiledQuery;
  /** Whether the request gives a number of rows of each parent. */
  readonly isCut: boolean;
}

/** The statement that reads a list. @param parents What IN compares the relation's column with. */
export function compileList(
  { relation, request }: ListPlan,
  parents: (operand: ColumnNode) => readonly ExpressionNode[],
  { codec, definitionOf, format = false }: ListContext & ShowOptions,
): CompiledList {
  const given: FindRequest & { readonly take?: number; readonly skip?: number } = request;
  const plan = planFind(relation.model, given, {
    definitionOf,
    keys: columnPairs(relation).map(({ to }) => to),
    conditions: (scope) => {
      const operand = columnNode(scope, relation.to);
      return [{ type: 'membership', operand, values: parents(operand), negated: false }];
    },
  });
  const isCut = given.take !== undefined || given.skip !== undefined;
  const query = isCut ? firstOfEach(plan, given) : plan.query;
  return { plan, query, compiled: compile(query, codec, { format }), isCut };
}

/** The statements of lists and of the lists within them, without the keys of the rows that they belong to. */
export function listStatements(
  lists: readonly ListPlan[],
  context: ListContext & ShowOptions,
  outer: readonly string[] = [],
): readonly RelatedStatement[] {
  return lists.flatMap((list) => {
    const { plan, compiled } = compileList(list, () => [PARENTS], context);
    const path = [...outer, ...list.path, list.field];
    const { text, parameters } = compiled;
    return [{ path: path.join('.'), text, parameters }, ...listStatements(plan.lists, context, path)];
  });
}

const PARENTS: ExpressionNode = { type: 'raw', parts: [':parents'] };
