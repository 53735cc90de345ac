import {
  type Bindings,
  type CheckedParameter,
  type Expression,
  type Node,
  type Query,
  type ValueKind,
  walk,
} from '@suitewright/suiteql';

/**
 * The parameters with the table whose id they are compared with. The checker sees an id in
 * `customer.id = :id`; whose, the column tells.
 */
export function comparedIds(
  uses: readonly CheckedParameter[],
  { query, bindings }: { readonly query: Query; readonly bindings: Bindings },
): readonly CheckedParameter[] {
  const kinds = new Map<number, ValueKind>();
  walk(query, (node) => {
    const compared = comparedIn(node);
    const table = compared.map((expression) => tableOf(expression, bindings)).find((name) => name !== null);
    for (const expression of compared) {
      if (table !== undefined && expression.kind === 'parameter') kinds.set(expression.index, `ref:${table}`);
    }
    return true;
  });
  return uses.map((use) => (use.kind === 'id' ? { ...use, kind: kinds.get(use.index) ?? use.kind } : use));
}

function comparedIn(node: Node): readonly Expression[] {
  if (node.kind === 'comparison') return [node.left, node.right];
  if (node.kind === 'in' && node.source.kind === 'list') return [node.operand, ...node.source.items];
  return [];
}

function tableOf(expression: Expression, { columns }: Bindings): string | null {
  const column = columns.get(expression)?.column;
  return column?.kind === 'id' ? (column.origin?.table ?? null) : null;
}
