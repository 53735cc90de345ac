import { type CompiledColumn, compile } from '../query/compile.js';
import type { ExpressionNode, OrderNode } from '../query/nodes.js';
import type { Statement } from '../statement.js';
import type { ValueCodec } from '../value-codec.js';
import type { FindPlan } from './find-plan.js';
import { checkRowCount } from './row-count.js';

/** The statement of a plan, cut to some rows of each key: the rows of a key are numbered in the plan's order. */
export function firstOfEach(
  { query, keyIndexes }: FindPlan,
  { take, skip = 0 }: { readonly take?: number; readonly skip?: number },
  codec: ValueCodec,
): { readonly statement: Statement; readonly columns: readonly CompiledColumn[] } {
  checkRowCount('take', take);
  checkRowCount('skip', skip);
  const keys = keyIndexes.map((index) => query.selection[index]?.expression as ExpressionNode);
  const rowNumber: ExpressionNode = {
    type: 'window',
    call: { type: 'call', name: 'ROW_NUMBER', distinct: false, arguments: [], kind: 'int' },
    partitionBy: keys,
    orderBy: query.orderBy.length > 0 ? query.orderBy : keys.map(ascending),
    frame: null,
    kind: 'int',
  };
  const numbered = { name: '', expression: rowNumber };
  const inner = compile({ ...query, selection: [...query.selection, numbered], orderBy: [] }, codec);
  const columns = inner.columns.slice(0, -1);
  const number = `t.c${columns.length}`;
  const bounds = [
    ...(skip > 0 ? [`${number} > ${skip}`] : []),
    ...(take === undefined ? [] : [`${number} <= ${skip + take}`]),
  ];
  const text =
    `SELECT ${columns.map(({ alias }) => `t.${alias} AS ${alias}`).join(', ')} FROM (${inner.text}) t` +
    `${bounds.length === 0 ? '' : ` WHERE ${bounds.join(' AND ')}`}` +
    ` ORDER BY ${keyIndexes.map((index) => `t.c${index}`).join(', ')}, ${number}`;
  return { statement: { text, parameters: inner.parameters }, columns };
}

function ascending(expression: ExpressionNode): OrderNode {
  return { expression, direction: 'ASC', nulls: null };
}
