import type { Expression, Node } from '../ast.js';
import { childrenOf } from '../walk.js';
import type { CheckState } from './state.js';

/** Whether an expression other than a column is told by its key. */
export function hasKey(node: Node): node is Expression {
  return (
    node.kind === 'call' ||
    node.kind === 'operation' ||
    node.kind === 'case' ||
    node.kind === 'extract' ||
    node.kind === 'trim' ||
    node.kind === 'cast' ||
    node.kind === 'unary'
  );
}

/** The same text for expressions that mean the same, whatever their spelling. */
export function keyOf(state: CheckState, node: Node): string {
  if (node.kind === 'column') {
    const binding = state.columns.get(node);
    const place = binding?.source?.node.start ?? node.qualifier?.name ?? '';
    return `${place}.${node.name.name}`;
  }
  if (node.kind === 'identifier') return node.name;
  if (node.kind === 'parameter') return `?${node.index}`;
  const facts = Object.entries(node)
    .filter(([name, value]) => name !== 'start' && name !== 'end' && typeof value !== 'object')
    .map(([, value]) => String(value));
  return `(${facts.join(' ')} ${childrenOf(node)
    .map((child) => keyOf(state, child))
    .join(' ')})`;
}
