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
  /** As `table.column`. */
  readonly columns: readonly string[];
}

/**
 * The types of all columns that hold codes, by `table.column`. Columns of the same known list share one type.
 *
 * @param taken Names that no type may have; the chosen ones are added.
 */
export function codeTypes({ tables }: SchemaDocument, taken: Set<string>): ReadonlyMap<string, CodeType> {
  const lists = new Map<
    string,
    { readonly wanted: string; readonly codes: readonly string[]; readonly columns: string[] }
  >();
  for (const [table, { columns }] of Object.entries(tables)) {
    for (const [column, { codes }] of Object.entries(columns)) {
      if (codes === undefined) continue;
      const wanted =
        codeListOf(table, column)?.typeName ?? shortName(`${pascalCase(table)}${pascalCase(column)}`);
      const key = JSON.stringify([wanted, codes]);
      const list = lists.get(key) ?? { wanted, codes, columns: [] };
      list.columns.push(`${table}.${column}`);
      lists.set(key, list);
    }
  }
  const types = new Map<string, CodeType>();
  for (const { wanted, codes, columns } of lists.values()) {
    const type = { name: uniqueName(wanted || 'Code', { taken, separator: '' }), codes, columns };
    for (const column of columns) types.set(column, type);
  }
  return types;
}

/** The declarations of the types, sorted by name. */
export function codeTypeViews(types: ReadonlyMap<string, CodeType>): readonly EnumView[] {
  return [...new Set(types.values())]
    .sort((left, right) => byCodeUnits(left.name, right.name))
    .map(({ name, codes, columns }) => ({
      name,
      comment: docComment([
        `Codes of \`${columns[0]}\`${columns.length > 1 ? ' and the columns that hold the same' : ''}.`,
      ]),
      type: unionOf(codes.map(textLiteral), name),
    }));
}
