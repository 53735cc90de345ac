import { emptySelect } from '../query/empty-select.js';
import type { ExpressionNode, OrderNode, SelectionNode, SelectNode, ValueKind } from '../query/nodes.js';
import { isSameExpression } from '../query/same-expression.js';
import { rowsOf } from '../table.js';
import { equalTo, filterNodes } from './filter-node.js';
import { directionOf, keyNodes } from './order-nodes.js';
import { relatedGroups } from './related-groups.js';
import type { RowShape } from './row-shape.js';
import { columnOf, type DefinitionOf, firstScope, type Scope, statementTables, tableNode } from './scope.js';
import { whereNodes } from './where.js';

/** What the planner reads of the arguments of `aggregate` and `groupBy`. */
export interface AggregateRequest {
  readonly by?: readonly string[];
  readonly byRelated?: Readonly<Record<string, unknown>>;
  readonly where?: unknown;
  readonly having?: unknown;
  readonly orderBy?: unknown;
  readonly _count?: unknown;
  readonly _sum?: unknown;
  readonly _avg?: unknown;
  readonly _min?: unknown;
  readonly _max?: unknown;
}

const functions = { _count: 'COUNT', _sum: 'SUM', _avg: 'AVG', _min: 'MIN', _max: 'MAX' } as const;
type Aggregate = keyof typeof functions;

function isAggregate(name: string): name is Aggregate {
  return Object.hasOwn(functions, name);
}

/** Plans `aggregate`, and with `by` `groupBy`. */
export function planAggregate(
  model: string,
  request: AggregateRequest,
  definitionOf: DefinitionOf,
): { readonly query: SelectNode; readonly shape: RowShape } {
  const base = firstScope(model, statementTables(definitionOf));
  const { by = [], byRelated = {} } = request;
  refuseTwice(by, byRelated, model);
  const selection: SelectionNode[] = [];
  const columns = by.map((field) => ({
    name: field,
    index: selection.push({ name: field, expression: columnOf(field, base) }) - 1,
  }));
  const relations: RowShape['relations'][number][] = [...relatedGroups(byRelated, base, selection)];
  const groupBy = selection.map(({ expression }) => expression);
  for (const name of Object.keys(functions).filter(isAggregate)) {
    const wanted = request[name];
    if (wanted === undefined || wanted === false) continue;
    if (wanted === true) {
      columns.push({ name, index: selection.push({ name, expression: countAll(name) }) - 1 });
    } else {
      const shape = { columns: aggregatedColumns(name, wanted, base, selection), relations: [] };
      relations.push({ name, keyIndex: null, shape });
    }
  }
  if (selection.length === groupBy.length) {
    throw new TypeError(
      `The call on ${model} names no aggregate. Give at least one, such as _count: true or _sum: { … }.`,
    );
  }
  const having = request.having === undefined ? [] : havingNodes(request.having, base);
  const orderBy = groupOrder(request.orderBy, base, groupBy);
  const where = [...rowsOf(base.definition, base.source), ...whereNodes(request.where, base)];
  return {
    query: {
      ...emptySelect,
      from: tableNode(base),
      joins: base.joins,
      selection,
      where,
      groupBy,
      having,
      orderBy: orderBy.length > 0 ? orderBy : groupBy.map(ascending),
    },
    shape: { columns, relations },
  };
}

/** A group has one property of a name. */
function refuseTwice(by: readonly string[], byRelated: object, model: string): void {
  const twice = by.find((field) => Object.hasOwn(byRelated, field));
  if (twice === undefined) return;
  throw new TypeError(
    `groupBy of ${model}: ${twice} is in by and in byRelated. For its id too, write byRelated: { ${twice}: { id: true, … } }.`,
  );
}

function aggregatedColumns(
  name: Aggregate,
  wanted: unknown,
  scope: Scope,
  selection: SelectionNode[],
): RowShape['columns'] {
  return Object.entries(wanted as object).flatMap(([field, choice]) => {
    if (choice !== true) return [];
    const expression = aggregateNode(name, field, scope);
    return [{ name: field, index: selection.push({ name: `${name}.${field}`, expression }) - 1 }];
  });
}

function aggregateNode(name: Aggregate, field: string, scope: Scope): ExpressionNode & { kind: ValueKind } {
  const of = columnOf(field, scope);
  const kind = name === '_count' ? 'int' : name === '_avg' ? 'num' : of.kind;
  return { type: 'call', name: functions[name], distinct: false, arguments: [of], kind };
}

function countAll(name: Aggregate): ExpressionNode {
  if (name === '_count') return { type: 'count all' };
  throw new TypeError(`${name}: true says not of what. Name the fields: ${name}: { field: true }.`);
}

/** Conditions over groups: on aggregates under `_sum` and so on, on the fields that are grouped by under their names. */
function havingNodes(having: unknown, scope: Scope): ExpressionNode[] {
  return Object.entries(having as object).flatMap(([name, filter]): readonly ExpressionNode[] => {
    if (filter === undefined) return [];
    const place = `having.${name} of ${scope.model}`;
    if (!isAggregate(name)) return filtered(columnOf(name, scope), filter, { scope, place });
    if (name === '_count' && isCountFilter(filter))
      return filtered({ type: 'count all' }, filter, { scope, place });
    return Object.entries(filter as object).flatMap(([field, each]) =>
      each === undefined
        ? []
        : filtered(aggregateNode(name, field, scope), each, { scope, place: `${place}.${field}` }),
    );
  });
}

/** `_count: 3` and `_count: { gt: 3 }` are about rows, `_count: { entity: { gt: 3 } }` about values of a field. */
function isCountFilter(filter: unknown): boolean {
  return (
    typeof filter !== 'object' ||
    filter === null ||
    Object.values(filter).every((each) => typeof each !== 'object' || Array.isArray(each))
  );
}

function filtered(
  operand: ExpressionNode,
  filter: unknown,
  { scope, place }: { readonly scope: Scope; readonly place: string },
): ExpressionNode[] {
  const field = { operand, scope, place };
  return typeof filter === 'object' && filter !== null
    ? filterNodes(filter, field)
    : [equalTo(filter, field)];
}

function groupOrder(orderBy: unknown, scope: Scope, groupBy: readonly ExpressionNode[]): OrderNode[] {
  const given = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  return given.flatMap((keys) =>
    Object.entries(keys as object).flatMap(([name, direction]): readonly OrderNode[] => {
      const place = `orderBy.${name} of ${scope.model}`;
      if (direction === undefined) return [];
      if (!isAggregate(name)) {
        const keys = keyNodes({ [name]: direction }, scope);
        if (keys.every(({ expression }) => groupBy.some((each) => isSameExpression(each, expression))))
          return keys;
        throw new TypeError(`${place}: groups are sorted by what makes them, or by aggregates of them.`);
      }
      if (typeof direction === 'string')
        return [{ expression: countAll(name), ...directionOf(direction, place) }];
      return Object.entries(direction as object).map(([field, each]) => ({
        expression: aggregateNode(name, field, scope),
        ...directionOf(each, `${place}.${field}`),
      }));
    }),
  );
}

function ascending(expression: ExpressionNode): OrderNode {
  return { expression, direction: 'ASC', nulls: null };
}
