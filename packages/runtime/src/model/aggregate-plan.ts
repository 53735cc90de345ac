import { emptySelect } from '../query/empty-select.js';
import type { ExpressionNode, OrderNode, SelectionNode, SelectNode, ValueKind } from '../query/nodes.js';
import { isSameExpression } from '../query/same-expression.js';
import { isPlainObject, showValue } from '../show-value.js';
import { rowsOf } from '../table.js';
import { entriesOf, isArguments } from './entries.js';
import { filterNames, filterNodes } from './filter-node.js';
import { directionOf, keyNodes, sortKeys } from './order-nodes.js';
import { relatedGroups } from './related-groups.js';
import type { RowShape } from './row-shape.js';
import {
  columnOf,
  type DefinitionOf,
  firstScope,
  placeOf,
  type Scope,
  statementTables,
  tableNode,
} from './scope.js';
import { whereNodes } from './where.js';

/** What the planner reads of the arguments of `aggregate` and `groupBy`. */
export interface AggregateRequest {
  readonly by?: unknown;
  readonly byRelated?: unknown;
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
  const { byRelated = {} } = request;
  const by = fieldNames(request.by, model);
  refuseTwice(by, byRelated, model);
  const selection: SelectionNode[] = [];
  const columns = by.map((field) => ({
    name: field,
    index:
      selection.push({ name: field, expression: columnOf(field, base, placeOf(`by.${field}`, base)) }) - 1,
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
  const having = request.having === undefined ? [] : havingNodes(request.having, base, groupBy);
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

function fieldNames(by: unknown, model: string): readonly string[] {
  if (by === undefined) return [];
  if (Array.isArray(by) && Array.from(by).every((field) => typeof field === 'string')) return by;
  throw new TypeError(`by of ${model}: ${showValue(by)} cannot stand here. Give an array of field names.`);
}

/** A group has one property of a name. */
function refuseTwice(by: readonly string[], byRelated: unknown, model: string): void {
  const twice = isPlainObject(byRelated) ? by.find((field) => byRelated[field] !== undefined) : undefined;
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
  const entries = entriesOf(wanted, {
    place: placeOf(name, scope),
    wanted: name === '_count' ? 'true, or fields: { field: true }' : 'fields: { field: true }',
  });
  return entries.flatMap(([field, choice]) => {
    const path = `${name}.${field}`;
    if (choice === false) return [];
    if (choice !== true) {
      throw new TypeError(
        `${placeOf(path, scope)}: ${showValue(choice)} cannot stand here. Give true or false.`,
      );
    }
    const expression = aggregateNode(name, field, { scope, path });
    return [{ name: field, index: selection.push({ name: `${name}.${field}`, expression }) - 1 }];
  });
}

function aggregateNode(
  name: Aggregate,
  field: string,
  { scope, path }: { readonly scope: Scope; readonly path: string },
): ExpressionNode & { kind: ValueKind } {
  const of = columnOf(field, scope, placeOf(path, scope));
  const kind = name === '_count' ? 'int' : name === '_avg' ? 'num' : of.kind;
  return { type: 'call', name: functions[name], distinct: false, arguments: [of], kind };
}

function countAll(name: Aggregate): ExpressionNode {
  if (name === '_count') return { type: 'count all' };
  throw new TypeError(`${name}: true says not of what. Name the fields: ${name}: { field: true }.`);
}

/** Conditions over groups: on aggregates under `_sum` and so on, on the fields that are grouped by under their names. */
function havingNodes(having: unknown, scope: Scope, groupBy: readonly ExpressionNode[]): ExpressionNode[] {
  const wanted = 'an object of conditions, such as { _count: { gt: 1 } }';
  const entries = entriesOf(having, { place: placeOf('having', scope), wanted });
  return entries.flatMap(([name, filter]): readonly ExpressionNode[] => {
    const path = `having.${name}`;
    const place = placeOf(path, scope);
    if (!isAggregate(name)) {
      const operand = columnOf(name, scope, place);
      if (groupBy.some((each) => isSameExpression(each, operand)))
        return filterNodes(filter, { operand, scope, path });
      throw new TypeError(
        `${place}: groups have no value of it. Name it in by, use an aggregate of it such as _max, or ask for rows in where.`,
      );
    }
    if (name === '_count' && isCountFilter(filter)) {
      return filterNodes(filter, { operand: { type: 'count all' }, scope, path });
    }
    const fields = entriesOf(filter, { place, wanted: 'conditions on fields: { field: { gt: 1 } }' });
    return fields.flatMap(([field, each]) => {
      const inner = `${path}.${field}`;
      const operand = aggregateNode(name, field, { scope, path: inner });
      return filterNodes(each, { operand, scope, path: inner });
    });
  });
}

/** `_count: 3` and `_count: { gt: 3 }` are about rows, `_count: { entity: { gt: 3 } }` about values of a field. */
function isCountFilter(filter: unknown): boolean {
  return !isArguments(filter) || Object.keys(filter).every((name) => filterNames.has(name));
}

/** `{ sort: 'asc', nulls: 'last' }` says how, not what of. */
function isDirection(direction: unknown): boolean {
  return isArguments(direction) && Object.hasOwn(direction, 'sort') && Object.hasOwn(direction, 'nulls');
}

function groupOrder(orderBy: unknown, scope: Scope, groupBy: readonly ExpressionNode[]): OrderNode[] {
  return sortKeys(orderBy).flatMap(([keys, outer]) => {
    const wanted = "an object such as { _count: 'desc' }";
    const entries = entriesOf(keys, { place: placeOf(outer, scope), wanted });
    return entries.flatMap(([name, direction]): readonly OrderNode[] => {
      const path = `${outer}.${name}`;
      const place = placeOf(path, scope);
      if (!isAggregate(name)) {
        const keys = keyNodes({ [name]: direction }, scope, outer);
        if (keys.every(({ expression }) => groupBy.some((each) => isSameExpression(each, expression))))
          return keys;
        throw new TypeError(`${place}: groups are sorted by what makes them, or by aggregates of them.`);
      }
      if (typeof direction === 'string' || (name === '_count' && isDirection(direction)))
        return [{ expression: countAll(name), ...directionOf(direction, place) }];
      const fields = entriesOf(direction, { place, wanted: "fields: { field: 'asc' }" });
      return fields.map(([field, each]) => ({
        expression: aggregateNode(name, field, { scope, path: `${path}.${field}` }),
        ...directionOf(each, placeOf(`${path}.${field}`, scope)),
      }));
    });
  });
}

function ascending(expression: ExpressionNode): OrderNode {
  return { expression, direction: 'ASC', nulls: null };
}
