import type {
  Call,
  ColumnReference,
  DerivedTable,
  Expression,
  Node,
  Select,
  SelectItem,
} from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { isAggregateCall } from './aggregates.js';
import { findInBlock } from './find-in-block.js';

/** Whether a SELECT aggregates what it aggregated by group, as `MAX(COUNT(*))` does. */
export function nestsAggregates({ columns }: Select): boolean {
  return findInBlock(columns, (node) => isAggregate(node) && holdsAggregate(node.arguments));
}

/**
 * A SELECT with aggregates of aggregates as one over a subquery, which yields a row a group.
 *
 * @see "Aggregate Functions", Oracle's "SQL Language Reference": the inner aggregate is of each group, the outer of them all
 * @throws {SuiteqlRejection} Oracle refuses the nesting.
 */
export function withoutNesting(select: Select): Select {
  if (select.groupBy.length === 0) throw unsupported('Aggregates are nested without GROUP BY (ORA-00978).');
  const { start, end } = select;
  const inner: SelectItem[] = [];
  // No column that is written without quotes has such a name.
  const nameOf = (index: number) =>
    ({ kind: 'identifier', name: `nested ${index}`, text: '', quoted: true, start, end }) as const;
  const moved = (expression: Expression): ColumnReference => {
    if (findInBlock(expression, (node) => isAggregate(node) && holdsAggregate(node.arguments))) {
      throw unsupported('Aggregates are nested more than two deep (ORA-00935).');
    }
    const name = nameOf(inner.length);
    inner.push({ kind: 'select-item', expression, alias: name, start, end });
    return { kind: 'column', qualifier: null, name, outer: false, start, end };
  };
  const rewritten = (node: Node): Node => {
    if (node.kind === 'column') {
      throw unsupported(`Beside nested aggregates there is the column ${node.name.text} (ORA-00937).`);
    }
    if (!isAggregate(node)) return mapParts(node, rewritten);
    if (!holdsAggregate(node.arguments)) {
      throw unsupported('Beside nested aggregates there is one that is not nested (ORA-00937).');
    }
    return { ...node, arguments: node.arguments.map(moved) };
  };
  const columns = select.columns.map((item) => {
    if (item.kind === 'star') throw unsupported('Beside nested aggregates there is * (ORA-00937).');
    // A node is rewritten to one of its own kind.
    return { ...item, expression: rewritten(item.expression) as Expression };
  });
  const plain = { start, end, distinct: false, top: null } as const;
  const groups: Select = { ...select, ...plain, columns: inner };
  const source: DerivedTable = {
    kind: 'derived-table',
    query: { kind: 'query', with: [], body: groups, orderBy: [], offset: null, fetch: null, start, end },
    alias: null,
    start,
    end,
  };
  return {
    ...select,
    columns,
    from: [{ kind: 'from-item', source, joins: [], start, end }],
    where: null,
    groupBy: [],
    having: null,
  };
}

function isAggregate(node: Node): node is Call {
  return node.kind === 'call' && isAggregateCall(node);
}

function holdsAggregate(root: unknown): boolean {
  return findInBlock(root, isAggregate);
}

/** A copy of a node with its parts rewritten, but for queries inside it. */
function mapParts(node: Node, rewrite: (node: Node) => Node): Node {
  const part = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(part);
    if (typeof value !== 'object' || value === null || !('kind' in value)) return value;
    // What has a kind is a node.
    return value.kind === 'query' ? value : rewrite(value as Node);
  };
  const parts = Object.entries(node).map(([key, value]) => [key, part(value)] as const);
  // The parts are of the same kinds as before.
  return Object.fromEntries(parts) as unknown as Node;
}
