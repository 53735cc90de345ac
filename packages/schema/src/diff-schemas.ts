import type {
  ColumnSchema,
  FieldSchema,
  FieldType,
  RecordSchema,
  SchemaDocument,
  TableBinding,
  TableSchema,
} from './document.js';

/** One difference between two schema documents. */
export interface SchemaChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly subject: 'account' | 'record' | 'field' | 'table' | 'column';
  /** Names from the outside in: `['salesorder', 'item', 'quantity']` for a field of a sublist. */
  readonly path: readonly string[];
  /** The difference in one line: `record customer: field creditLimit: type was string, is number`. */
  readonly description: string;
}

/**
 * What a step from one schema to another adds, removes and changes, sorted by name.
 * What is inside of an added or removed record or table is not listed on its own.
 */
export function diffSchemas(before: SchemaDocument, after: SchemaDocument): readonly SchemaChange[] {
  return [
    ...facts('account', [], before.account, after.account, []),
    ...entries('record', [], before.records, after.records, recordChanges),
    ...entries('table', [], before.tables, after.tables, tableChanges),
  ];
}

type Subject = SchemaChange['subject'];
type Changes<Value> = (path: readonly string[], before: Value, after: Value) => readonly SchemaChange[];

function recordChanges(path: readonly string[], before: RecordSchema, after: RecordSchema): SchemaChange[] {
  return [
    ...facts('record', path, before, after, ['fields']),
    ...entries('field', path, before.fields, after.fields, fieldChanges),
  ];
}

function fieldChanges(path: readonly string[], before: FieldSchema, after: FieldSchema): SchemaChange[] {
  const inside =
    'fields' in before.type && 'fields' in after.type
      ? entries('field', path, before.type.fields, after.type.fields, fieldChanges)
      : [];
  return [...facts('field', path, before, after, []), ...inside];
}

function tableChanges(path: readonly string[], before: TableSchema, after: TableSchema): SchemaChange[] {
  return [
    ...facts('table', path, before, after, ['columns']),
    ...entries<ColumnSchema>('column', path, before.columns, after.columns, (column, from, to) =>
      facts('column', column, from, to, []),
    ),
  ];
}

function entries<Value>(
  subject: Subject,
  parent: readonly string[],
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  inside: Changes<Value>,
): SchemaChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const path = [...parent, name];
    const from = Object.hasOwn(before, name) ? before[name] : undefined;
    const to = Object.hasOwn(after, name) ? after[name] : undefined;
    if (from !== undefined && to !== undefined) return inside(path, from, to);
    const change = to === undefined ? 'removed' : 'added';
    return [{ change, subject, path, description: `${place(subject, path)}: ${change}` }];
  });
}

/** Compares the plain properties of two objects, leaving out those that are compared on their own. */
function facts<Value extends object>(
  subject: Subject,
  path: readonly string[],
  before: Value,
  after: Value,
  leaveOut: readonly (keyof Value & string)[],
): SchemaChange[] {
  const left = new Map<string, unknown>(Object.entries(before));
  const right = new Map<string, unknown>(Object.entries(after));
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names
    .filter((name) => !(leaveOut as readonly string[]).includes(name))
    .map((name) => ({ name, from: inWords(name, left.get(name)), to: inWords(name, right.get(name)) }))
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => ({
      change: 'changed',
      subject,
      path,
      description: `${place(subject, path)}: ${name} was ${from}, is ${to}`,
    }));
}

function place(subject: Subject, path: readonly string[]): string {
  const [outer, ...inner] = path.map(oneLine);
  if (outer === undefined) return subject;
  if (inner.length === 0) return `${subject} ${outer}`;
  return `${subject === 'column' ? 'table' : 'record'} ${outer}: ${subject} ${inner.join('.')}`;
}

/** Names come from outside: one with a line break must not make two lines of a description. */
function oneLine(name: string): string {
  return /^[\w.$-]+$/.test(name) ? name : JSON.stringify(name);
}

function inWords(name: string, value: unknown): string {
  if (name === 'type') return typeInWords(value as FieldType);
  if (name === 'table' && value !== null) return bindingInWords(value as TableBinding);
  return JSON.stringify(value) ?? 'absent';
}

function bindingInWords(binding: TableBinding): string {
  const conditions = binding.discriminator.map(
    ({ column, value }) => `${oneLine(column)} = ${JSON.stringify(value)}`,
  );
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  return `${oneLine(binding.name)}${where}`;
}

function typeInWords(type: FieldType): string {
  if (type.kind === 'enum') return `enum of ${JSON.stringify(type.values)}`;
  if ('record' in type)
    return `${type.kind} to ${type.record === null ? 'any record' : oneLine(type.record)}`;
  if (type.kind === 'sublist') return `sublist${type.key === null ? '' : ` by ${JSON.stringify(type.key)}`}`;
  return type.kind;
}
