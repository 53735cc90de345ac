import { definitionOf, keyColumn, type TableObject } from '../table.js';
import type { TableNode } from './nodes.js';

/** A table object as it stands in FROM. */
export function tableNode(table: TableObject<string, unknown>): TableNode {
  const of = definitionOf(table);
  const { table: name, source, query } = of;
  if (query !== undefined) return { table: name, source, query, key: null };
  return { table: name, source, key: keyColumn(of, source) };
}

/** Whether it stands for some rows of its table only, as a subtype does. */
export function isPart(table: TableObject<string, unknown>): boolean {
  return definitionOf(table).discriminator.length > 0;
}
