import type { FieldType } from '@suitewright/schema';
import { type AccountPlan, boundTable, targetOf } from './account-plan.js';
import { enumKey, type Fields, subrecordKey, writableFields } from './body-fields.js';
import { docComment } from './doc-comment.js';
import { type FileImports, fileImports, runtimeModule } from './file-imports.js';
import type { PlannedFile, ZodChoiceView, ZodObjectView } from './generation-plan.js';
import { enumsModule, idOwner } from './id-type.js';
import type { ModelNames } from './model-names.js';
import { titleOf, withoutId } from './record-file.js';
import { type RowColumn, rowColumns } from './row-plan.js';
import type { SharedTypes } from './shared-types.js';
import { propertyKey, textLiteral } from './text-literal.js';

/** The module of what all zod schemas are made of. */
const partsModule = './zod.js';

interface ZodContext {
  readonly account: AccountPlan;
  readonly shared: SharedTypes;
  /** Of the shared file, by constant; added to while the others are planned. */
  readonly choices: Map<string, ZodChoiceView>;
  readonly objects: Map<string, ZodObjectView>;
  readonly partImports: FileImports;
}

/** Where a schema stands. */
interface ZodPlace {
  readonly context: ZodContext;
  readonly imports: FileImports;
  readonly depth: number;
}

/**
 * The zod schemas of records and tables: of their rows as queries give them, and of the bodies that create them. A file
 * each, and one with what they are made of. Nothing else imports them.
 *
 * They have no type annotations, and columns of a kind share one schema: see docs/decisions.
 */
export function zodFiles(
  models: readonly ModelNames[],
  { account, shared }: { readonly account: AccountPlan; readonly shared: SharedTypes },
): readonly PlannedFile[] {
  const partImports = fileImports(partsModule);
  const context: ZodContext = { account, shared, choices: new Map(), objects: new Map(), partImports };
  const files = models.flatMap((names) => zodFile(names, context) ?? []);
  if (files.length === 0) return [];
  for (const type of ['DateTime', 'EnumValue', 'Id', 'PlainDate', 'Reference', 'References']) {
    partImports.addType(runtimeModule, type);
  }
  partImports.addValue('zod', 'z');
  const view = { choices: [...context.choices.values()], schemas: [...context.objects.values()] };
  return [...files, { name: 'zod.ts', template: 'zodparts', imports: partImports.list(), view }];
}

function zodFile(names: ModelNames, context: ZodContext): PlannedFile | null {
  const imports = fileImports(names.module.replace(/\.js$/, '.zod.js'));
  const place = { context, imports, depth: 1 };
  const schemas = [...rowSchema(names, place), ...bodySchema(names, place)];
  if (schemas.length === 0) return null;
  imports.addValue('zod', 'z');
  return {
    name: names.fileName.replace(/\.ts$/, '.zod.ts'),
    template: 'zod',
    imports: imports.list(),
    view: { schemas },
  };
}

function rowSchema(names: ModelNames, place: ZodPlace): readonly ZodObjectView[] {
  const { account } = place.context;
  const bound = boundTable(names.wireName, account);
  if (bound === null) return [];
  // The types that the columns import are none of this file's.
  const imports = fileImports(names.module);
  const columns = rowColumns(bound, account.records.get(names.wireName) ?? null, { account, imports });
  return [
    {
      constant: `${names.type}RowSchema`,
      comment: docComment([`A row of ${titleOf(names, account)} with all its columns, decimals as numbers.`]),
      make: 'z.object',
      members: columns.map((column) => ({
        key: propertyKey(column.name),
        schema: columnSchema(column, bound.name, place),
      })),
    },
  ];
}

function columnSchema({ name: column, kind, type }: RowColumn, table: string, place: ZodPlace): string {
  const codes = kind === 'text' ? place.context.account.codes.get(table)?.get(column) : undefined;
  if (codes !== undefined) place.imports.addType(enumsModule, codes.name);
  const [name, owner] = codes === undefined ? columnParts(kind, table, place) : ['code', codes.name];
  const part = partNamed(type.endsWith(' | null') ? `${name}OrNull` : name, place);
  return owner === null ? part : `${part}<${owner}>()`;
}

