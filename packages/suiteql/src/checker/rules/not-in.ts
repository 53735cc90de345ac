import type { ColumnReference, Expression, Query, Select } from '../../ast.js';
import type { SourceColumn } from '../../bindings.js';
import { keyOf } from '../expression-key.js';
import { type CheckState, reportWarning } from '../state.js';
import { conjunctsOf } from './conjuncts.js';

/** Warns of NOT IN over a column that may be NULL: with one NULL among its values, no row meets it. */
export function checkNotIn(state: CheckState, { body }: Query): void {
  for (const select of selectsOf(body)) checkColumn(state, select);
}

/** Those that give rows: not the ones that are taken away, or only decide which stay. */
function selectsOf(body: Query['body']): readonly Select[] {
  switch (body.kind) {
    case 'select':
      return [body];
    case 'query':
      return selectsOf(body.body);
    case 'compound':
      if (body.rest.some(({ operator }) => operator === 'intersect' || operator === 'minus')) return [];
      return [body.first, ...body.rest.map(({ query }) => query)].flatMap(selectsOf);
  }
}

function checkColumn(state: CheckState, body: Select): void {
  const [item, ...others] = body.columns;
  if (item?.kind !== 'select-item' || others.length > 0 || item.expression.kind !== 'column') return;
  const { expression } = item;
  const binding = state.columns.get(expression);
  if (binding === undefined || binding.source === null || binding.depth > 0) return;
  const isOptional = binding.source.optional;
  if (!isOptional && (!binding.column.nullable || isOwner(binding.column))) return;
  if (rejectsNull(state, body, expression)) return;
  reportWarning(state, {
    code: 'not-in-null',
    at: expression,
    message: `“${expression.name.text}” may be NULL, and with one NULL among its values NOT IN is never true.`,
    hint: `Add WHERE ${expression.name.text} IS NOT NULL, or write NOT EXISTS.`,
  });
}

/** Assumed: no source lists the columns that are never NULL, and every row has what its table is named for (`transactionline.transaction`). */
function isOwner({ kind, origin }: SourceColumn): boolean {
  return origin !== null && kind === `ref:${origin.column}` && origin.table.startsWith(origin.column);
}

/** Whether a row with NULL in the column is left out by WHERE or by an inner join. */
function rejectsNull(state: CheckState, select: Select, column: ColumnReference): boolean {
  const key = keyOf(state, column);
  const isColumn = (node: Expression): boolean =>
    node.kind === 'column' && !node.outer && keyOf(state, node) === key;
  const conditions = [
    ...conjunctsOf(select.where),
    ...select.from.flatMap(({ joins }) =>
      joins.flatMap(({ type, on }) => (type === 'inner' ? conjunctsOf(on) : [])),
    ),
  ];
  return conditions.some((condition) => {
    switch (condition.kind) {
      case 'is-null':
        return condition.negated && isColumn(condition.operand);
      case 'not':
        return (
          condition.operand.kind === 'is-null' &&
          !condition.operand.negated &&
          isColumn(condition.operand.operand)
        );
      case 'comparison':
        return isColumn(condition.left) || isColumn(condition.right);
      case 'in':
      case 'like':
      case 'between':
        return isColumn(condition.operand);
      // Of a program's text: what it stands for is not known.
      case 'parameter':
        return true;
      default:
        return false;
    }
  });
}
