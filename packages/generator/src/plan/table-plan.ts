import type { RecordSchema } from '@suitewright/schema';
import type { AccountPlan, BoundTable } from './account-plan.js';
import { docComment } from './doc-comment.js';
import { type FileImports, runtimeModule } from './file-imports.js';
import type {
  InterfaceView,
  MemberView,
  OptionView,
  RelationsView,
  RelationView,
  TableView,
} from './generation-plan.js';
import type { ModelNames } from './model-names.js';
import { type PlannedRelation, tableModel } from './relation-plan.js';
import { changedRelations, type RelationSettings } from './relation-settings.js';
import { type RowColumn, rowColumns } from './row-plan.js';
import { propertyKey, textLiteral } from './text-literal.js';

/** What a file says of rows: their type, where they lead, and the constant that queries use. */
export interface TablePlan {
  readonly row: InterfaceView;
  /** Relations that follow no column, where subtypes have them too. */
  readonly links: InterfaceView | null;
  readonly relations: RelationsView;
  readonly table: TableView;
}

/** Where the relations of a table come from. */
export interface RelationContext {
  /** By table: those that follow no column of it. */
  readonly back: ReadonlyMap<string, readonly PlannedRelation[]>;
  readonly sharedTables: ReadonlySet<string>;
  readonly settings: RelationSettings;
  /** Settings that do not fit; added to while files are planned. */
  readonly problems: string[];
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
    readonly relations: RelationContext;
  },
): TablePlan {
  const { names, title, record, account, imports } = options;
  const columns = rowColumns(bound, record, options);
  const { settings, back, problems, sharedTables } = options.relations;
  const superModel = tableModel(names.wireName, account);
  const relations = changedRelations(
    [...columns.flatMap(columnRelation), ...(superModel === null ? (back.get(bound.name) ?? []) : [])],
    settings,
    { names, account, problems },
  );
  const isShared = sharedTables.has(names.wireName);
  const links = isShared ? relations.filter(({ name }) => !Object.hasOwn(bound.table.columns, name)) : [];
  const own = relations.filter((relation) => !links.includes(relation));
  imports.addValue(runtimeModule, 'defineTable');
  imports.addType(runtimeModule, 'Table');
  const tableOptions = [...optionViews(bound, record, superModel)];
  return {
    row: {
      name: `${names.type}Row`,
      comment: docComment([rowSentence(bound, { title, record })]),
      members: columns.map(columnView),
    },
    links: isShared
      ? {
          name: `${names.type}Links`,
          comment: docComment([`What leads from ${title} to other tables, for its subtypes too.`]),
          members: links.map((relation) => relationMember(relation, imports)),
        }
      : null,
    relations: {
      name: `${names.type}Relations`,
      comment: docComment([`Where ${title} leads to.`]),
      base: linksBase(isShared ? names : superModel, imports),
      members: own.map((relation) => relationMember(relation, imports)),
    },
    table: {
      constant: names.constant,
      comment: docComment([`${title}, for the query builder.`]),
      name: textLiteral(bound.name),
      type: `Table<${textLiteral(bound.name)}, ${names.type}Row>`,
      columns: columns.map(({ name, kind }) => ({ key: propertyKey(name), kind: narrowLiteral(name, kind) })),
      options: tableOptions,
      relations: relations.map(relationView),
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

/** The relation that follows a column bears its name. */
function columnRelation({ name, target }: RowColumn): readonly PlannedRelation[] {
  if (target === null || target.model === null) return [];
  const { names, primaryKey } = target.model;
  return [{ name, cardinality: 'one', target: names, pairs: [{ from: name, to: primaryKey }] }];
}

function relationMember({ name, cardinality, target }: PlannedRelation, imports: FileImports): MemberView {
  const type = cardinality === 'one' ? 'ToOne' : 'ToMany';
  imports.addType(runtimeModule, type);
  imports.addType(target.module, `${target.type}Row`);
  imports.addType(target.module, `${target.type}Relations`);
  return {
    comment: [],
    key: propertyKey(name),
    type: `${type}<${target.type}Row, ${target.type}Relations>`,
  };
}

function relationView({ name, cardinality, target, pairs }: PlannedRelation): RelationView {
  const [{ from, to }, ...others] = pairs;
  const also = others.map((pair) => `{ from: ${textLiteral(pair.from)}, to: ${textLiteral(pair.to)} }`);
  return {
    key: propertyKey(name),
    cardinality: narrowLiteral(name, cardinality),
    model: textLiteral(target.accessor),
    from: textLiteral(from),
    to: textLiteral(to),
    also: also.length === 0 ? '' : `, also: [${also.join(', ')}]`,
  };
}

function linksBase(owner: ModelNames | null, imports: FileImports): string {
  if (owner === null) return '';
  imports.addType(owner.module, `${owner.type}Links`);
  return ` extends ${owner.type}Links`;
}

function* optionViews(
  { table }: BoundTable,
  record: RecordSchema | null,
  superModel: ModelNames | null,
): Generator<OptionView> {
  if (table.primaryKey === null) yield { key: 'primaryKey', value: 'null' };
  else if (table.primaryKey !== 'id') yield { key: 'primaryKey', value: textLiteral(table.primaryKey) };
  const discriminator = record?.table?.discriminator ?? [];
  if (discriminator.length > 0) {
    yield { key: 'discriminator', value: `[${discriminator.map(conditionText).join(', ')}]` };
  }
  if (superModel !== null) yield { key: 'relationsOf', value: textLiteral(superModel.accessor) };
  if (record !== null) yield { key: 'record', value: textLiteral(record.restName) };
}

function conditionText({ column, value }: { readonly column: string; readonly value: string }): string {
  return `{ column: ${textLiteral(column)}, value: ${textLiteral(value)} }`;
}
