import type { Expression, Node, Query, Select, SourceRange } from '../ast.js';
import type { Token } from '../lexer.js';
import { walk } from '../walk.js';
import type { Group } from './group.js';
import type { TokenIndex } from './token-index.js';

/** Where the lines of a statement may be broken: the groups of its tree, outer ones before inner ones. */
export function groupsOf(query: Query, index: TokenIndex): readonly Group[] {
  const groups: Group[] = [];
  walk(query, (node) => {
    for (const group of groupsOfNode(node, { index, isTop: node === query })) groups.push(group);
    return true;
  });
  // A group that begins with another and ends behind it is around it.
  return groups.sort((left, right) => left.start - right.start || right.end - left.end);
}

interface Place {
  readonly index: TokenIndex;
  /** The statement itself: its clauses have a line each even where all would fit on one. */
  readonly isTop: boolean;
}

function groupsOfNode(node: Node, { index, isTop }: Place): readonly Group[] {
  switch (node.kind) {
    case 'query':
      return queryGroups(node, { index, isTop });
    case 'select':
      return selectGroups(node, index);
    case 'logical':
      return [
        {
          ...group(node, index),
          breaks: breaksAt(node.operands.slice(1).map((operand) => operatorBefore(operand, index))),
        },
      ];
    case 'case': {
      const branches = node.branches.map(({ start }): [number, number] => [index.at(start), 1]);
      const otherwise: [number, number][] =
        node.otherwise === null ? [] : [[index.wordBefore(node.otherwise.start, 'else'), 1]];
      const breaks = new Map([...branches, ...otherwise, [index.before(node.end), 0] as const]);
      return [{ ...group(node, index), breaks }];
    }
    case 'list':
      return [filled(node, node.items, index.at(node.start), index)];
    case 'call':
      return [filled(node, node.arguments, index.at(node.name.end), index)];
    case 'operation':
      return [filled(node, node.rest, index.at(node.start), index)];
    default:
      return [];
  }
}

/** The clauses of a query. In parentheses, it is a block of its own where it does not fit. */
function queryGroups(query: Query, { index, isTop }: Place): readonly Group[] {
  const breaks = new Map<number, number>();
  const clause = (at: number): void => {
    breaks.set(at, 0);
  };
  for (const select of selectsOf(query)) {
    const [first] = select.from;
    if (first !== undefined) clause(index.wordBefore(first.start, 'from'));
    for (const join of select.from.flatMap(({ joins }) => joins)) breaks.set(index.at(join.start), 1);
    if (select.where !== null) clause(index.wordBefore(select.where.start, 'where'));
    const [grouping] = select.groupBy;
    if (grouping !== undefined) clause(index.wordBefore(grouping.start, 'group'));
    if (select.having !== null) clause(index.wordBefore(select.having.start, 'having'));
  }
  const { body } = query;
  if (body.kind === 'compound') {
    for (const { start, query: operand } of body.rest) {
      clause(index.at(start));
      clause(lineStart(operand, index.at(start) + 1, index));
    }
  }
  const commonTable = query.with.at(-1);
  if (commonTable !== undefined) clause(lineStart(body, index.at(commonTable.end), index));
  const [order] = query.orderBy;
  if (order !== undefined) clause(index.wordBefore(order.start, 'order'));
  if (query.offset !== null) clause(index.wordBefore(query.offset.start, 'offset'));
  if (query.fetch !== null) clause(index.at(query.fetch.start));

  const block: Group = { ...group(query, index), forced: isTop, breaks };
  const orderBy = order === undefined ? [] : [listGroup('order', query.orderBy, index)];
  return [...(isTop ? [] : [parentheses(query, index)]), block, ...orderBy];
}

function selectGroups(select: Select, index: TokenIndex): readonly Group[] {
  const last = select.columns.at(-1);
  const columns: Group = {
    ...group({ start: select.start, end: last?.end ?? select.start }, index),
    breaks: breaksAt(select.columns.map(({ start }) => index.at(start))),
  };
  const grouping = select.groupBy.length === 0 ? [] : [listGroup('group', select.groupBy, index)];
  return [columns, ...grouping];
}

/** `ORDER BY a, b`, an item a line where it does not fit. */
function listGroup(word: string, items: readonly SourceRange[], index: TokenIndex): Group {
  const [first] = items as readonly [SourceRange];
  const start = index.wordBefore(first.start, word);
  const end = index.at(items.at(-1)?.end ?? first.end);
  return {
    start,
    end,
    mode: 'all',
    forced: false,
    // Behind ORDER BY or GROUP BY.
    breaks: breaksAt(itemStarts(items, start + 2, index)),
  };
}

function parentheses(query: Query, index: TokenIndex): Group {
  const start = index.before(query.start);
  const close = index.at(query.end);
  const breaks = new Map([
    [index.at(query.start), 1],
    [close, 0],
  ]);
  return { start, end: close + 1, mode: 'all', forced: false, breaks };
}

/** @param opening The parenthesis before the first part. */
function filled(node: SourceRange, parts: readonly SourceRange[], opening: number, index: TokenIndex): Group {
  return { ...group(node, index), mode: 'fill', breaks: breaksAt(itemStarts(parts, opening + 1, index)) };
}

function itemStarts(items: readonly SourceRange[], floor: number, index: TokenIndex): readonly number[] {
  return items.map((item, at) => {
    const before = items[at - 1];
    return lineStart(item, before === undefined ? floor : index.at(before.end), index);
  });
}

function group({ start, end }: SourceRange, index: TokenIndex): Group {
  return { start: index.at(start), end: index.at(end), mode: 'all', forced: false, breaks: new Map() };
}

function breaksAt(places: readonly number[]): ReadonlyMap<number, number> {
  return new Map(places.map((place) => [place, 1]));
}

/**
 * Where a node's line begins: before the parentheses around it, which are no part of its range.
 *
 * @param floor The first token that can belong to it.
 */
function lineStart({ start }: SourceRange, floor: number, index: TokenIndex): number {
  let at = index.at(start);
  while (at > floor && isOpening(index.tokens[at - 1])) at -= 1;
  return at;
}

function isOpening(token: Token | undefined): boolean {
  return token?.type === 'symbol' && token.value === '(';
}

function operatorBefore(operand: Expression, index: TokenIndex): number {
  return index.wordBefore(operand.start, 'and', 'or');
}

function selectsOf({ body }: Query): readonly Select[] {
  const terms = body.kind === 'compound' ? [body.first, ...body.rest.map(({ query }) => query)] : [body];
  return terms.filter((term) => term.kind === 'select');
}
