import { type ColumnKind, checkKinds } from './column-kind.js';
import { type Expression, expression } from './query/expression.js';
import type { ColumnNode, ExpressionNode, NestedQueryNode } from './query/nodes.js';
import { checkedAlias } from './query/reserved-words.js';
import { isPlainObject, showValue } from './show-value.js';

/** What the runtime knows of a table: data only, so that a fix of the runtime needs no new generation. */
export interface TableDefinition {
  /** The table in FROM. */
  readonly table: string;
  /** How columns name it: the table's own name or an alias. */
  readonly source: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly primaryKey: string | null;
  /** For a subtype: what tells its rows from others of the table; all of it must hold. */
  readonly discriminator: readonly Discriminator[];
  readonly relations: Readonly<Record<string, RelationDefinition>>;
  /** For a subtype: the model whose relations it has too, but for those that follow a column. Null: none. */
  readonly relationsOf: string | null;
  /** The REST record, as REST spells it (`salesOrder`). Null: there is none. */
  readonly record: string | null;
  /** For a query in FROM: what stands in place of the table's name. */
  readonly query?: NestedQueryNode;
  /** For a query in FROM: what its columns are called, where not by their properties. */
  readonly columnNames?: Readonly<Record<string, string>>;
}

/** A column and the value that it has in the rows of a subtype. */
export interface Discriminator {
  readonly column: string;
  readonly value: string;
}

/** How a relation is followed: `from` is a column of this table, `to` one of the other. */
export interface RelationDefinition {
  readonly cardinality: 'one' | 'many';
  /** The model that it leads to, by its name in the client. */
  readonly model: string;
  readonly from: string;
  readonly to: string;
  /** Further columns that must be equal, where one pair does not tell the rows apart. */
  readonly also?: readonly { readonly from: string; readonly to: string }[];
}

/** Where a table object keeps its definition. A symbol, so that it cannot meet a column's name. */
const definition: unique symbol = Symbol('suitewright.definition');

/** A table: each column is a property of the same name, to be used in queries. */
export type Table<Name extends string, Row> = TableObject<Name, Row> & {
  readonly [Column in keyof Row]: Expression<Row[Column], Name>;
};

declare const row: unique symbol;
declare const name: unique symbol;

/**
 * The part of a table that is not columns. In the types only; accessors of a class, which a spread leaves out:
 * `{ ...customer }` has the columns alone.
 */
export declare abstract class TableObject<out Name extends string, out Row> {
  get [definition](): TableDefinition;
  get [name](): Name;
  get [row](): Row;
}

/** Options of `defineTable` beside the columns. */
export interface TableOptions {
  /** The unique column. Default `id`; null: none is known. */
  readonly primaryKey?: string | null;
  /** For a subtype. Default: every row of the table. */
  readonly discriminator?: readonly Discriminator[];
  readonly relations?: Readonly<Record<string, RelationDefinition>>;
  /** For a subtype: the model whose relations it has too, but for those that follow a column. */
  readonly relationsOf?: string;
  /** The REST record, as REST spells it. Default: there is none. */
  readonly record?: string;
}

/**
 * Describes a SuiteQL table. Generated code calls it; the annotation of the constant gives the types.
 *
 * @param name The table in FROM. A subtype (`salesorder`) names its table and gives `options.discriminator`.
 * @param columns Kind of each column.
 * @throws {TypeError} It is no description of a table.
 */
export function defineTable<T extends TableObject<string, unknown>>(
  name: string,
  columns: Readonly<Record<string, ColumnKind>>,
  options: TableOptions = {},
): T {
  const given: readonly unknown[] = [columns, options];
  if (!given.every(isPlainObject)) {
    throw new TypeError(`defineTable(${showValue(name)}): give the columns and the options as objects.`);
  }
  const place = `defineTable(${showValue(name)})`;
  if (typeof name !== 'string') throw new TypeError(`${place}: give the table's name as a string.`);
  checkKinds(columns, `${place}: `);
  const { primaryKey, discriminator, relations } = options;
  if (primaryKey != null && typeof primaryKey !== 'string') {
    throw new TypeError(
      `${place}: primaryKey: ${showValue(primaryKey)} is not a column's name. Give a string or null.`,
    );
  }
  if (discriminator !== undefined && !(Array.isArray(discriminator) && discriminator.every(isPlainObject))) {
    throw new TypeError(`${place}: discriminator: give an array such as [{ column, value }].`);
  }
  if (
    relations !== undefined &&
    !(isPlainObject(relations) && Object.values(relations).every(isPlainObject))
  ) {
    throw new TypeError(`${place}: relations: give an object that describes each relation by an object.`);
  }
  return tableObject<T>({
    table: name,
    source: name,
    columns,
    primaryKey: options.primaryKey === undefined ? 'id' : options.primaryKey,
    discriminator: options.discriminator ?? [],
    relations: options.relations ?? {},
    relationsOf: options.relationsOf ?? null,
    record: options.record ?? null,
  });
}

/**
 * The same table under another name, for self joins: `const manager = alias(employee, 'manager')`.
 *
 * @param name A letter, then up to 29 letters, digits or `_`; not a reserved word.
 * @throws {TypeError} The name is none of that.
 */
export function alias<Row, Name extends string>(
  table: TableObject<string, Row>,
  name: Name,
): Table<Name, Row> {
  return tableObject<Table<Name, Row>>({ ...definitionOf(table), source: checkedAlias(name) });
}

/** Makes the object whose properties are the columns. */
export function tableObject<T>(of: TableDefinition): T {
  // Without a prototype: a column may be called `constructor` or `toString`.
  const table = Object.create(null) as Record<string | symbol, unknown>;
  Object.defineProperty(table, definition, { value: of });
  for (const column of Object.keys(of.columns)) {
    const kind = of.columns[column] as ColumnKind;
    const name = of.columnNames?.[column] ?? column;
    table[column] = expression({ type: 'column', source: of.source, column: name, kind });
  }
  // The columns that T promises are those of `of.columns`: the caller says which they are.
  return table as T;
}

/** The condition that leaves only a subtype's rows of its table; none for a table that is no subtype. */
export function rowsOf(
  { columns, discriminator }: TableDefinition,
  source: string,
): readonly ExpressionNode[] {
  return discriminator.map(({ column, value }) => {
    const kind = columns[column] ?? 'text';
    return {
      type: 'comparison',
      operator: '=',
      left: { type: 'column', source, column, kind },
      right: { type: 'parameter', value, kind },
    };
  });
}

/** The primary key, where it holds whole numbers as internal ids do. Null: there is none. */
export function keyColumn({ columns, primaryKey }: TableDefinition, source: string): ColumnNode | null {
  if (primaryKey === null || !Object.hasOwn(columns, primaryKey)) return null;
  const kind = columns[primaryKey] ?? 'text';
  if (kind !== 'id' && kind !== 'int' && !kind.startsWith('ref:')) return null;
  return { type: 'column', source, column: primaryKey, kind };
}

/**
 * The definition of a table object.
 *
 * @throws {TypeError} It is none.
 */
export function definitionOf(table: unknown): TableDefinition {
  const known = definitionIn(table);
  if (known !== null) return known;
  throw new TypeError(
    `${showValue(table)} is not a table. Give a table of the generated code, alias(…) of one, or subquery(…).`,
  );
}

/** The definition in a table object, if it is one. */
export function definitionIn(candidate: unknown): TableDefinition | null {
  if (typeof candidate !== 'object' || candidate === null || !(definition in candidate)) return null;
  return (candidate as TableObject<string, unknown>)[definition];
}
