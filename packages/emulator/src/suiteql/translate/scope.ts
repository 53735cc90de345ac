import type { KnownTable } from '@suitewright/schema';
import type { Expression, Identifier } from '@suitewright/suiteql';
import { notExposed, unknownIdentifier, unsupported } from '../rejection.js';
import type { Fragment } from './fragment.js';

/** A table or subquery in FROM. */
export interface Source {
  /** What columns are qualified with; null for a subquery without an alias. */
  readonly alias: string | null;
  /** For messages: the table, or what stands for it. */
  readonly title: string;
  /** Null for a subquery. */
  readonly table: KnownTable | null;
  /** The columns that `*` stands for, in order. */
  readonly columnNames: readonly string[];
  readonly column: (name: string) => Fragment | undefined;
}

/** The names that an expression can use. */
export interface Scope {
  readonly sources: readonly Source[];
  /** Where a subquery finds what is not its own. */
  readonly outer: Scope | null;
  /** The SELECT list by alias, for ORDER BY. */
  readonly aliases?: ReadonlyMap<string, Fragment>;
  /** The value of ROWNUM; undefined where it has none. */
  readonly rownum?: Fragment;
  /** Set while one of several groupings is translated. */
  readonly grouping?: Grouping;
}

/** One of the groupings of ROLLUP, CUBE or GROUPING SETS. */
export interface Grouping {
  /** Whether an expression is grouped by in another grouping, and so is NULL in this one. */
  readonly isAbsent: (node: Expression) => boolean;
  readonly isAbsentColumn: (column: Fragment) => boolean;
}

/** The scope of what an aggregate or window reads: rows, not results. */
export function rowScope({ sources, outer, rownum }: Scope): Scope {
  return rownum === undefined ? { sources, outer } : { sources, outer, rownum };
}

/**
 * Finds a column by name.
 *
 * @throws {SuiteqlRejection} It is unknown, ambiguous or not exposed.
 */
export function resolveColumn(scope: Scope, qualifier: Identifier | null, name: Identifier): Fragment {
  const alias = qualifier === null ? scope.aliases?.get(name.name) : undefined;
  if (alias !== undefined) return alias;
  for (let level: Scope | null = scope; level !== null; level = level.outer) {
    const found = resolveIn(level, qualifier, name);
    if (found !== undefined) return found;
  }
  const identifiers = scope.sources.map((source) => [source.alias ?? '', source.title] as const);
  const qualifierIsKnown =
    qualifier !== null && levels(scope).some((level) => sourcesNamed(level, qualifier).length > 0);
  throw unknownIdentifier(qualifier === null || qualifierIsKnown ? name.text : qualifier.text, identifiers);
}

function resolveIn(scope: Scope, qualifier: Identifier | null, name: Identifier): Fragment | undefined {
  const candidates = qualifier === null ? scope.sources : sourcesNamed(scope, qualifier);
  const found = candidates.flatMap((source) => source.column(name.name) ?? []);
  if (found.length > 1) {
    const among = candidates.map(({ title }) => title).join(', ');
    throw unsupported(`The column ${name.text} is ambiguous: write which of ${among} it belongs to.`);
  }
  if (found[0] !== undefined) return found[0];
  for (const { table } of candidates) {
    const hidden = table?.columns.get(name.name);
    if (table && hidden?.exposed === false) {
      throw notExposed({ table: table.name, column: name.name, instead: hidden.instead });
    }
  }
  return undefined;
}

export function sourcesNamed(scope: Scope, qualifier: Identifier): readonly Source[] {
  return scope.sources.filter(({ alias }) => alias === qualifier.name);
}

function levels(scope: Scope): readonly Scope[] {
  return scope.outer === null ? [scope] : [scope, ...levels(scope.outer)];
}

export interface StoredColumnReference {
  readonly sourceSql: string;
  readonly table: KnownTable;
  readonly name: string;
  /** Whether it holds numbers of bytes. */
  readonly isWide: boolean;
}

/** A reference to a stored column; undefined when the table has none of that name, or hides it. */
export function storedColumn({
  sourceSql,
  table,
  name,
  isWide,
}: StoredColumnReference): Fragment | undefined {
  const column = table.columns.get(name);
  if (column === undefined || !column.exposed) return undefined;
  const sqlOf = (columnName: string): string => `${sourceSql}."${columnName}"`;
  return {
    sql: sqlOf(name),
    kind: column.kind,
    column: {
      origin: { table: table.name, column: name },
      sibling: (other) => (table.columns.get(other)?.exposed ? sqlOf(other) : undefined),
    },
    notNull: name === table.primaryKey,
    wide: isWide,
  };
}
