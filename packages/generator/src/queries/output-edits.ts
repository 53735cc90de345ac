import type {
  Bindings,
  OrderItem,
  OutputColumn,
  Query,
  Select,
  SelectItem,
  SourceColumn,
  Star,
  ValueKind,
} from '@suitewright/suiteql';
import { walk } from '@suitewright/suiteql';
import { dateMasks, isDated } from './date-masks.js';
import type { QueryProblem } from './query-problem.js';
import type { TextEdit } from './text-edit.js';

export interface OutputEdits {
  readonly edits: readonly TextEdit[];
  readonly problems: readonly QueryProblem[];
}

/** A checked statement. */
export interface CheckedQuery {
  readonly text: string;
  readonly query: Query;
  readonly columns: readonly OutputColumn[];
  readonly bindings: Bindings;
}

/**
 * What has to change in the SELECT lists, so that the rows are what their type says: dates go through
 * TO_CHAR, stars become the columns that they stand for, expressions get the names that they have.
 */
export function outputEdits(checked: CheckedQuery): OutputEdits {
  const edits: TextEdit[] = [];
  const problems: QueryProblem[] = [];
  const selects = selectsOf(checked.query);
  selects.forEach((select, at) => {
    let position = 0;
    for (const item of select.columns) {
      if (item.kind === 'star') {
        const expanded = expandStar(item, select, checked.bindings);
        const outputs = checked.columns.slice(position, position + expanded.length);
        position += expanded.length;
        edits.push({
          start: item.start,
          end: item.end,
          text: expanded.map((column, index) => starColumn(column, outputs[index])).join(', '),
        });
      } else {
        const output = checked.columns[position];
        position += 1;
        if (output !== undefined)
          edits.push(...itemEdits(item, { output, text: checked.text, isFirst: at === 0 }));
      }
    }
    if (position !== checked.columns.length) problems.push(unclearStar(select));
  });
  const order = orderEdits(checked, selects);
  return { edits: [...edits, ...order.edits], problems: [...problems, ...order.problems] };
}

function maskOf(kind: ValueKind): string | null {
  return isDated(kind) ? dateMasks[kind] : null;
}

function selectsOf(query: Query | Select): readonly Select[] {
  if (query.kind === 'select') return [query];
  const { body } = query;
  if (body.kind !== 'compound') return selectsOf(body);
  return [body.first, ...body.rest.map((operand) => operand.query)].flatMap(selectsOf);
}

function itemEdits(
  { start, end, expression, alias }: SelectItem,
  place: { readonly output: OutputColumn; readonly text: string; readonly isFirst: boolean },
): readonly TextEdit[] {
  const { output, text, isFirst } = place;
  const mask = maskOf(output.kind);
  const behind = alias === null ? end : expressionEnd(text, expression.end, alias.start);
  const isNamed = alias !== null || (expression.kind === 'column' && mask === null);
  const name = isNamed || !isFirst ? '' : ` AS ${output.name}`;
  if (mask === null) return name === '' ? [] : [{ start: behind, end: behind, text: name }];
  return [
    { start, end: start, text: 'TO_CHAR(' },
    { start: behind, end: behind, text: `, '${mask}')${name}` },
  ];
}

/** Behind the parentheses around an expression, which are no part of it. */
function expressionEnd(text: string, end: number, aliasStart: number): number {
  const closing = text.slice(end, aliasStart).lastIndexOf(')');
  return end + closing + 1;
}

interface StarColumn {
  readonly qualifier: string | null;
  readonly column: SourceColumn;
}

function expandStar(star: Star, select: Select, { sources }: Bindings): readonly StarColumn[] {
  const all = sources.get(select) ?? [];
  const chosen = star.qualifier === null ? all : all.filter(({ alias }) => alias === star.qualifier?.name);
  return chosen.flatMap(({ alias, columns }) =>
    [...(columns?.values() ?? [])]
      .filter(({ exposed }) => exposed)
      .map((column) => ({ qualifier: all.length === 1 ? null : alias, column })),
  );
}

function starColumn({ qualifier, column: { name } }: StarColumn, output: OutputColumn | undefined): string {
  const written = /^[a-z_][\w$#]*$/.test(name) ? name : `"${name.toUpperCase()}"`;
  const text = qualifier === null ? written : `${qualifier}.${written}`;
  const mask = output === undefined ? null : maskOf(output.kind);
  return mask === null ? text : `TO_CHAR(${text}, '${mask}') AS ${written}`;
}

/**
 * A date's text has the name of its column, and sorts as the date does; but ORDER BY can compute with
 * the column alone.
 */
function orderEdits({ query, bindings, columns }: CheckedQuery, selects: readonly Select[]): OutputEdits {
  const edits: TextEdit[] = [];
  const problems: QueryProblem[] = [];
  const dates = new Set(columns.filter(({ kind }) => isDated(kind)).map(({ name }) => name));
  for (const item of computedOrder(query)) {
    walk(item.expression, (node) => {
      if (node.kind !== 'column' || node.qualifier !== null || !dates.has(node.name.name)) return true;
      const source = bindings.columns.get(node)?.source ?? null;
      if (source === null || source.alias === null || selects.length > 1) problems.push(computedDate(item));
      else edits.push({ start: node.start, end: node.start, text: `${source.alias}.` });
      return true;
    });
  }
  return { edits, problems };
}

function computedOrder({ orderBy }: Query): readonly OrderItem[] {
  return orderBy.filter(({ expression }) => expression.kind !== 'column');
}

function computedDate({ start, end }: OrderItem): QueryProblem {
  return {
    code: 'computed-order',
    message: 'ORDER BY computes with a date of the result, which is asked for as text.',
    hint: 'Select what it computes as a column of its own, and sort by that.',
    range: { start, end },
    inFile: false,
  };
}

function unclearStar({ start }: Select): QueryProblem {
  return {
    code: 'unclear-star',
    message: 'The columns of * cannot be told here.',
    hint: 'List the columns.',
    range: { start, end: start + 'SELECT'.length },
    inFile: false,
  };
}
