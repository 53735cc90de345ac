import type { SchemaDocument } from '@suitewright/schema';
import { byCodeUnits } from './order.js';
import { pascalCase } from './pascal-case.js';
import { isReservedAccessor, isReservedConstant, isReservedFile, runtimeNames } from './reserved-names.js';
import { shortName } from './short-name.js';
import { uniqueName } from './unique-name.js';

/** What a record or table is called in the generated code. */
export interface ModelNames {
  /** Its name in the catalog or in SuiteQL. */
  readonly wireName: string;
  /** The property of the client. */
  readonly accessor: string;
  /** The constant that holds the table. */
  readonly constant: string;
  /** The module, as the other generated files import it. */
  readonly module: string;
  readonly fileName: string;
  /** What the names of its types begin with: `SalesOrder`. */
  readonly type: string;
}

/** The types that each record or table may have. No name of them is the end of another: they stay unique. */
export const typeSuffixes = ['Row', 'Relations', 'Links', 'Create', 'Update', 'Model'] as const;

/**
 * Names for each record and table, by wire name, sorted. Where two would get the same, the one
 * with the plainer name keeps it and the other gets a number.
 */
export function modelNames(document: SchemaDocument): ReadonlyMap<string, ModelNames> {
  const wireNames = [...new Set([...Object.keys(document.records), ...Object.keys(document.tables)])];
  const accessors = new Set<string>();
  const constants = new Set<string>(runtimeNames);
  const files = new Set<string>();
  const types = new Set<string>();
  const named = wireNames.sort(byPlainness).map((wireName): ModelNames => {
    const file = uniqueName(fileStem(wireName), { taken: files });
    return {
      wireName,
      accessor: uniqueName(accessorName(wireName), { taken: accessors }),
      constant: uniqueName(constantName(wireName), { taken: constants }),
      module: `./${file}.js`,
      fileName: `${file}.ts`,
      type: uniqueName(typeName(wireName, document), { taken: types, separator: '' }),
    };
  });
  return new Map(
    named
      .sort((left, right) => byCodeUnits(left.wireName, right.wireName))
      .map((names) => [names.wireName, names]),
  );
}

/** Names that need no change come first, so that no odd one can take theirs. */
function byPlainness(left: string, right: string): number {
  return Number(isOdd(left)) - Number(isOdd(right)) || byCodeUnits(left, right);
}

function isOdd(wireName: string): boolean {
  return fileStem(wireName) !== wireName || constantName(wireName) !== wireName;
}

function accessorName(wireName: string): string {
  if (wireName.startsWith('$')) return `_${wireName}`;
  return isReservedAccessor(wireName) ? `${wireName}_` : wireName;
}

function fileStem(wireName: string): string {
  const stem = shortName(wireName.toLowerCase().replace(/[^a-z0-9_]+/g, '_'));
  return isReservedFile(stem) ? `${stem}_` : stem;
}

function constantName(wireName: string): string {
  const name = shortName(wireName.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d|$)/, '_'));
  return isReservedConstant(name) ? `${name}_` : name;
}

function typeName(wireName: string, { records, tables }: SchemaDocument): string {
  const record = own(records, wireName);
  const spelled = record?.restName ?? spelledByLabel(wireName, own(tables, wireName)?.label ?? null);
  return shortName(pascalCase(spelled)) || 'Unnamed';
}

/** `transactionline` as `Transaction Line`, where the label has the same letters and tells the words apart. */
function spelledByLabel(wireName: string, label: string | null): string {
  return label?.toLowerCase().replaceAll(' ', '') === wireName ? label : wireName;
}

function own<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
