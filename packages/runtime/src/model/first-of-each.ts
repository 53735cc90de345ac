import { emptySelect } from '../query/empty-select.js';
import { kindOf } from '../query/kind-of.js';
import type {
  ColumnNode,
  ComparisonOperator,
  ExpressionNode,
  OrderNode,
  SelectNode,
} from '../query/nodes.js';
import type { FindPlan } from './find-plan.js';

/** The query of a plan, cut to some rows of each key: the rows of a key are numbered in the plan's order. */
export function firstOfEach(
  { query, keyIndexes }: FindPlan,
  { take, skip = 0 }: { readonly take?: number; readonly skip?: number },
): SelectNode {
  const keys = keyIndexes.map((index) => query.selection[index]?.expression as ExpressionNode);
  const rowNumber: ExpressionNode = {
    type: 'window',
    call: { type: 'call', name: 'ROW_NUMBER', distinct: false, arguments: [], kind: 'int' },
    partitionBy: keys,
    orderBy: query.orderBy.length > 0 ? query.orderBy : keys.map(ascending),
    frame: null,
    kind: 'int',
  };
  // No output has a name that a column could have: within, they are called c0, c1 …
  const inner = [...query.selection, { name: '', expression: rowNumber }];
  const outputs = inner.map(({ expression }, index): ColumnNode => {
    return { type: 'column', source: SOURCE, column: `c${index}`, kind: kindOf(expression) };
  });
  const number = outputs.at(-1) as ColumnNode;
  return {
    ...emptySelect,
    from: { table: SOURCE, source: SOURCE, query: { ...query, selection: inner, orderBy: [] } },
    selection: query.selection.map(({ name }, index) => ({ name, expression: outputs[index] as ColumnNode })),
    where: [
      ...(skip > 0 ? [comparison(number, '>', skip)] : []),
      ...(take === undefined ? [] : [comparison(number, '<=', skip + take)]),
    ],
    orderBy: [...keyIndexes.map((index) => outputs[index] as ColumnNode), number].map(ascending),
  };
}

const SOURCE = 't';

function comparison(left: ExpressionNode, operator: ComparisonOperator, value: number): ExpressionNode {
  return { type: 'comparison', operator, left, right: { type: 'literal', value, kind: 'int' } };
}

function ascending(expression: ExpressionNode): OrderNode {
  return { expression, direction: 'ASC', nulls: null };
}
