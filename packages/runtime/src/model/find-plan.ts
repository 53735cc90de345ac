import type {
  ColumnNode,
  ExpressionNode,
  JoinNode,
  OrderNode,
  SelectionNode,
  SelectNode,
  TableNode,
} from '../query/nodes.js';
import { keyColumn, type RelationDefinition, rowsOf, type TableDefinition } from '../table.js';
import type { RowShape } from './row-shape.js';
import { type Scope, whereNodes } from './where.js';

/** A query of a model: the statement, and how its rows become objects. */
export interface FindPlan {
  readonly query: SelectNode;
  readonly shape: RowShape;
}

/** What the planner reads of a call's arguments. */
export interface FindRequest {
  readonly where?: unknown;
  readonly select?: unknown;
  readonly orderBy?: unknown;
}

/** Gives the definition of a model that the call needs. All of them are loaded before planning starts. */
export type DefinitionOf = (model: string) => TableDefinition;

/** A table in the statement, with the joins that hang on it. */
interface Joined extends Scope {
  readonly definition: TableDefinition;
  relation(field: string): Joined | null;
}

/** Plans `findMany`: to-one relations are left joins of the same statement. */
export function planFind(model: string, request: FindRequest, definitionOf: DefinitionOf): FindPlan {
  const joins: JoinNode[] = [];
  const base = joinedTable(model, 't0', definitionOf, joins);
  const selection: SelectionNode[] = [];
  const shape = selectedShape(request.select, base, selection);
  const where = [...rowsOf(base.definition, 't0'), ...whereNodes(request.where, base)];
  const orderBy = orderNodes(request.orderBy, base);
  return { query: { ...EMPTY, from: tableNode(base), joins, selection, where, orderBy }, shape };
}

/** Plans `count`. */
export function planCount(model: string, where: unknown, definitionOf: DefinitionOf): SelectNode {
  const joins: JoinNode[] = [];
  const base = joinedTable(model, 't0', definitionOf, joins);
  const conditions = [...rowsOf(base.definition, 't0'), ...whereNodes(where, base)];
  const selection: SelectionNode[] = [{ name: 'count', expression: { type: 'count all' } }];
  return { ...EMPTY, from: tableNode(base), joins, selection, where: conditions };
}

const EMPTY = {
  distinct: false,
  groupBy: [],
  having: [],
  orderBy: [],
  offset: 0,
  take: null,
} satisfies Partial<SelectNode>;

function tableNode({ definition, source }: Joined): TableNode {
  return { table: definition.table, source, key: keyColumn(definition, source) };
}

function joinedTable(model: string, source: string, definitionOf: DefinitionOf, joins: JoinNode[]): Joined {
  const definition = definitionOf(model);
  const related = new Map<string, Joined>();

  function join(relation: RelationDefinition): Joined {
    const target = joinedTable(relation.model, `t${joins.length + 1}`, definitionOf, joins);
    const on: ExpressionNode = {
      type: 'comparison',
      operator: '=',
      left: columnNode(definition, source, relation.from),
      right: columnNode(target.definition, target.source, relation.to),
    };
    const discriminator = rowsOf(target.definition, target.source);
    joins.push({
      type: 'LEFT',
      table: tableNode(target),
      on:
        discriminator.length === 0
          ? on
          : { type: 'logical', operator: 'AND', operands: [on, ...discriminator] },
    });
    return target;
  }

  return {
    model,
    source,
    definition,
    column(field) {
      if (!Object.hasOwn(definition.columns, field)) return null;
      return columnNode(definition, source, field);
    },
    relation(field) {
      const known = related.get(field);
      if (known !== undefined) return known;
      const relation = Object.hasOwn(definition.relations, field) ? definition.relations[field] : undefined;
      if (relation === undefined) return null;
      const target = join(relation);
      related.set(field, target);
      return target;
    },
    fields: () => [...new Set([...Object.keys(definition.columns), ...Object.keys(definition.relations)])],
  };
}

