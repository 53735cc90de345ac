import type { FieldType } from '@suitewright/schema';
import { type AccountPlan, boundTable } from './account-plan.js';
import { type Fields, writableFields } from './body-fields.js';
import { docComment } from './doc-comment.js';
import { fileImports } from './file-imports.js';
import type { PlannedFile, ZodSchemaView } from './generation-plan.js';
import type { ModelNames } from './model-names.js';
import { titleOf, withoutId } from './record-file.js';
import { rowColumns } from './row-plan.js';
import { propertyKey, textLiteral } from './text-literal.js';

/**
 * The zod schemas of a record or table: of its rows as queries give them, and of the bodies that create it.
 *
 * They have no type annotations: on 400 records those cost the type checker ten seconds. Nothing else imports them.
 */
export function zodFile(names: ModelNames, account: AccountPlan): PlannedFile | null {
  const module = names.module.replace(/\.js$/, '.zod.js');
  const imports = fileImports(module);
  const title = titleOf(names, account);
  const schemas = [...rowSchema(names, title, account), ...bodySchema(names, title, account)];
  if (schemas.length === 0) return null;
  imports.addValue('zod', 'z');
  return {
    name: names.fileName.replace(/\.ts$/, '.zod.ts'),
    template: 'zod',
    imports: imports.list(),
    view: { schemas },
  };
}

function rowSchema(names: ModelNames, title: string, account: AccountPlan): readonly ZodSchemaView[] {
  const bound = boundTable(names.wireName, account);
  if (bound === null) return [];
  // The types that the columns import are none of this file's.
  const imports = fileImports(names.module);
  const columns = rowColumns(bound, account.records.get(names.wireName) ?? null, { account, imports });
  return [
    {
      constant: `${names.type}RowSchema`,
      comment: docComment([`A row of ${title} with all its columns, decimals as numbers.`]),
      make: 'z.object',
      members: columns.map(({ name, kind, type }) => ({
        key: propertyKey(name),
        schema: `${columnSchema(kind)}${type.endsWith(' | null') ? '.nullable()' : ''}`,
      })),
    },
  ];
}

function columnSchema(kind: string): string {
  if (kind.startsWith('multi:')) return 'z.array(z.string())';
  switch (kind) {
    case 'int':
    case 'num':
      return 'z.number()';
    case 'bool':
      return 'z.boolean()';
    case 'date':
      return 'z.iso.date()';
    default:
      return 'z.string()';
  }
}

function bodySchema(names: ModelNames, title: string, account: AccountPlan): readonly ZodSchemaView[] {
  const record = account.records.get(names.wireName);
  if (record === undefined) return [];
  return [
    {
      constant: `${names.type}CreateSchema`,
      comment: docComment([`Body of a REST request that creates a record of ${title}.`]),
      make: 'z.strictObject',
      members: bodyMembers(withoutId(record.fields), 1),
    },
  ];
}

function bodyMembers(fields: Fields, depth: number): ZodSchemaView['members'] {
  return writableFields(fields).map(([name, { type }]) => ({
    key: propertyKey(name),
    schema: `${fieldSchema(type, depth)}.optional()`,
  }));
}

const reference =
  'z.union([z.object({ id: z.union([z.string(), z.number()]) }), z.object({ externalId: z.string() })])';

function fieldSchema(type: FieldType, depth: number): string {
  switch (type.kind) {
    case 'string':
    case 'time':
    case 'datetime':
      return 'z.string()';
    case 'integer':
    case 'number':
      return 'z.number()';
    case 'boolean':
      return 'z.boolean()';
    case 'date':
      return 'z.iso.date()';
    case 'reference':
      return reference;
    case 'references':
      return `z.object({ items: z.array(${reference}) })`;
    case 'enum':
      return `z.object({ id: ${enumSchema(type.values)} })`;
    case 'subrecord':
      return nestedSchema(type.fields, depth);
    case 'sublist':
      return `z.object({ items: z.array(${nestedSchema(type.fields, depth)}) })`;
    case 'unknown':
      return 'z.unknown()';
  }
}

function enumSchema(values: readonly string[]): string {
  return values.length === 0 ? 'z.string()' : `z.enum([${values.map(textLiteral).join(', ')}])`;
}

/** Where the catalog tells no fields, any are taken. */
function nestedSchema(fields: Fields, depth: number): string {
  const members = bodyMembers(fields, depth + 1);
  if (members.length === 0) return 'z.record(z.string(), z.unknown())';
  const indent = '  '.repeat(depth + 1);
  const lines = members.map(({ key, schema }) => `${indent}${key}: ${schema},\n`);
  return `z.strictObject({\n${lines.join('')}${'  '.repeat(depth)}})`;
}
