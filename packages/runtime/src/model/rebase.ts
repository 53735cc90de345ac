import { flatOperands } from '../query/logic.js';
import { MAX_NESTING, tooDeep } from '../query/nesting.js';
import type { ExpressionNode, LogicalNode } from '../query/nodes.js';
import type { Scope } from './scope.js';

/**
 * An expression over table constants, for a place in a model's statement: `customer.companyname` becomes the column of
 * the customer that stands there under another name. The nearest table counts: that of the place itself, then those
 * from which it is reached.
 *
 * @throws {TypeError} It reads a table that the place does not reach.
 */
export function rebase(expression: ExpressionNode, scope: Scope): ExpressionNode {
  // What goes in comes out, but for the names of tables.
  return rebased(expression, { scope, own: new Set(), depth: 0 }) as ExpressionNode;
}

interface Place {
  readonly scope: Scope;
  /** Tables of the subqueries around. */
  readonly own: ReadonlySet<string>;
  readonly depth: number;
}

function rebased(part: unknown, place: Place): unknown {
  const { scope, own, depth } = place;
  if (Array.isArray(part)) return part.map((each) => rebased(each, place));
  if (!isPlainObject(part)) return part;
  if (depth > MAX_NESTING) throw tooDeep('The condition');
  if (part.type === 'column' && typeof part.source === 'string') {
    return own.has(part.source) ? part : { ...part, source: sourceOf(part.source, scope) };
  }
  // The value of a parameter may be an object of the user's own.
  if (part.type === 'parameter') return part;
  const within = 'from' in part && 'joins' in part ? new Set([...own, ...sourcesOf(part)]) : own;
  const inner: Place = { scope, own: within, depth: depth + 1 };
  return Object.fromEntries(
    Object.entries(flattened(part)).map(([key, value]) => [key, rebased(value, inner)]),
  );
}

/** A list that was folded into one condition is as deep as it is long. */
function flattened(part: Readonly<Record<string, unknown>>): object {
  if (part.type !== 'logical') return part;
  // Of the nodes, only this one has the type.
  const of = part as unknown as LogicalNode;
  return { ...of, operands: flatOperands(of.operator, of.operands) };
}

/** The tables of a subquery, which its own columns name. */
function sourcesOf(select: Readonly<Record<string, unknown>>): readonly string[] {
  const joins = Array.isArray(select.joins) ? select.joins : [];
  return [select.from, ...joins.map((join: { readonly table?: unknown }) => join.table)].flatMap((table) =>
    isPlainObject(table) && typeof table.source === 'string' ? [table.source] : [],
  );
}

function sourceOf(source: string, scope: Scope): string {
  for (let each: Scope | null = scope; each !== null; each = each.outer) {
    if (each.definition.source === source) return each.source;
  }
  throw new TypeError(
    `where of ${scope.model} names a column of '${source}', which is not reached here. Use columns of the model's own table, or of a table on the way to it.`,
  );
}

function isPlainObject(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;
}
