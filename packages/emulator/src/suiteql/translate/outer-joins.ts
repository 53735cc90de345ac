import type { ColumnReference, Expression, Node } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { conditionSql } from './conditions.js';
import type { Context } from './context.js';
import { findInBlock } from './find-in-block.js';
import type { Scope, Source } from './scope.js';
import { optionalSource } from './table-source.js';

/** WHERE, parted into the joins that `(+)` makes and the rest. */
export interface OuterJoins {
  readonly joins: readonly Expression[];
  readonly where: Expression | null;
}

export function splitOuterJoins(where: Expression | null): OuterJoins {
  if (where === null || !holdsMarkedColumn(where)) return { joins: [], where };
  const operands = where.kind === 'logical' && where.operator === 'and' ? where.operands : [where];
  refuseMarks(where);
  return {
    joins: operands.filter(holdsMarkedColumn),
    where: allOf(
      operands.filter((operand) => !holdsMarkedColumn(operand)),
      where,
    ),
  };
}

/**
 * Assumed: NetSuite refuses `(+)` where Oracle does.
 *
 * @see "Joins", Oracle's "SQL Language Reference"
 */
function refuseMarks(where: Expression): void {
  const isAround = (matches: (node: Node) => boolean): boolean =>
    findInBlock(where, (node) => matches(node) && holdsMarkedColumn(node));
  if (isAround(isOr)) throw unsupported('(+) stands in an operand of OR (ORA-01719).');
  if (isAround(({ kind }) => kind === 'in')) throw unsupported('(+) stands in an IN condition (ORA-01719).');
  const holdsQuery = (node: Node): boolean => findInBlock(node, ({ kind }) => kind === 'query');
  if (isAround((node) => node.kind === 'comparison' && holdsQuery(node))) {
    throw unsupported('A column with (+) is compared with a subquery (ORA-01799).');
  }
}

function isOr(node: Node): boolean {
  return node.kind === 'logical' && node.operator === 'or';
}

function holdsMarkedColumn(root: unknown): boolean {
  return findInBlock(root, (node) => node.kind === 'column' && node.outer);
}

/** The operands joined by AND, in the place of the expression that they come from. */
export function allOf(operands: readonly Expression[], place: Expression): Expression | null {
  const [first] = operands;
  if (first === undefined) return null;
  if (operands.length === 1) return first;
  return { kind: 'logical', operator: 'and', operands, start: place.start, end: place.end };
}

/** A comma-separated part of FROM. */
export interface TranslatedItem {
  readonly sql: string;
  readonly sources: readonly Source[];
}

export interface MarkedJoin {
  readonly items: readonly TranslatedItem[];
  readonly joins: readonly Expression[];
  readonly scope: Scope;
  readonly context: Context;
}

/** Comma-separated sources of which some are optional by `(+)`: the SQL, and the sources as they are then. */
export function joinMarked({ items, joins, scope, context }: MarkedJoin): TranslatedItem {
  const conditions = new Map<TranslatedItem, Expression[]>();
  for (const condition of joins) {
    const marked = sourcesIn(condition, scope, ({ outer }) => outer);
    if (marked.size > 1) throw unsupported('One condition marks several tables with (+) (ORA-01468).');
    const item = items.find(({ sources }) => sources.some((source) => marked.has(source)));
    if (item === undefined) throw unsupported('A condition with (+) does not say which source is optional.');
    conditions.set(item, [...(conditions.get(item) ?? []), condition]);
  }
  const required = items.filter((item) => !conditions.has(item));
  const placed = new Set(required.flatMap(({ sources }) => sources));
  const waiting = new Map(conditions);
  let sql = required.map((item) => item.sql).join(', ');
  while (waiting.size > 0) {
    // An optional source may hang on another one, which then has to stand before it.
    const ready = [...waiting].find(([item, on]) =>
      [...sourcesIn(on, scope, () => true)].every(
        (source) => placed.has(source) || item.sources.includes(source),
      ),
    );
    if (ready === undefined || sql === '')
      throw unsupported('The sources marked with (+) hang on each other in a circle.');
    const [item, on] = ready;
    sql += ` LEFT JOIN ${item.sql} ON ${on.map((node) => conditionSql(node, scope, context)).join(' AND ')}`;
    for (const source of item.sources) placed.add(source);
    waiting.delete(item);
  }
  const optional = new Set([...conditions.keys()].flatMap(({ sources }) => sources));
  const sources = scope.sources.map((source) => (optional.has(source) ? optionalSource(source) : source));
  return { sql, sources };
}

/** The sources that the columns in a condition belong to, as far as the columns are of interest. */
function sourcesIn(
  root: unknown,
  scope: Scope,
  isOfInterest: (column: ColumnReference) => boolean,
): ReadonlySet<Source> {
  const found = new Set<Source>();
  findInBlock(root, (node) => {
    if (node.kind === 'column' && isOfInterest(node)) {
      for (const source of scope.sources) {
        const { qualifier, name } = node;
        if (qualifier === null ? source.column(name.name) : source.alias === qualifier.name)
          found.add(source);
      }
    }
    return false;
  });
  return found;
}
