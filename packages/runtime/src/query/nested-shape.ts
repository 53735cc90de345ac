import { flatShape, type RowShape } from '../model/row-shape.js';
import type { CompiledColumn } from './compile.js';

/** How a flat wire row becomes the row of a selection: columns by their names, in the objects that they stand in. */
export function nestedShape(columns: readonly CompiledColumn[]): RowShape {
  if (columns.every(({ path }) => path === undefined)) return flatShape(columns);
  return shapeAt(
    columns.map((column, index) => ({ ...column, index })),
    0,
  );
}

interface Output extends CompiledColumn {
  readonly index: number;
}

function shapeAt(outputs: readonly Output[], depth: number): RowShape {
  const columns: RowShape['columns'][number][] = [];
  const groups = new Map<string, Output[]>();
  for (const output of outputs) {
    const group = output.path?.[depth];
    if (group === undefined) columns.push({ name: output.name, index: output.index });
    else groups.set(group, [...(groups.get(group) ?? []), output]);
  }
  const relations = [...groups].map(([name, inside]) => ({
    name,
    keyIndex: null,
    shape: shapeAt(inside, depth + 1),
  }));
  return { columns, relations };
}
