import { parameterNode } from '../query/conditions.js';
import { isExpression, node } from '../query/expression.js';
import { identifier } from '../query/identifier.js';
import type { ExpressionNode } from '../query/nodes.js';
import { isUnawaited } from '../show-value.js';
import { definitionIn, type TableDefinition } from '../table.js';
import { raw, type SqlPart } from './piece.js';

/**
 * What a `${…}` stands for in the text.
 *
 * @throws {TypeError} It can stand for nothing.
 */
export function partNodes(part: SqlPart | undefined): readonly (string | ExpressionNode)[] {
  if (typeof part === 'object' && part !== null) {
    if (raw in part) return [part[raw]];
    const table = definitionIn(part);
    if (table !== null) return tableParts(table);
    if (isExpression(part)) return [part[node]];
  }
  if (typeof part === 'string' || typeof part === 'boolean' || typeof part === 'number') {
    return [parameterNode(part, 'text')];
  }
  throw new TypeError(notAPart(part));
}

function tableParts({
  table,
  source,
  discriminator,
  query,
}: TableDefinition): readonly (string | ExpressionNode)[] {
  if (query !== undefined)
    return [{ type: 'subquery', query, isNamed: true, kind: 'text' }, ` ${identifier(source)}`];
  if (discriminator.length > 0) {
    const conditions = discriminator.map(({ column, value }) => `${table}.${column} = '${value}'`);
    throw new TypeError(
      `This table stands for some rows of ${table} only. Put the table ${table} into the text, and WHERE ${conditions.join(' AND ')}.`,
    );
  }
  return [table === source ? identifier(table) : `${identifier(table)} ${identifier(source)}`];
}

function notAPart(part: unknown): string {
  if (part === null || part === undefined) {
    return `sql: a part is ${String(part)}. Write NULL or IS NULL into the text, or leave the piece out with sql\`\`.`;
  }
  if (Array.isArray(part)) {
    return 'sql: a part is an array. Use sql.in(column, values) for IN, or sql.join(parts) for a list.';
  }
  if (part instanceof Date) {
    return "sql: a part is a Date. Give sql.value('2026-01-31', 'date'), or 'datetime' with an ISO text.";
  }
  if (isUnawaited(part)) {
    return 'sql: a part is a query that was not awaited: write await before it.';
  }
  return `sql: a part is ${typeof part === 'object' ? 'an object' : `a ${typeof part}`}. Give a string, number or boolean, a table or column, or another sql\`…\`; a query of the builder is none of them.`;
}
