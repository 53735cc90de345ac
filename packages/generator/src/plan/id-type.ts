import { type AccountPlan, entityNameType } from './account-plan.js';
import { docComment } from './doc-comment.js';
import { type FileImports, runtimeModule } from './file-imports.js';
import type { EnumView } from './generation-plan.js';
import { textLiteral } from './text-literal.js';
import { unionOf } from './union-of.js';

/** The tables whose rows are rows of `entity` too, under the same id. */
const entityTables = [
  'contact',
  'customer',
  'employee',
  'genericresource',
  'job',
  'othername',
  'partner',
  'projecttemplate',
  'vendor',
] as const;

/** Whether the id of an `entity` may be narrowed to the ids of this table. */
export function isEntityTable(name: string): boolean {
  return (entityTables as readonly string[]).includes(name);
}

export const enumsModule = './enums.js';

/** `entity` and the tables of its kinds that the account has. */
export function entityNames({ tables }: AccountPlan): readonly string[] {
  return ['entity', ...entityTables.filter((name) => tables.has(name))].sort();
}

export function entityNameView(account: AccountPlan): EnumView {
  return {
    name: entityNameType,
    comment: docComment(['The tables that share the ids of entities.']),
    type: unionOf(entityNames(account).map(textLiteral), entityNameType),
  };
}

/** What stands in `Id<…>` and `Reference<…>` for the rows of a table. */
export function idOwner(table: string, imports: FileImports): string {
  if (table !== 'entity') return textLiteral(table);
  imports.addType(enumsModule, entityNameType);
  return entityNameType;
}

/** `Id<'customer'>`. */
export function idType(table: string, imports: FileImports): string {
  imports.addType(runtimeModule, 'Id');
  return `Id<${idOwner(table, imports)}>`;
}
