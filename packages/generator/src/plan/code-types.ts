import { codeListOf, type SchemaDocument } from '@suitewright/schema';
import { docComment } from './doc-comment.js';
import type { EnumView } from './generation-plan.js';
import { byCodeUnits } from './order.js';
import { pascalCase } from './pascal-case.js';
import { shortName } from './short-name.js';
import { textLiteral } from './text-literal.js';
import { unionOf } from './union-of.js';
import { uniqueName } from './unique-name.js';

/** The type of the codes that some columns hold. */
export interface CodeType {
  readonly name: string;
  readonly codes: readonly string[];
  /** The column that comments name, as `table.column`. */
  readonly column: string;
  /** Whether other columns hold the same codes. */
  readonly isShared: boolean;
}

/** By table, then by column. */
export type CodeTypes = ReadonlyMap<string, ReadonlyMap<string, CodeType>>;

interface CodeColumn {
  readonly table: string;
  readonly column: string;
  readonly codes: readonly string[];
}

/**
 * The types of all columns that hold codes. Columns of the same known list share one type.
 *
 * @param taken Names that no type may have; the chosen ones are added.
 */
export function codeTypes(document: SchemaDocument, taken: Set<string>): CodeTypes {
  const lists = new Map<string, CodeColumn[]>();
  for (const codeColumn of codeColumns(document)) {
    const key = JSON.stringify([wantedName(codeColumn), codeColumn.codes]);
    lists.set(key, [...(lists.get(key) ?? []), codeColumn]);
  }
  const types = new Map<string, Map<string, CodeType>>();
  for (const columns of lists.values()) {
    const [first] = columns as [CodeColumn];
    const list = codeListOf(first.table, first.column);
    const main = columns.find(({ table, column }) => list?.columns[0] === `${table}.${column}`) ?? first;
    const type: CodeType = {
      name: uniqueName(wantedName(first), { taken, separator: '' }),
      codes: first.codes,
      column: `${main.table}.${main.column}`,
      isShared: columns.length > 1,
    };
    for (const { table, column } of columns) {
      types.set(table, (types.get(table) ?? new Map<string, CodeType>()).set(column, type));
    }
  }
  return types;
}

/** Sorted by name, so that the order of a document's keys does not matter. */
function codeColumns({ tables }: SchemaDocument): readonly CodeColumn[] {
  return Object.entries(tables)
    .sort(([left], [right]) => byCodeUnits(left, right))
    .flatMap(([table, { columns }]) =>
      Object.entries(columns)
        .sort(([left], [right]) => byCodeUnits(left, right))
        .flatMap(([column, { kind, exposed, codes }]) =>
          exposed && kind === 'text' && codes !== undefined ? [{ table, column, codes }] : [],
        ),
    );
}

function wantedName({ table, column }: CodeColumn): string {
  const known = codeListOf(table, column)?.typeName;
  return known ?? (shortName(`${pascalCase(table)}${pascalCase(column)}`) || 'Code');
}

/** The declarations of the types, sorted by name. */
export function codeTypeViews(types: CodeTypes): readonly EnumView[] {
  const distinct = new Set([...types.values()].flatMap((columns) => [...columns.values()]));
  return [...distinct]
    .sort((left, right) => byCodeUnits(left.name, right.name))
    .map(({ name, codes, column, isShared }) => ({
      name,
      comment: docComment([
        `Codes of \`${column}\`${isShared ? ' and the columns that hold the same' : ''}.`,
      ]),
      type: unionOf(codes.map(textLiteral), name),
    }));
}
