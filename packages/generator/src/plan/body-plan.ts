import type { FieldSchema, FieldType } from '@suitewright/schema';
import { type AccountPlan, targetOf } from './account-plan.js';
import { enumKey, type Fields, subrecordKey, writableFields } from './body-fields.js';
import { docComment } from './doc-comment.js';
import { type FileImports, runtimeModule } from './file-imports.js';
import type { EnumView, InterfaceView, MemberView } from './generation-plan.js';
import { enumsModule, idOwner } from './id-type.js';
import { pascalCase } from './pascal-case.js';
import type { SharedTypes } from './shared-types.js';
import { shortName } from './short-name.js';
import { propertyKey, textLiteral } from './text-literal.js';
import { unionOf } from './union-of.js';
import { uniqueName } from './unique-name.js';

/** The file that bodies are planned for. What they need beside themselves is added to it. */
export interface BodyFile {
  readonly account: AccountPlan;
  readonly shared: SharedTypes;
  readonly imports: FileImports;
  readonly enums: EnumView[];
  readonly parts: InterfaceView[];
  /** Names of the types in `enums` and `parts`. */
  readonly taken: Set<string>;
}

export const subrecordsModule = './subrecords.js';

/** What any body of an unknown shape is. */
const anyFields = '{ readonly [field: string]: unknown }';

/**
 * The properties of a REST body.
 *
 * @param owner What the names of its own types begin with.
 */
export function bodyMembers(fields: Fields, owner: string, file: BodyFile): readonly MemberView[] {
  return writableFields(fields).map(([name, field]) => ({
    comment: docComment([field.label, field.description], { indent: 2 }),
    key: propertyKey(name),
    type: fieldType(field.type, { name, owner, file }),
  }));
}

interface FieldPlace {
  readonly name: string;
  readonly owner: string;
  readonly file: BodyFile;
}

function fieldType(type: FieldSchema['type'], place: FieldPlace): string {
  const { imports } = place.file;
  switch (type.kind) {
    case 'string':
    case 'time':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
      imports.addType(runtimeModule, 'PlainDate');
      return 'PlainDate';
    case 'datetime':
      imports.addType(runtimeModule, 'DateTime');
      return 'DateTime';
    case 'reference':
      imports.addType(runtimeModule, 'Reference');
      return `Reference<${referenced(type.record, place.file)}>`;
    case 'references':
      imports.addType(runtimeModule, 'References');
      return `References<${referenced(type.record, place.file)}>`;
    case 'enum':
      imports.addType(runtimeModule, 'EnumValue');
      return `EnumValue<${enumType(type.values, place)}>`;
    case 'subrecord':
      return subrecordType(type.fields, place);
    case 'sublist':
      imports.addType(runtimeModule, 'Sublist');
      return `Sublist<${lineType(type, place)}>`;
    case 'unknown':
      return 'unknown';
  }
}

function referenced(record: string | null, { account, imports }: BodyFile): string {
  return record === null ? 'string' : idOwner(targetOf(record, account).table, imports);
}

function enumType(values: readonly string[], { name, owner, file }: FieldPlace): string {
  if (values.length === 0) return 'string';
  const shared = file.shared.enums.get(enumKey(name, values));
  if (shared !== undefined) {
    file.imports.addType(enumsModule, shared.name);
    return shared.name;
  }
  const own = ownName(`${owner}${pascalCase(name)}`, file);
  file.enums.push({
    name: own,
    comment: docComment([`Choices of \`${name}\`.`]),
    type: unionOf(values.map(textLiteral), own),
  });
  return own;
}

function subrecordType(fields: Fields, { name, owner, file }: FieldPlace): string {
  if (writableFields(fields).length === 0) return anyFields;
  const shared = file.shared.subrecords.get(subrecordKey(fields));
  if (shared !== undefined) {
    file.imports.addType(subrecordsModule, shared.name);
    return shared.name;
  }
  const own = ownName(`${owner}${pascalCase(name)}`, file);
  return addPart(fields, { name: own, comment: [`The subrecord \`${name}\`.`], file });
}

function lineType(
  { fields, key }: Extract<FieldType, { readonly kind: 'sublist' }>,
  { name, owner, file }: FieldPlace,
): string {
  if (writableFields(fields).length === 0) return anyFields;
  const own = ownName(`${owner}${pascalCase(name)}Line`, file);
  const keys = key?.map((field) => `\`${field}\``).join(' and ');
  const rule =
    keys === undefined || keys === ''
      ? 'Lines have no key: a change adds them to those that are there.'
      : `A change goes to the line with the same ${keys}; other lines are added.`;
  return addPart(fields, { name: own, comment: [`A line of \`${name}\`. ${rule}`], file });
}

function addPart(
  fields: Fields,
  {
    name,
    comment,
    file,
  }: { readonly name: string; readonly comment: readonly string[]; readonly file: BodyFile },
): string {
  const at = file.parts.length;
  const members = bodyMembers(fields, name.replace(/Line$/, ''), file);
  // What it is made of was added meanwhile, and is read after it.
  file.parts.splice(at, 0, { name, comment: docComment(comment), members });
  return name;
}

function ownName(wanted: string, { taken, shared }: BodyFile): string {
  return uniqueName(shortName(wanted), { taken, reserved: shared.names, separator: '' });
}
