import { type AccountPlan, boundTable } from './account-plan.js';
import type { Fields } from './body-fields.js';
import { type BodyFile, bodyMembers } from './body-plan.js';
import { docComment, plainText } from './doc-comment.js';
import { inWords } from './field-words.js';
import { fileImports, runtimeModule } from './file-imports.js';
import type { PlannedFile, RecordView, TableView } from './generation-plan.js';
import { fitsLine } from './line-width.js';
import type { ModelNames } from './model-names.js';
import type { SharedTypes } from './shared-types.js';
import { type RelationContext, tablePlan } from './table-plan.js';
import { textLiteral } from './text-literal.js';

/** What every file's plan draws upon. */
export interface FileContext {
  readonly account: AccountPlan;
  readonly shared: SharedTypes;
  readonly relations: RelationContext;
}

/** The file of a record or table. */
export function recordFile(names: ModelNames, { account, shared, relations }: FileContext): PlannedFile {
  const imports = fileImports(names.module);
  const record = account.records.get(names.wireName) ?? null;
  const restName = record?.restName ?? names.wireName;
  const title = titleOf(names, account);
  const bound = boundTable(names.wireName, account);
  const queries =
    bound === null ? null : tablePlan(bound, { names, title, record, account, imports, relations });
  const body: BodyFile = { account, shared, imports, enums: [], parts: [], taken: new Set() };
  const members = record === null ? null : bodyMembers(withoutId(record.fields), names.type, body);

  const bases: string[] = [];
  if (queries !== null) {
    imports.addType(runtimeModule, 'Model');
    bases.push(`Model<${names.type}Row, ${names.type}Relations>`);
  }
  if (members !== null) {
    imports.addType(runtimeModule, 'RecordOperations');
    imports.addType(runtimeModule, 'UpdateOf');
    bases.push(`RecordOperations<${names.type}Create, ${names.type}Update>`);
  }
  if (queries === null) {
    imports.addValue(runtimeModule, 'defineTable');
    imports.addType(runtimeModule, 'Table');
  }

  const view: RecordView = {
    row: queries?.row ?? null,
    links: queries?.links ?? null,
    relations: queries?.relations ?? null,
    enums: body.enums,
    parts: body.parts,
    create: members && {
      name: `${names.type}Create`,
      comment: docComment([`Body of a REST request that creates a record of type \`${restName}\`.`]),
      members,
    },
    update: members && {
      name: `${names.type}Update`,
      comment: docComment([
        `Body of a REST request that changes a record of type \`${restName}\`. Null empties a field.`,
      ]),
      create: `${names.type}Create`,
    },
    model: {
      name: `${names.type}Model`,
      comment: docComment([`${title}: ${abilities({ queries: queries !== null, rest: members !== null })}.`]),
      bases: basesText(`${names.type}Model`, bases),
    },
    table: queries?.table ?? restOnly(names, restName),
  };
  return { name: names.fileName, template: 'record', imports: imports.list(), view };
}

/** NetSuite gives the id, and takes it in the address alone, whatever the catalog says. */
export function withoutId(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'id'));
}

/** On the line of the name where they fit, else a line each. */
function basesText(name: string, bases: readonly string[]): string {
  const line = ` extends ${bases.join(', ')}`;
  return fitsLine(`export interface ${name}${line} {}`) ? line : `\n  extends ${bases.join(',\n    ')}`;
}

/** What a record or table is called in comments. */
export function titleOf({ wireName }: ModelNames, { records, tables }: AccountPlan): string {
  const record = records.get(wireName);
  const labels = [record?.label, tables.get(wireName)?.label].map((label) => label ?? '');
  return labels.find((label) => plainText(label) !== '') ?? inWords(record?.restName ?? wireName);
}

function abilities({ queries, rest }: { readonly queries: boolean; readonly rest: boolean }): string {
  if (queries && rest) return 'queries and REST operations';
  return queries ? 'queries' : 'REST operations';
}

/** The client finds REST's name in the definition of a table, so a record without one gets an empty one. */
function restOnly({ constant, wireName }: ModelNames, restName: string): TableView {
  return {
    constant,
    comment: docComment([`REST record \`${restName}\`. SuiteQL has no table for it, as far as is known.`]),
    name: textLiteral(wireName),
    type: 'Table<never, object>',
    columns: [],
    options: [
      { key: 'primaryKey', value: 'null' },
      { key: 'record', value: textLiteral(restName) },
    ],
    relations: [],
    hasOptions: true,
  };
}
