import type { Node } from '@suitewright/suiteql';

/** Whether a part of a SELECT holds a node of a sort, not looking into queries inside it. */
export function findInBlock(root: unknown, matches: (node: Node) => boolean): boolean {
  if (Array.isArray(root)) return root.some((entry) => findInBlock(entry, matches));
  if (!isNode(root)) return false;
  if (matches(root)) return true;
  if (root.kind === 'query') return false;
  return Object.values(root).some((part) => findInBlock(part, matches));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
