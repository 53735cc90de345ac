import type { Expression, FromItem, Select } from '../../ast.js';
import type { Source } from '../../bindings.js';
import { walk } from '../../walk.js';
import { type CheckState, reportWarning } from '../state.js';
import { asksForKey } from './asks-for-key.js';
import { conjunctsOf } from './conjuncts.js';

/**
 * Warns of tables that no condition connects: each row of one meets each of the other. CROSS JOIN says that this is meant,
 * and what has one row does no harm.
 */
export function checkProduct(state: CheckState, select: Select): void {
  const sources = state.sources.get(select) ?? [];
  const names = new Set(sources.map(({ alias }) => alias));
  // Tables of one name cannot be told apart in conditions; that has a finding of its own.
  if (sources.length < 2 || names.size < sources.length) return;
  const links: (readonly Source[])[] = [];
  const conditions = [...conjunctsOf(select.where)];
  for (const item of select.from) addJoins(item, { sources, links, conditions });
  const single = new Set(sources.filter((source) => hasOneRow(state, source)));
  for (const condition of conditions) {
    const named = sourcesIn(state, condition, sources);
    if (named === null) return;
    links.push(named);
    const [only] = named;
    if (only !== undefined && named.length === 1 && asksForKey(state, condition)) single.add(only);
  }
  const many = sources.filter((source) => !single.has(source));
  const reached = reach(many.slice(0, 1), links);
  const apart = many.find((source) => !reached.has(source));
  if (apart === undefined) return;
  reportWarning(state, {
    code: 'cartesian-product',
    at: apart.node,
    message: `No condition connects ${apart.alias ?? 'this subquery'} with the tables before it: each of its rows meets each of theirs.`,
    hint: 'Join it by a condition, or write CROSS JOIN if that is meant.',
  });
}

interface Joins {
  readonly sources: readonly Source[];
  /** Filled: sources that belong together. */
  readonly links: (readonly Source[])[];
  /** Filled: the ON conditions. */
  readonly conditions: Expression[];
}

function addJoins(item: FromItem, found: Joins): void {
  const { sources, links, conditions } = found;
  if (item.source.kind === 'nested-join') addJoins(item.source.item, found);
  for (const { type, source, on, using, end } of item.joins) {
    if (source.kind === 'nested-join') addJoins(source.item, found);
    if (on !== null) conditions.push(...conjunctsOf(on));
    if (type !== 'cross' && using === null) continue;
    // All that stands before is the left side.
    links.push(sources.filter(({ node }) => node.start >= item.start && node.end <= end));
  }
}

/** The sources that a condition names, also from subqueries; null: it cannot be told. */
function sourcesIn(
  state: CheckState,
  condition: Expression,
  sources: readonly Source[],
): readonly Source[] | null {
  // What a program puts in for a whole condition is not known.
  if (condition.kind === 'parameter') return null;
  const named = new Set<Source>();
  let isClear = true;
  walk(condition, (node) => {
    if (node.kind !== 'column') return true;
    const bound = state.columns.get(node)?.source;
    const source = bound ?? sources.find(({ alias }) => alias !== null && alias === node.qualifier?.name);
    if (source === undefined || source === null) isClear = false;
    else if (sources.includes(source)) named.add(source);
    return true;
  });
  return isClear ? [...named] : null;
}

/** Whether a subquery aggregates or takes one row. What a common table or an unknown one has cannot be told. */
function hasOneRow(state: CheckState, { node, table }: Source): boolean {
  if (node.kind === 'table') return table === null;
  const { body, fetch } = node.query;
  if (fetch?.count?.kind === 'number' && fetch.count.text === '1') return true;
  return (
    body.kind === 'select' &&
    (body.from.length === 0 || (state.grouped.has(body) && body.groupBy.length === 0))
  );
}

function reach(from: readonly Source[], links: readonly (readonly Source[])[]): ReadonlySet<Source> {
  const reached = new Set(from);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const link of links) {
      if (link.some((source) => reached.has(source))) for (const source of link) reached.add(source);
    }
  }
  return reached;
}
