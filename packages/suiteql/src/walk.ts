import type { Node } from './ast.js';

/**
 * Visits a node and all nodes below it, parents first, in the order of the text.
 *
 * @param visit Returns whether to go below the node.
 */
export function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return;
  for (const child of childrenOf(node)) walk(child, visit);
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children.length > 1 ? children.sort((left, right) => left.start - right.start) : children;
}

/** In a tree, whatever has a `kind` is a node. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