/** The name of the schema, and for ids what they are ids of. */
function columnParts(
  kind: string,
  table: string,
  { context, imports }: ZodPlace,
): readonly [string, string | null] {
  switch (kind) {
    case 'text':
      return ['text', null];
    case 'int':
    case 'num':
      return ['number', null];
    case 'bool':
      return ['boolean', null];
    case 'date':
      return ['date', null];
    case 'datetime':
      return ['dateTime', null];
    case 'id':
      return ['id', idOwner(table, imports)];
    default: {
      const target = targetOf(kind.slice(kind.indexOf(':') + 1), context.account).table;
      return [kind.startsWith('multi:') ? 'ids' : 'id', idOwner(target, imports)];
    }
  }
}

function partNamed(name: string, { imports }: ZodPlace): string {
  imports.addValue(partsModule, name);
  return name;
}

function bodySchema(names: ModelNames, place: ZodPlace): readonly ZodObjectView[] {
  const record = place.context.account.records.get(names.wireName);
  if (record === undefined) return [];
  const title = titleOf(names, place.context.account);
  return [
    {
      constant: `${names.type}CreateSchema`,
      comment: docComment([`Body of a REST request that creates a record of ${title}.`]),
      make: 'z.strictObject',
      members: bodyMembers(withoutId(record.fields), place),
    },
  ];
}

function bodyMembers(fields: Fields, place: ZodPlace): ZodObjectView['members'] {
  return writableFields(fields).map(([name, { type }]) => ({
    key: propertyKey(name),
    schema: fieldSchema(name, type, place),
  }));
}

/** Every field of a body may be left out. */
function fieldSchema(name: string, type: FieldType, place: ZodPlace): string {
  switch (type.kind) {
    case 'string':
    case 'time':
      return partNamed('optionalText', place);
    case 'integer':
    case 'number':
      return partNamed('optionalNumber', place);
    case 'boolean':
      return partNamed('optionalBoolean', place);
    case 'date':
      return partNamed('optionalDate', place);
    case 'datetime':
      return partNamed('optionalDateTime', place);
    case 'reference':
      return `${partNamed('optionalReference', place)}<${referenced(type.record, place)}>()`;
    case 'references':
      return `${partNamed('optionalReferences', place)}<${referenced(type.record, place)}>()`;
    case 'enum':
      return choiceSchema(name, type.values, place);
    case 'subrecord':
      return `z.optional(${subrecordSchema(type.fields, place)})`;
    case 'sublist':
      return `${partNamed('optionalSublist', place)}(${nestedSchema(type.fields, place)})`;
    case 'unknown':
      return partNamed('optionalUnknown', place);
  }
}

function referenced(record: string | null, { context, imports }: ZodPlace): string {
  return record === null ? 'string' : idOwner(targetOf(record, context.account).table, imports);
}

function choiceSchema(name: string, values: readonly string[], place: ZodPlace): string {
  if (values.length === 0) return `${partNamed('optionalChoice', place)}<string>(null)`;
  const { shared, choices, partImports } = place.context;
  const known = shared.enums.get(enumKey(name, values));
  const literals = `[${values.map(textLiteral).join(', ')}]`;
  if (known === undefined) return `${partNamed('optionalChoice', place)}(${literals})`;
  const constant = `${known.name}Schema`;
  if (!choices.has(constant)) {
    partImports.addType(enumsModule, known.name);
    choices.set(constant, { constant, type: known.name, values: literals });
  }
  return partNamed(constant, place);
}

function subrecordSchema(fields: Fields, place: ZodPlace): string {
  const { context } = place;
  const known = context.shared.subrecords.get(subrecordKey(fields));
  if (known === undefined || writableFields(fields).length === 0) return nestedSchema(fields, place);
  const constant = `${known.name}Schema`;
  if (!context.objects.has(constant)) {
    const members = bodyMembers(known.type.fields, { context, imports: context.partImports, depth: 1 });
    // After those that it is made of, which were added meanwhile.
    context.objects.set(constant, { constant, comment: [], make: 'z.strictObject', members });
  }
  return partNamed(constant, place);
}

/** Where the catalog tells no fields, any are taken. */
function nestedSchema(fields: Fields, place: ZodPlace): string {
  const { depth } = place;
  const members = bodyMembers(fields, { ...place, depth: depth + 1 });
  if (members.length === 0) return partNamed('anyFields', place);
  const indent = '  '.repeat(depth + 1);
  const lines = members.map(({ key, schema }) => `${indent}${key}: ${schema},\n`);
  return `z.strictObject({\n${lines.join('')}${'  '.repeat(depth)}})`;
}
