import type { RecordSchema } from '@suitewright/schema';
import type { AccountPlan, BoundTable } from './account-plan.js';
import { docComment } from './doc-comment.js';
import { type FileImports, runtimeModule } from './file-imports.js';
import type { InterfaceView, MemberView, OptionView, RelationView, TableView } from './generation-plan.js';
import type { ModelNames } from './model-names.js';
import { type RowColumn, rowColumns } from './row-plan.js';
import { propertyKey, textLiteral } from './text-literal.js';

/** What a file says of rows: their type, where they lead, and the constant that queries use. */
export interface TablePlan {
  readonly row: InterfaceView;
  readonly relations: InterfaceView;
  readonly table: TableView;
}

/** @param options.record Null: no record, the table itself. */
export function tablePlan(
  bound: BoundTable,
  options: {
    readonly names: ModelNames;
    readonly title: string;
    readonly record: RecordSchema | null;
    readonly account: AccountPlan;
    readonly imports: FileImports;
  },
): TablePlan {
  const { names, title, record, imports } = options;
  const columns = rowColumns(bound, record, options);
  const relations = columns.flatMap((column) => relation(column, imports));
  imports.addValue(runtimeModule, 'defineTable');
  imports.addType(runtimeModule, 'Table');
  const tableOptions = [...optionViews(bound, record)];
  return {
    row: {
      name: `${names.type}Row`,
      comment: docComment([rowSentence(bound, { title, record })]),
      members: columns.map(columnView),
    },
    relations: {
      name: `${names.type}Relations`,
      comment: docComment([`What the columns of ${title} point to.`]),
      members: relations.map(({ member }) => member),
    },
    table: {
      constant: names.constant,
      comment: docComment([`${title}, for the query builder.`]),
      name: textLiteral(bound.name),
      type: `Table<${textLiteral(bound.name)}, ${names.type}Row>`,
      columns: columns.map(({ name, kind }) => ({ key: propertyKey(name), kind: narrowLiteral(name, kind) })),
      options: tableOptions,
      relations: relations.map(({ view }) => view),
      hasOptions: tableOptions.length > 0 || relations.length > 0,
    },
  };
}

/** The literal of something that only some texts are right for. */
function narrowLiteral(key: string, text: string): string {
  // Behind `constructor` and the like TypeScript expects what every object has, and takes a literal for any text.
  return key in Object.prototype ? `${textLiteral(text)} as const` : textLiteral(text);
}

function columnView({ name, type, label, description }: RowColumn): MemberView {
  return { comment: docComment([label, description], { indent: 2 }), key: propertyKey(name), type };
}

function rowSentence(
  { name }: BoundTable,
  { title, record }: { readonly title: string; readonly record: RecordSchema | null },
): string {
  const rest = record === null ? '' : `; REST record \`${record.restName}\``;
  const where = (record?.table?.discriminator ?? [])
    .map(({ column, value }) => `\`${column}\` is \`${value}\``)
    .join(' and ');
  const rows = `Rows of the SuiteQL table \`${name}\`${where === '' ? '' : ` whose ${where}`}`;
  return `${title}. ${rows}${rest}.`;
}

function relation(
  { name, target }: RowColumn,
  imports: FileImports,
): readonly { readonly member: MemberView; readonly view: RelationView }[] {
  if (target === null || target.model === null) return [];
  const { names, primaryKey } = target.model;
  imports.addType(runtimeModule, 'ToOne');
  imports.addType(names.module, `${names.type}Row`);
  imports.addType(names.module, `${names.type}Relations`);
  const key = propertyKey(name);
  return [
    {
      member: { comment: [], key, type: `ToOne<${names.type}Row, ${names.type}Relations>` },
      view: {
        key,
        cardinality: narrowLiteral(name, 'one'),
        model: textLiteral(names.accessor),
        from: textLiteral(name),
        to: textLiteral(primaryKey),
      },
    },
  ];
}

function* optionViews({ table }: BoundTable, record: RecordSchema | null): Generator<OptionView> {
  if (table.primaryKey === null) yield { key: 'primaryKey', value: 'null' };
  else if (table.primaryKey !== 'id') yield { key: 'primaryKey', value: textLiteral(table.primaryKey) };
  const discriminator = record?.table?.discriminator ?? [];
  if (discriminator.length > 0) {
    yield { key: 'discriminator', value: `[${discriminator.map(conditionText).join(', ')}]` };
  }
  if (record !== null) yield { key: 'record', value: textLiteral(record.restName) };
}

function conditionText({ column, value }: { readonly column: string; readonly value: string }): string {
  return `{ column: ${textLiteral(column)}, value: ${textLiteral(value)} }`;
}
