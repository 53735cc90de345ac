import { type CompiledColumn, type CompiledQuery, compile } from '../query/compile.js';
import type { OrderNode, SelectionNode } from '../query/nodes.js';
import type { CallStatements, RelatedStatement, ShowOptions } from '../statement.js';
import { listStatements } from './compile-list.js';
import { behindCursor, formatCursor } from './cursor.js';
import { extendedRequest } from './extended-request.js';
import { type FindPlan, planFind } from './find-plan.js';
import type { FindArguments } from './find-rows.js';
import type { ModelContext } from './model-context.js';
import { readWindow } from './read-window.js';
import { attachLists } from './related-rows.js';
import { rowDecoder } from './row-shape.js';
import type { DefinitionOf } from './scope.js';

export interface PaginateArguments extends FindArguments {
  readonly after?: string | null;
}

const PAGE_ROWS = 100;

interface CompiledPage extends Pick<FindPlan, 'shape' | 'lists' | 'query'> {
  readonly statement: CompiledQuery;
  readonly related: readonly RelatedStatement[];
  readonly keyAliases: readonly string[];
  readonly definitionOf: DefinitionOf;
  readonly pageRows: number;
  readonly finish: (row: Record<string, unknown>) => void;
}

/** The page behind a cursor: one row more is asked for, to know whether another page follows. */
async function compilePage(
  given: PaginateArguments,
  context: ModelContext,
  options: ShowOptions = {},
): Promise<CompiledPage> {
  const pageRows = given.take ?? PAGE_ROWS;
  if (pageRows === 0) throw new TypeError('take: 0 is no page. Give at least 1.');
  const { name, codec } = context;
  const { request, finish } = extendedRequest(given, context);
  const definitionOf = await context.load(name, request);
  const { query, shape, lists } = planFind(name, request, { definitionOf });
  if (query.from.key === undefined || query.from.key === null) {
    throw new TypeError(`${name} has no key that is known, so that its pages have no cursor. Use findMany.`);
  }
  const selection = [...query.selection];
  const keyIndexes = query.orderBy.map((key) => keyIndex(key, selection));
  const after = given.after ?? null;
  const where = after === null ? query.where : [...query.where, behindCursor(query, after)];
  const statement = compile({ ...query, selection, where, take: pageRows + 1 }, codec, options);
  const keyAliases = keyIndexes.map((index) => (statement.columns[index] as CompiledColumn).alias);
  const related = listStatements(lists, { codec, definitionOf, ...options });
  return { statement, related, keyAliases, query, shape, lists, definitionOf, pageRows, finish };
}

/** What a call sends, without sending it. */
export async function pageStatements(
  given: PaginateArguments,
  context: ModelContext,
  options: ShowOptions,
): Promise<CallStatements> {
  const { statement, related } = await compilePage(given, context, options);
  return { ...statement, related };
}

export async function readModelPage(
  given: PaginateArguments,
  context: ModelContext,
): Promise<{ readonly rows: readonly unknown[]; readonly next: string | null }> {
  const { statement, keyAliases, query, shape, lists, definitionOf, pageRows, finish } = await compilePage(
    given,
    context,
  );
  const { codec, connection } = context;
  const { suiteql } = connection;
  const { signal } = given;
  const found = [];
  const options = { take: pageRows + 1, ...(signal === undefined ? {} : { signal }) };
  for await (const part of readWindow(suiteql, statement, options)) {
    for (const wire of part) found.push(wire);
  }
  const wires = found.slice(0, pageRows);
  const { columns } = statement;
  const rows = wires.map(rowDecoder(shape, columns, codec));
  await attachLists(lists, { columns, wires, rows }, { suiteql, codec, definitionOf, signal });
  for (const row of rows) finish(row);
  const last = wires.at(-1);
  const isLastPage = found.length <= pageRows || last === undefined;
  return { rows, next: isLastPage ? null : formatCursor(query, last, keyAliases) };
}

function keyIndex({ expression }: OrderNode, selection: SelectionNode[]): number {
  const index = selection.findIndex(
    (each) =>
      each.expression.type === 'column' &&
      expression.type === 'column' &&
      each.expression.source === expression.source &&
      each.expression.column === expression.column,
  );
  return index === -1 ? selection.push({ name: '', expression }) - 1 : index;
}
