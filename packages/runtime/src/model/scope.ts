import { listed, suggestion } from '../known-names.js';
import { allOf } from '../query/logic.js';
import type { ColumnNode, ExpressionNode, JoinNode, TableNode } from '../query/nodes.js';
import { shorten } from '../show-value.js';
import { keyColumn, type RelationDefinition, rowsOf, type TableDefinition } from '../table.js';

/** Gives the definition of a model that the call needs. All of them are loaded before planning starts. */
export type DefinitionOf = (model: string) => TableDefinition;

/** What the tables of one statement share: the definitions, and the names that are free. */
export interface StatementTables {
  readonly definitionOf: DefinitionOf;
  /** Another name for a table: `t0`, `t1` … */
  nextSource(): string;
}

/** A table as it stands in the statement: resolves columns, and joins relations when they are asked for. */
export interface Scope {
  readonly model: string;
  readonly source: string;
  readonly definition: TableDefinition;
  readonly tables: StatementTables;
  /** The scope from which this one is reached. Null: it is the first. */
  readonly outer: Scope | null;
  /** Joins that the table's SELECT needs so far. */
  readonly joins: JoinNode[];
  column(field: string): ColumnNode | null;
  relation(field: string): RelationDefinition | null;
  /** The table that a relation to one row leads to, joined now if it was not before. */
  join(field: string, relation: RelationDefinition): Scope;
  /** Every field and relation, for messages. */
  fields(): readonly string[];
}

export function statementTables(definitionOf: DefinitionOf): StatementTables {
  let count = 0;
  return { definitionOf, nextSource: () => `t${count++}` };
}

/** The first table of a SELECT. */
export function firstScope(model: string, tables: StatementTables, outer: Scope | null = null): Scope {
  return scopeOf(model, { tables, outer, joins: [] });
}

export function tableNode({ definition, source }: Scope): TableNode {
  return { table: definition.table, source, key: keyColumn(definition, source) };
}

/** The pairs of columns that a relation compares. */
export function columnPairs({
  from,
  to,
  also = [],
}: RelationDefinition): readonly { readonly from: string; readonly to: string }[] {
  return [{ from, to }, ...also];
}

/** That the rows of `inner` are those that `relation` leads to from a row of `outer`; of a subtype, only its rows. */
export function linkNodes(
  outer: Scope,
  relation: RelationDefinition,
  inner: Scope,
): readonly ExpressionNode[] {
  const links = columnPairs(relation).map(
    ({ from, to }): ExpressionNode => ({
      type: 'comparison',
      operator: '=',
      left: columnNode(outer, from),
      right: columnNode(inner, to),
    }),
  );
  return [...links, ...rowsOf(inner.definition, inner.source)];
}

export function columnNode({ definition, source }: Scope, column: string): ColumnNode {
  const kind = Object.hasOwn(definition.columns, column) ? definition.columns[column] : undefined;
  return { type: 'column', source, column, kind: kind ?? 'text' };
}

/** What messages call a place in the arguments: its path, and the model of the call or list that has it. */
export function placeOf(path: string, scope: Scope): string {
  let first = scope;
  while (first.outer !== null) first = first.outer;
  return `${path} of ${first.model}`;
}

/** @throws {TypeError} The table has no such column. */
export function columnOf(field: string, scope: Scope, place: string): ColumnNode {
  const column = scope.column(field);
  if (column === null) throw unknownField(field, scope, place);
  return column;
}

export function unknownField(field: string, { model, fields }: Scope, place: string): TypeError {
  const known = fields();
  return new TypeError(
    `${place}: ${model} has no field '${shorten(field)}' for this place.${suggestion(field, known)} It has: ${listed(known)}. If the account has it, run \`npx suitewright introspect\` and \`npx suitewright generate\`.`,
  );
}

function scopeOf(
  model: string,
  options: {
    readonly tables: StatementTables;
    readonly outer: Scope | null;
    readonly joins: JoinNode[];
  },
): Scope {
  const { tables, outer, joins } = options;
  const definition = tables.definitionOf(model);
  const joined = new Map<string, Scope>();
  const scope: Scope = {
    model,
    source: tables.nextSource(),
    definition,
    tables,
    outer,
    joins,
    column: (field) => (Object.hasOwn(definition.columns, field) ? columnNode(scope, field) : null),
    relation: (field) =>
      Object.hasOwn(definition.relations, field) ? (definition.relations[field] ?? null) : null,
    join(field, relation) {
      const known = joined.get(field);
      if (known !== undefined) return known;
      const target = scopeOf(relation.model, { tables, outer: scope, joins });
      joins.push({
        type: 'LEFT',
        table: tableNode(target),
        on: allOf(linkNodes(scope, relation, target)),
      });
      joined.set(field, target);
      return target;
    },
    fields: () => [...new Set([...Object.keys(definition.columns), ...Object.keys(definition.relations)])],
  };
  return scope;
}