function columnNode(definition: TableDefinition, source: string, column: string): ColumnNode {
  return { type: 'column', source, column, kind: definition.columns[column] ?? 'text' };
}

function selectedShape(select: unknown, scope: Joined, selection: SelectionNode[]): RowShape {
  const wanted: readonly (readonly [string, unknown])[] =
    select === undefined
      ? Object.keys(scope.definition.columns).map((column) => [column, true])
      : Object.entries(asSelect(select, scope));
  const columns: RowShape['columns'][number][] = [];
  const relations: RowShape['relations'][number][] = [];
  for (const [field, choice] of wanted) {
    if (choice === undefined || choice === false) continue;
    if (choice === true) {
      const column = scope.column(field);
      if (column === null) throw notSelectable(field, scope);
      columns.push({ name: field, index: output(column, selection) });
    } else {
      const target = scope.relation(field);
      if (target === null) throw notSelectable(field, scope);
      const relation = scope.definition.relations[field] as RelationDefinition;
      const key = output(columnNode(target.definition, target.source, relation.to), selection);
      const inner = (choice as { readonly select?: unknown }).select;
      relations.push({ name: field, keyIndex: key, shape: selectedShape(inner, target, selection) });
    }
  }
  if (columns.length === 0 && relations.length === 0) {
    throw new TypeError(
      `select of ${scope.model} names no field. Name at least one, or leave select out for all.`,
    );
  }
  return { columns, relations };
}

/** The index of an output column; one that is there already is not asked for twice. */
function output(expression: ColumnNode, selection: SelectionNode[]): number {
  const name = `${expression.source}.${expression.column}`;
  const index = selection.findIndex((each) => each.name === name);
  return index === -1 ? selection.push({ name, expression }) - 1 : index;
}

function orderNodes(orderBy: unknown, base: Joined): OrderNode[] {
  const given = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  const nodes: OrderNode[] = [];
  for (const keys of given) {
    for (const [field, direction] of Object.entries(keys as object)) {
      if (direction === undefined) continue;
      const column = base.column(field);
      if (column === null) throw notSelectable(field, base);
      nodes.push({ expression: column, ...directionOf(direction, field, base.model) });
    }
  }
  // Ties in an order of the user's fall differently from page to page: the key settles them.
  const { primaryKey } = base.definition;
  if (primaryKey === null || !Object.hasOwn(base.definition.columns, primaryKey)) return nodes;
  const key = columnNode(base.definition, base.source, primaryKey);
  const isOrdered = nodes.some(
    ({ expression }) => expression.type === 'column' && expression.column === primaryKey,
  );
  return isOrdered ? nodes : [...nodes, { expression: key, direction: 'ASC', nulls: null }];
}

function directionOf(
  direction: unknown,
  field: string,
  model: string,
): Pick<OrderNode, 'direction' | 'nulls'> {
  const { sort, nulls } =
    typeof direction === 'object' && direction !== null
      ? (direction as { sort?: unknown; nulls?: unknown })
      : { sort: direction, nulls: undefined };
  if ((sort !== 'asc' && sort !== 'desc') || (nulls !== undefined && nulls !== 'first' && nulls !== 'last')) {
    throw new TypeError(
      `orderBy.${field} of ${model}: give 'asc', 'desc' or { sort: 'asc' | 'desc', nulls: 'first' | 'last' }.`,
    );
  }
  return {
    direction: sort === 'asc' ? 'ASC' : 'DESC',
    nulls: nulls === undefined ? null : nulls === 'first' ? 'FIRST' : 'LAST',
  };
}

function asSelect(select: unknown, scope: Joined): object {
  if (typeof select === 'object' && select !== null) return select;
  throw new TypeError(`select of ${scope.model}: give an object such as { ${scope.fields()[0]}: true }.`);
}

function notSelectable(field: string, scope: Joined): TypeError {
  return new TypeError(
    `${scope.model} has no field '${field}' for this place. It has: ${scope.fields().join(', ')}.`,
  );
}
